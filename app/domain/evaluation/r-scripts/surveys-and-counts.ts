import type { MatchedRequest, StratifiedRequest, TableRequest, TwoByTwoRequest } from "../analyses/counts";
import type { GroupsRequest, PairedRequest } from "../analyses/surveys";
import { decayFits, type DecayRequest } from "../analyses/waves";
import { contingency } from "../statistics/contingency";
import type { DecayShape } from "../statistics/decay";
import { comment, rNumber, type RPart, show } from "./r-text";

/** The interval of a standardized effect: the non-centralities between which t lies. */
const noncentral = [
  comment("The interval of an effect size: non-central t."),
  "nc <- function(t, df) c(uniroot(function(x) pt(t, df, x, lower.tail = FALSE) - (1 - level) / 2, c(t - 20 - 2 * abs(t), t), tol = 1e-12)$root, uniroot(function(x) pt(t, df, x) - (1 - level) / 2, c(t, t + 20 + 2 * abs(t)), tol = 1e-12)$root)",
];

export function pairedInR({ before, after, level = 0.95 }: PairedRequest): RPart {
  return {
    data: { columns: ["before", "after"], rows: before.map((value, i) => [value, after[i] ?? NaN]) },
    lines: [
      `level <- ${rNumber(level)}; h <- t.test(d$after, d$before, paired = TRUE, conf.level = level)`,
      ...noncentral,
      "n <- nrow(d); s <- sd(d$after - d$before); av <- (sd(d$before) + sd(d$after)) / 2; b <- nc(h$statistic[[1]], n - 1) / sqrt(n)",
      "J <- exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2); dz <- mean(d$after - d$before) / s",
      show("Mean before", "mean(d$before)"),
      show("Mean after", "mean(d$after)"),
      show("Mean change", "h$estimate"),
      show("Low", "h$conf.int[1]"),
      show("High", "h$conf.int[2]"),
      show("d_z", "dz"),
      show("d_z, low", "b[1]"),
      show("d_z, high", "b[2]"),
      show("d_av", "dz * s / av"),
      show("d_av, low", "b[1] * s / av"),
      show("d_av, high", "b[2] * s / av"),
      show("Hedges' g", "dz * s / av * J"),
      show("Hedges' g, low", "b[1] * s / av * J"),
      show("Hedges' g, high", "b[2] * s / av * J"),
      comment("Signed ranks of those who changed: every way in which the signs could have fallen; for many people the normal curve, corrected for continuity."),
      "g <- d$after - d$before; g <- g[g != 0]; r <- rank(abs(g)); v <- sum(r[g > 0]); n <- length(g)",
      "if (n > 0) {",
      "  if (n <= 200) {",
      "    w <- 1; for (k in round(2 * r)) w <- (c(w, rep(0, k)) + c(rep(0, k), w)) / 2",
      "    i <- seq_along(w) - 1; o <- round(2 * v); rank.p <- min(1, 2 * min(sum(w[i <= o]), sum(w[i >= o])))",
      "  } else {",
      "    t <- table(r); away <- v - n * (n + 1) / 4; rank.p <- min(1, 2 * pnorm(-abs((away - sign(away) / 2) / sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(t^3 - t) / 48))))",
      "  }",
      `  ${show("p, signed rank", "rank.p")}`,
      `  a <- outer(g, g, "+") / 2; ${show("Typical change of those who changed (Hodges and Lehmann)", "median(a[upper.tri(a, diag = TRUE)])")}`,
      `  ${show("Rank-biserial correlation", "2 * v / sum(r) - 1")}`,
      "}",
      show("Correlation of before and after", "cor(d$before, d$after)"),
      show("p, paired t", "h$p.value"),
    ],
  };
}

const rankSumInR = [
  comment("Rank sum: every way in which the ranks could have fallen, ties included; for large groups the normal curve, corrected for continuity."),
  "m <- length(a); n <- length(b); r <- rank(c(b, a)); w <- sum(r[1:n]); u <- w - n * (n + 1) / 2",
  "if (m * n * (m + n) <= 2e6) {",
  "  x <- round(2 * r); top <- sum(sort(x, decreasing = TRUE)[1:n]); W <- matrix(0, n + 1, top + 1); W[1, 1] <- 1",
  "  for (k in x) for (j in n:1) W[j + 1, (k + 1):(top + 1)] <- W[j + 1, (k + 1):(top + 1)] + W[j, 1:(top + 1 - k)]",
  "  chance <- W[n + 1, ] / sum(W[n + 1, ]); s <- 0:top; o <- round(2 * w); rank.p <- min(1, 2 * min(sum(chance[s <= o]), sum(chance[s >= o])))",
  "} else {",
  "  t <- table(r); away <- u - m * n / 2; rank.p <- min(1, 2 * pnorm(-abs((away - sign(away) / 2) / sqrt(m * n / 12 * (m + n + 1 - sum(t^3 - t) / ((m + n) * (m + n - 1)))))))",
  "}",
  show("p, rank sum", "rank.p"),
];

