import type { PoolingRequest } from "../analyses/agencies";
import type { ControlRequest } from "../analyses/charts-over-time";
import type { PowerRequest } from "../analyses/planning";
import type { KappaRequest, RatersRequest, ReliabilityRequest } from "../analyses/scales";
import { comment, rNumber, type RPart, show } from "./r-text";

export function reliabilityInR({ answers, level = 0.95 }: ReliabilityRequest): RPart {
  return {
    data: { columns: (answers[0] ?? []).map((_, j) => `item${j + 1}`), rows: answers },
    lines: [
      `level <- ${rNumber(level)}; m <- as.matrix(d); n <- nrow(m); k <- ncol(m)`,
      "a <- k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m)))",
      comment("Feldt's interval."),
      show("Cronbach's alpha", "a"),
      show("Cronbach's alpha, low", "1 - (1 - a) * qf(1 - (1 - level) / 2, n - 1, (n - 1) * (k - 1))"),
      show("Cronbach's alpha, high", "1 - (1 - a) * qf((1 - level) / 2, n - 1, (n - 1) * (k - 1))"),
      "r <- cor(m); r <- mean(r[upper.tri(r)])",
      show("Standardized alpha", "k * r / (1 + (k - 1) * r)"),
      'show(paste0("Item and rest, item ", 1:k), sapply(1:k, function(j) cor(m[, j], rowSums(m[, -j, drop = FALSE]))), each = TRUE)',
    ],
  };
}

export function ratersInR({ ratings, kind, level = 0.95 }: RatersRequest): RPart {
  const raters = ratings[0]?.length ?? 0;
  return {
    data: { columns: (ratings[0] ?? []).map((_, j) => `rater${j + 1}`), rows: ratings },
    lines: [
      "m <- as.matrix(d); n <- nrow(m); k <- ncol(m); y <- as.vector(m); s <- factor(rep(1:n, k)); j <- factor(rep(1:k, each = n))",
      `t <- anova(lm(y ~ s + j))[, "Mean Sq"]; r <- t[1]; c <- t[2]; e <- t[3]; w <- anova(lm(y ~ s))[2, "Mean Sq"]; tail <- 1 - (1 - ${rNumber(level)}) / 2`,
      ...(kind === "agreement" ? agreementInR : [`b <- ${kind === "one-way" ? "w" : "e"}; v <- ${kind === "one-way" ? "n * (k - 1)" : "(n - 1) * (k - 1)"}`, ...ratioInR]),
      ...["", ", low", ", high"].map((end, at) => show(`One rater${end}`, `one[${at + 1}]`)),
      ...["", ", low", ", high"].map((end, at) => show(`Mean of ${raters} raters${end}`, `all[${at + 1}]`)),
      show("p", kind === "one-way" ? "pf(r / w, n - 1, n * (k - 1), lower.tail = FALSE)" : "pf(r / e, n - 1, (n - 1) * (k - 1), lower.tail = FALSE)"),
    ],
  };
}

/** Shrout and Fleiss: value, low and high follow from F and its quantiles. */
const ratioInR = ["F <- r / b * c(1, 1 / qf(tail, n - 1, v), qf(tail, v, n - 1))", "one <- (F - 1) / (F + k - 1); all <- 1 - 1 / F"];

/** McGraw and Wong: where the levels of the raters count, degrees of freedom come from Satterthwaite. */
const agreementInR = [
  "i <- (r - e) / (r + (k - 1) * e + k / n * (c - e)); a <- k * i / (n * (1 - i)); b <- 1 + k * i * (n - 1) / (n * (1 - i))",
  "v <- (a * c + b * e)^2 / ((a * c)^2 / (k - 1) + (b * e)^2 / ((n - 1) * (k - 1))); u <- qf(tail, n - 1, v); l <- qf(tail, v, n - 1); z <- k * c + (k * n - k - n) * e",
  "one <- base::c(i, n * (r - u * e) / (u * z + n * r), n * (l * r - e) / (z + n * l * r)); all <- k * one / (1 + (k - 1) * one)",
];