export function groupsInR({ first, second, level = 0.95 }: GroupsRequest): RPart {
  return {
    data: { columns: ["group", "value"], rows: [first, second].flatMap(({ name, values }, g) => values.map((value) => [`${g + 1} ${name}`, value])) },
    lines: [
      `level <- ${rNumber(level)}; a <- d$value[substr(d$group, 1, 1) == "1"]; b <- d$value[substr(d$group, 1, 1) == "2"]`,
      "h <- t.test(b, a, conf.level = level); k <- t.test(b, a, var.equal = TRUE)",
      ...noncentral,
      "size <- sqrt(1 / length(a) + 1 / length(b)); i <- nc(k$statistic[[1]], k$parameter[[1]]) * size",
      'show(paste0("Mean, ", sub("^. ", "", unique(d$group))), c(mean(a), mean(b)), each = TRUE)',
      show("Difference", "mean(b) - mean(a)"),
      show("Low", "h$conf.int[1]"),
      show("High", "h$conf.int[2]"),
      show("Cohen's d", "k$statistic[[1]] * size"),
      show("Cohen's d, low", "i[1]"),
      show("Cohen's d, high", "i[2]"),
      "df <- k$parameter[[1]]; J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)",
      show("Hedges' g", "k$statistic[[1]] * size * J"),
      show("Hedges' g, low", "i[1] * J"),
      show("Hedges' g, high", "i[2] * J"),
      show("Typical difference (Hodges and Lehmann)", 'median(outer(b, a, "-"))'),
      show("Chance that the second group's value is larger", "mean(outer(b, a, function(x, y) (x > y) + (x == y) / 2))"),
      show("p, Welch's t", "h$p.value"),
      ...rankSumInR,
    ],
  };
}

/** Until half of the start is left; with a floor, half of what can fade. */
const halfLives: Record<DecayShape, string> = { exponential: "log(2) / k[2, 1]", power: "2^(1 / k[2, 1]) - 1", asymptotic: "log(2) / k[2, 1]", logarithmic: "expm1(k[1, 1] / 2 / k[2, 1])" };

export function decayInR(request: DecayRequest): RPart {
  const { chosen } = decayFits(request);
  const { waves, level = 0.95 } = request;
  const weighted = waves.every(({ deviation, n }) => deviation !== undefined && n !== undefined && deviation > 0);
  const formula = { exponential: "a * exp(-b * time)", power: "a * (time + 1)^(-b)", asymptotic: "c + (a - c) * exp(-b * time)", logarithmic: "a - b * log1p(time)" }[chosen.shape];
  const names = ["a", "b", "c"].slice(0, chosen.parameters.length);
  return {
    data: { columns: ["time", "mean", ...(weighted ? ["deviation", "n"] : [])], rows: waves.map(({ time, mean, deviation = 1, n = 1 }) => (weighted ? [time, mean, deviation, n] : [time, mean])) },
    lines: [
      `level <- ${rNumber(level)}; w <- ${weighted ? "d$n / d$deviation^2" : "rep(1, nrow(d))"}`,
      comment("The start is near the end, so that R finds it; the fit itself is R's."),
      `f <- deriv(~ ${formula}, ${JSON.stringify(names).replace("[", "c(").replace("]", ")")}, function(time, ${names.join(", ")}) NULL)`,
      `m <- suppressWarnings(nls(mean ~ f(time, ${names.join(", ")}), d, start = list(${names.map((name, i) => `${name} = ${rNumber(Number((chosen.parameters[i] ?? 0).toPrecision(3)))}`).join(", ")}), weights = w, control = nls.control(tol = 1e-10, maxiter = 500, warnOnly = TRUE)))`,
      "k <- summary(m)$coefficients; q <- qt(1 - (1 - level) / 2, max(1, df.residual(m)))",
      ...chosen.estimates.flatMap(({ name }, i) => [show(name, `k[${i + 1}, 1]`), show(`${name}, low`, `k[${i + 1}, 1] - q * k[${i + 1}, 2]`), show(`${name}, high`, `k[${i + 1}, 1] + q * k[${i + 1}, 2]`)]),
      show("Curve, at the first wave", "predict(m, data.frame(time = min(d$time)))"),
      show("Curve, at the last wave", "predict(m, data.frame(time = max(d$time)))"),
      ...(chosen.halfLife === null ? [] : [show("Half-life", halfLives[chosen.shape])]),
      show("Share of the spread explained", "1 - sum(w * (d$mean - predict(m))^2) / sum(w * (d$mean - mean(d$mean))^2)"),
    ],
  };
}

export function twoByTwoInR({ table, groups, level = 0.95 }: TwoByTwoRequest): RPart {
  return {
    data: { columns: ["group", "yes", "no"], rows: [[groups[0], table.a, table.b], [groups[1], table.c, table.d]] },
    lines: [
      `level <- ${rNumber(level)}; m <- as.matrix(d[, c("yes", "no")]); f <- fisher.test(m, conf.level = level); p <- d$yes / rowSums(m)`,
      comment("Newcombe's interval of the difference, from two Wilson intervals."),
      "w <- function(x, n) { z <- qnorm(1 - (1 - level) / 2); s <- x / n; (s + z^2 / (2 * n) + c(-1, 1) * z * sqrt(s * (1 - s) / n + z^2 / (4 * n^2))) / (1 + z^2 / n) }",
      "a <- w(d$yes[1], sum(m[1, ])); b <- w(d$yes[2], sum(m[2, ]))",
      'show(paste0("Share, ", d$group), p, each = TRUE)',
      show("Difference, percentage points", "100 * (p[1] - p[2])"),
      show("Low", "100 * (p[1] - p[2] - sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2))"),
      show("High", "100 * (p[1] - p[2] + sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2))"),
      "z <- qnorm(1 - (1 - level) / 2); rr <- p[1] / p[2]; sr <- sqrt(sum(1 / m[, 1] - 1 / rowSums(m))); or <- m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1]); so <- sqrt(sum(1 / m))",
      "if (all(m[, 1] > 0)) {",
      `  ${show("Ratio of shares", "rr")}; ${show("Ratio of shares, low", "rr * exp(-z * sr)")}; ${show("Ratio of shares, high", "rr * exp(z * sr)")}`,
      "}",
      "if (all(m > 0)) {",
      `  ${show("Odds ratio", "or")}; ${show("Odds ratio, low", "or * exp(-z * so)")}; ${show("Odds ratio, high", "or * exp(z * so)")}`,
      comment("The conditional odds ratio and its exact interval, closer than fisher.test gives them."),
      "  s <- max(0, sum(m[, 1]) - sum(m[2, ])):min(sum(m[, 1]), sum(m[1, ])); l <- dhyper(s, sum(m[1, ]), sum(m[2, ]), sum(m[, 1]), log = TRUE)",
      "  q <- function(o) { u <- exp(l + s * o - max(l + s * o)); u / sum(u) }; at <- function(g) exp(uniroot(g, log(or) + c(-1, 1) * (10 + 10 * so), tol = 1e-13)$root); tail <- (1 - level) / 2",
      `  ${show("Odds ratio, exact", "at(function(o) sum(q(o) * s) - m[1, 1])")}`,
      `  ${show("Odds ratio, exact, low", "at(function(o) sum(q(o)[s >= m[1, 1]]) - tail)")}`,
      `  ${show("Odds ratio, exact, high", "at(function(o) sum(q(o)[s <= m[1, 1]]) - tail)")}`,
      "}",
      show("p, Fisher's exact test", "f$p.value"),
      show("p, chi-square", "suppressWarnings(chisq.test(m, correct = FALSE))$p.value"),
    ],
  };
}

export function tableInR({ rows, columns, counts }: TableRequest): RPart {
  return {
    data: { columns: ["row", ...columns.map((_, j) => `c${j + 1}`)], rows: rows.map((name, i) => [name, ...(counts[i] ?? [])]) },
    lines: [
      "m <- as.matrix(d[, -1]); h <- suppressWarnings(chisq.test(m, correct = FALSE))",
      show("Chi-square", "h$statistic"),
      show("Degrees of freedom", "h$parameter"),
      show("Cramer's V", "sqrt(h$statistic / (sum(m) * (min(dim(m)) - 1)))"),
      show("p, chi-square", "h$p.value"),
      ...(contingency(counts).exact === null ? [] : [comment("Freeman and Halton."), show("p, exact", "fisher.test(m, workspace = 2e7)$p.value")]),
    ],
  };
}