export function kappaInR({ counts, weighting, level = 0.95 }: KappaRequest): RPart {
  const weight = { none: "diag(k)", linear: "1 - abs(row(m) - col(m)) / (k - 1)", quadratic: "1 - (row(m) - col(m))^2 / (k - 1)^2" }[weighting];
  return {
    data: { columns: counts.map((_, j) => `c${j + 1}`), rows: counts },
    lines: [
      `level <- ${rNumber(level)}; m <- unname(as.matrix(d)); n <- sum(m); m <- m / n; k <- nrow(m); w <- ${weight}; r <- rowSums(m); c <- colSums(m)`,
      "o <- sum(w * m); e <- sum(w * outer(r, c)); K <- (o - e) / (1 - e)",
      "u <- outer(drop(w %*% c), drop(r %*% w), `+`); se <- sqrt((sum(m * (w - u * (1 - K))^2) - (K - e * (1 - K))^2) / n) / (1 - e)",
      show("Agreement", "o"),
      show("Agreement by chance", "e"),
      show("Kappa", "K"),
      show("p, no agreement beyond chance", "2 * pnorm(-abs(K / (sqrt((sum(outer(r, c) * (w - u)^2) - e^2) / n) / (1 - e))))"),
      show("Kappa, low", "K - qnorm(1 - (1 - level) / 2) * se"),
      show("Kappa, high", "K + qnorm(1 - (1 - level) / 2) * se"),
    ],
  };
}

export function poolingInR({ agencies, scale, estimator, knappHartung, level = 0.95 }: PoolingRequest): RPart {
  const shown = scale === "ratio" ? "exp" : "identity";
  return {
    data: { columns: ["agency", "effect", "error"], rows: agencies.map(({ name, effect, error }) => [name, effect, error]) },
    lines: [
      `level <- ${rNumber(level)}; y <- d$effect; v <- d$error^2; k <- length(y); tail <- 1 - (1 - level) / 2`,
      "Q <- function(t) { w <- 1 / (v + t); sum(w * (y - sum(w * y) / sum(w))^2) }",
      "C <- sum(1 / v) - sum(1 / v^2) / sum(1 / v)",
      estimator === "DL"
        ? "tau <- max(0, (Q(0) - (k - 1)) / C)"
        : "g <- function(t) { w <- 1 / (v + t); m <- sum(w * y) / sum(w); sum(w^2 * (y - m)^2) - sum(w) + sum(w^2) / sum(w) }; tau <- if (g(0) <= 0) 0 else { h <- max(v); while (g(h) > 0) h <- 2 * h; uniroot(g, c(0, h), tol = 1e-14)$root }",
      `w <- 1 / (v + tau); m <- sum(w * y) / sum(w); se <- sqrt(1 / sum(w))${knappHartung ? " * sqrt(Q(tau) / (k - 1))" : ""}; q <- ${knappHartung ? "qt(tail, k - 1)" : "qnorm(tail)"}`,
      show("Typical effect", `${shown}(m)`),
      show("Low", `${shown}(m - q * se)`),
      show("High", `${shown}(m + q * se)`),
      `if (k >= 3) { half <- qt(tail, k - 2) * sqrt(tau + se^2); ${show("Another agency, low", `${shown}(m - half)`)}; ${show("Another agency, high", `${shown}(m + half)`)} }`,
      show("Fixed effect", `${shown}(sum(y / v) / sum(1 / v))`),
      show("Fixed effect, low", `${shown}(sum(y / v) / sum(1 / v) - qnorm(tail) / sqrt(sum(1 / v)))`),
      show("Fixed effect, high", `${shown}(sum(y / v) / sum(1 / v) + qnorm(tail) / sqrt(sum(1 / v)))`),
      show("Spread between agencies (tau squared)", "tau"),
      show("Share of the spread beyond chance (I squared)", estimator === "DL" ? "max(0, (Q(0) - (k - 1)) / Q(0))" : "tau / (tau + (k - 1) / C)"),
      show("p", knappHartung ? "2 * pt(-abs(m / se), k - 1)" : "2 * pnorm(-abs(m / se))"),
      show("p, agencies differ (Q)", "pchisq(Q(0), k - 1, lower.tail = FALSE)"),
    ],
  };
}