export function matchedInR({ gained, lost, stayedYes, stayedNo, level = 0.95 }: MatchedRequest): RPart {
  return {
    data: { columns: ["gained", "lost", "stayedYes", "stayedNo"], rows: [[gained, lost, stayedYes, stayedNo]] },
    lines: [
      show("Turned to yes", "d$gained"),
      show("Turned to no", "d$lost"),
      `b <- binom.test(d$gained, d$gained + d$lost, 0.5, conf.level = ${rNumber(level)})`,
      show("Change of the share", "(d$gained - d$lost) / sum(d)"),
      ...(level === 0.95
        ? [
            "half <- qnorm(0.975) * sqrt(d$gained + d$lost - (d$gained - d$lost)^2 / sum(d)) / sum(d)",
            show("Change of the share, low", "(d$gained - d$lost) / sum(d) - half"),
            show("Change of the share, high", "(d$gained - d$lost) / sum(d) + half"),
          ]
        : []),
      "if (d$lost > 0) {",
      `  ${show("Turned to yes over turned to no", "d$gained / d$lost")}`,
      `  ${show("Turned to yes over turned to no, low", "b$conf.int[1] / (1 - b$conf.int[1])")}`,
      `  ${show("Turned to yes over turned to no, high", "b$conf.int[2] / (1 - b$conf.int[2])")}`,
      "}",
      show("p, exact", "b$p.value"),
      show("p, McNemar", "mcnemar.test(matrix(c(d$stayedYes, d$gained, d$lost, d$stayedNo), 2))$p.value"),
    ],
  };
}

export function stratifiedInR({ strata, level = 0.95 }: StratifiedRequest): RPart {
  return {
    data: { columns: ["agency", "yes1", "no1", "yes2", "no2"], rows: strata.map(({ name, a, b, c, d }) => [name, a, b, c, d]) },
    lines: [
      "d <- d[d$yes1 + d$no1 > 0 & d$yes2 + d$no2 > 0, ]; a <- d$yes1; b <- d$no1; c <- d$yes2; e <- d$no2; n <- a + b + c + e",
      `z <- qnorm(1 - (1 - ${rNumber(level)}) / 2); R <- a * e / n; S <- b * c / n; P <- (a + e) / n; Q <- (b + c) / n; or <- sum(R) / sum(S)`,
      comment("Robins, Breslow and Greenland's error of the logarithm of the common odds ratio."),
      "se <- sqrt(sum(P * R) / (2 * sum(R)^2) + sum(P * S + Q * R) / (2 * sum(R) * sum(S)) + sum(Q * S) / (2 * sum(S)^2))",
      show("Common odds ratio", "or"),
      show("Common odds ratio, low", "or * exp(-z * se)"),
      show("Common odds ratio, high", "or * exp(z * se)"),
      comment("Greenland and Robins: ratio and difference of shares."),
      "p <- sum(a * (c + e) / n); q <- sum(c * (a + b) / n); w <- sum((a + b) * (c + e) / n)",
      "if (p > 0 && q > 0) {",
      "  sr <- sqrt(sum(((a + b) * (c + e) * (a + c) - a * c * n) / n^2) / (p * q))",
      `  ${show("Common ratio of shares", "p / q")}`,
      `  ${show("Common ratio of shares, low", "p / q * exp(-z * sr)")}`,
      `  ${show("Common ratio of shares, high", "p / q * exp(z * sr)")}`,
      "}",
      "sd <- sqrt(sum((a * b * (c + e)^3 + c * e * (a + b)^3) / ((a + b) * (c + e) * n^2))) / w",
      show("Common difference of shares", "(p - q) / w"),
      show("Common difference of shares, low", "(p - q) / w - z * sd"),
      show("Common difference of shares, high", "(p - q) / w + z * sd"),
      "far <- abs(sum(a - (a + b) * (a + c) / n)); v <- sum(ifelse(n > 1, (a + b) * (c + e) * (a + c) * (b + e) / (n^2 * (n - 1)), 0))",
      show("p, Mantel-Haenszel", "pchisq((if (far >= 0.5) far - 0.5 else far)^2 / v, 1, lower.tail = FALSE)"),
      comment("Breslow and Day with Tarone's correction: the counts that the common odds ratio would give."),
      "f <- a + b; s <- c + e; y <- a + c; u <- or - 1; h <- or * (f + y) + s - y",
      "E <- if (abs(u) < 1e-12) f * y / n else 2 * or * f * y / (h + sqrt(h^2 - 4 * u * or * f * y))",
      "V <- 1 / (1 / E + 1 / (f - E) + 1 / (y - E) + 1 / (s - y + E)); k <- is.finite(V) & V > 0; g <- (a - E)[k]; V <- V[k]",
      show("p, odds ratios differ (Breslow, Day, Tarone)", "if (length(a) > 1) pchisq(sum(g^2 / V) - sum(g)^2 / sum(V), length(a) - 1, lower.tail = FALSE) else 1"),
    ],
  };
}