export function controlInR({ kind, periods }: ControlRequest): RPart {
  const counted = kind === "u" || kind === "p";
  const centre = { run: "median(d$value)", u: "sum(d$value) / sum(d$of)", p: "sum(d$value) / sum(d$of)", c: "mean(d$value)", i: "mean(d$value)" }[kind];
  const reach = { run: "rep(Inf, nrow(d))", u: "3 * sqrt(cl / d$of)", p: "3 * sqrt(cl * (1 - cl) / d$of)", c: "rep(3 * sqrt(cl), nrow(d))", i: "rep(2.66 * mean(abs(diff(d$value))), nrow(d))" }[kind];
  return {
    data: { columns: counted ? ["period", "value", "of"] : ["period", "value"], rows: periods.map(({ label, value, of = 1 }) => (counted ? [label, value, of] : [label, value])) },
    lines: [
      `cl <- ${centre}; v <- ${counted ? "d$value / d$of" : "d$value"}; reach <- ${reach}`,
      show("Centre", "cl"),
      ...(kind === "run" ? [] : [show("Periods outside the limits", `sum(v < ${kind === "i" ? "cl - reach" : "pmax(0, cl - reach)"} | v > ${kind === "p" ? "pmin(1, cl + reach)" : "cl + reach"})`)]),
      "s <- sign(v - cl); s <- s[s != 0]; r <- rle(s)$lengths",
      show("Longest run", "max(r)"),
      show("Longest run allowed", "round(log2(length(s)) + 3)"),
      show("Crossings", "length(r) - 1"),
      show("Crossings needed", "qbinom(0.05, length(s) - 1, 0.5)"),
    ],
  };
}

export function powerInR(request: PowerRequest): RPart {
  const alpha = rNumber(request.alpha ?? 0.05);
  const data = { columns: ["alpha"], rows: [[request.alpha ?? 0.05]] };
  if (request.of === "means") {
    const means = `delta = ${rNumber(Math.abs(request.difference))}, sd = ${rNumber(request.deviation)}, sig.level = ${alpha}, type = "${request.design === "paired" ? "paired" : "two.sample"}"`;
    return { data, lines: [show("Power", `power.t.test(n = ${request.n}, ${means})$power`), show(`For 80%, ${request.design === "paired" ? "pairs" : "people in each group"}`, `ceiling(power.t.test(power = 0.8, ${means}, tol = 1e-10)$n)`)] };
  }
  if (request.of === "shares") {
    const shares = `p1 = ${rNumber(request.first)}, p2 = ${rNumber(request.second)}, sig.level = ${alpha}`;
    return { data, lines: [show("Power", `power.prop.test(n = ${request.n}, ${shares})$power`), show("For 80%, people in each group", `ceiling(power.prop.test(power = 0.8, ${shares}, tol = 1e-10)$n)`)] };
  }
  if (request.of === "rates") {
    const { rate, ratio, exposureBefore, exposureAfter, dispersion = 1 } = request;
    return { data, lines: [show("Power", `pnorm(qnorm(1 - ${alpha} / 2) - abs(log(${rNumber(ratio)})) / sqrt(${rNumber(dispersion)} * (1 / ${rNumber(rate * exposureBefore)} + 1 / ${rNumber(rate * ratio * exposureAfter)})), lower.tail = FALSE)`)] };
  }
  const { unitsPerStep, steps, perCell, difference, deviation, icc } = request;
  return {
    data,
    lines: [
      comment("Hussey and Hughes 2007, by generalized least squares on the cells."),
      `u <- ${unitsPerStep} * ${steps}; p <- ${steps} + 1; on <- outer(1:u, 1:p, function(i, t) as.numeric(t > floor((i - 1) / ${unitsPerStep}) + 1))`,
      `V <- diag(${rNumber((deviation ** 2 * (1 - icc)) / perCell)}, p) + ${rNumber(deviation ** 2 * icc)}; A <- matrix(0, p + 1, p + 1)`,
      "for (i in 1:u) { Z <- cbind(diag(p), on[i, ]); A <- A + t(Z) %*% solve(V) %*% Z }",
      show("Power", `pnorm(qnorm(1 - ${alpha} / 2) - abs(${rNumber(difference)}) / sqrt(solve(A)[p + 1, p + 1]), lower.tail = FALSE)`),
    ],
  };
}
