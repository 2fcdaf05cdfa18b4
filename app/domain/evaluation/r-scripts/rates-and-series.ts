import type { PanelRequest } from "../analyses/panel";
import type { RateRequest } from "../analyses/rates";
import { seriesFit, type SeriesRequest } from "../analyses/series";
import { comment, rNumber, type RPart, show } from "./r-text";

const controls = "glm.control(epsilon = 1e-14, maxit = 100)";

export function ratesInR({ periods, change, level = 0.95 }: RateRequest): RPart {
  return {
    data: { columns: ["period", "events", "exposure", "after"], rows: periods.map(({ label, events, exposure }, i) => [label, events, exposure, i >= change ? 1 : 0]) },
    lines: [
      `level <- ${rNumber(level)}`,
      "e <- tapply(d$events, factor(d$after, 0:1), sum); x <- tapply(d$exposure, factor(d$after, 0:1), sum)",
      "h <- poisson.test(c(e[[2]], e[[1]]), c(x[[2]], x[[1]]), conf.level = level)",
      show("Events before", "e[[1]]"),
      show("Events after", "e[[2]]"),
      show("Rate before", "e[[1]] / x[[1]]"),
      show("Rate after", "e[[2]] / x[[2]]"),
      show("Rate ratio", "h$estimate"),
      show("Exact interval, low", "h$conf.int[1]"),
      show("Exact interval, high", "h$conf.int[2]"),
      show("p, exact", "h$p.value"),
      comment("Mid-p: the outcome that was seen counts half in each tail."),
      "k <- e[[2]]; n <- sum(e); tail <- (1 - level) / 2; as.ratio <- function(p) p / (1 - p) * x[[1]] / x[[2]]",
      "up <- function(p) pbinom(k, n, p, lower.tail = FALSE) + dbinom(k, n, p) / 2 - tail; down <- function(p) pbinom(k - 1, n, p) + dbinom(k, n, p) / 2 - tail",
      show("Mid-p interval, low", "if (k == 0) 0 else as.ratio(uniroot(up, c(0, k / n), tol = 1e-15)$root)"),
      show("Mid-p interval, high", "if (k == n) Inf else as.ratio(uniroot(down, c(k / n, 1), tol = 1e-15)$root)"),
      "if (all(e > 0)) {",
      "  z <- qnorm(1 - (1 - level) / 2); s <- sqrt(sum(1 / e))",
      `  ${show("Wald interval, low", "h$estimate * exp(-z * s)")}`,
      `  ${show("Wald interval, high", "h$estimate * exp(z * s)")}`,
      "}",
      comment("Quasi-Poisson: as wide as the periods show the counts to spread."),
      "if (nrow(d) > 3 && all(e > 0)) {",
      `  m <- glm(events ~ after + offset(log(exposure)), poisson, d, control = ${controls})`,
      "  X <- model.matrix(m); f <- fitted(m); spread <- sum((d$events - f)^2 / f) / m$df.residual",
      "  k <- c(coef(m)[[2]], sqrt(chol2inv(chol(crossprod(X * sqrt(f))))[2, 2] * spread)); q <- qt(1 - (1 - level) / 2, m$df.residual)",
      `  ${show("Spread (variance over mean)", "spread")}`,
      `  ${show("Quasi-Poisson interval, low", "exp(k[1] - q * k[2])")}`,
      `  ${show("Quasi-Poisson interval, high", "exp(k[1] + q * k[2])")}`,
      `  ${show("p, quasi-Poisson", "2 * pt(-abs(k[1] / k[2]), m$df.residual)")}`,
      ...negativeBinomial.map((line) => `  ${line}`),
      "}",
    ],
  };
}

/** By maximum likelihood, in turns: the ratio for a spread, the spread for what was fitted. Only where the counts spread wider than chance. */
const negativeBinomial = [
  comment("Negative binomial: the variance is the mean + mean^2 / theta."),
  "y <- d$events",
  "if (sum((y - f)^2 - y) > 0) {",
  "  theta <- nrow(d) / sum((y / f - 1)^2); wider <- poisson(); wider$variance <- function(mu) mu + mu^2 / theta",
  "  for (i in 1:500) {",
  `    g <- glm(events ~ after + offset(log(exposure)), wider, d, control = ${controls}); u <- fitted(g)`,
  "    best <- exp(uniroot(function(t) { t <- exp(t); sum(digamma(t + y) - digamma(t) - log1p(u / t) + (u - y) / (u + t)) }, c(-10, 14), tol = 1e-15)$root)",
  "    if (abs(best - theta) <= 1e-12 * theta) break else theta <- best",
  "  }",
  "  k <- c(coef(g)[[2]], sqrt(chol2inv(chol(crossprod(X * sqrt(u / (1 + u / theta)))))[2, 2])); q <- qnorm(1 - (1 - level) / 2)",
  `  ${show("Negative binomial ratio", "exp(k[1])")}`,
  `  ${show("Negative binomial ratio, low", "exp(k[1] - q * k[2])")}`,
  `  ${show("Negative binomial ratio, high", "exp(k[1] + q * k[2])")}`,
  "}",
];

/** The columns of the model, so that R fits exactly what was fitted here. */
export function seriesInR(request: SeriesRequest): RPart {
  const { periods, change, impact, family, errors, level = 0.95, seasonality, season = 0 } = request;
  const counts = family === "counts";
  const fit = seriesFit(request);
  const exposed = periods.every(({ exposure }) => exposure !== undefined) && counts;
  const offset = exposed ? " + offset(log(exposure))" : "";
  const seasons =
    seasonality.kind === "none"
      ? []
      : seasonality.kind === "terms"
        ? [`d$season <- factor((d$place + ${season}) %% ${seasonality.length})`]
        : Array.from({ length: seasonality.pairs }, (_, k) => `d$sine${k + 1} <- sin(2 * pi * ${k + 1} * (d$place + ${season} + 1) / ${seasonality.length}); d$cosine${k + 1} <- cos(2 * pi * ${k + 1} * (d$place + ${season} + 1) / ${seasonality.length})`);
  const terms = ["trend", ...(impact.level ? ["level"] : []), ...(impact.slope ? ["slope"] : []), ...(seasonality.kind === "terms" ? ["season"] : seasonality.kind === "harmonics" ? Array.from({ length: seasonality.pairs }, (_, k) => `sine${k + 1} + cosine${k + 1}`) : [])];
  const main = impact.level ? "level" : "slope";
  const scale = counts ? "exp" : "identity";
  return {
    data: { columns: exposed ? ["period", "value", "exposure"] : ["period", "value"], rows: periods.map(({ label, value, exposure = 1 }) => (exposed ? [label, value, exposure] : [label, value])) },
    lines: [
      `d$place <- seq_len(nrow(d)) - 1; change <- ${change}; start <- ${change + impact.lag}; level <- ${rNumber(level)}`,
      "d$trend <- d$place; d$level <- as.numeric(d$place >= start); d$slope <- pmax(0, d$place - start)",
      ...seasons,
      "u <- d[d$place < change | d$place >= start, ]",
      counts ? `m <- glm(value ~ ${terms.join(" + ")}${offset}, poisson, u, control = ${controls})` : `m <- lm(value ~ ${terms.join(" + ")}, u)`,
      "X <- model.matrix(m); n <- nrow(X); k <- ncol(X)",
      counts ? "bread <- chol2inv(chol(crossprod(X * sqrt(fitted(m))))); s <- u$value - fitted(m); spread <- sum(s^2 / fitted(m)) / (n - k)" : "bread <- chol2inv(chol(crossprod(X))); s <- residuals(m); spread <- sum(s^2) / (n - k)",
      ...(errors === "newey-west"
        ? [
            comment("Newey-West: Bartlett weights, n / (n - k)."),
            `L <- ${fit.lag ?? 0}; S <- X * s; M <- crossprod(S)`,
            "if (L > 0) for (l in 1:L) { C <- crossprod(S[(l + 1):n, , drop = FALSE], S[1:(n - l), , drop = FALSE]); M <- M + (1 - l / (L + 1)) * (C + t(C)) }",
            "V <- bread %*% M %*% bread * n / (n - k)",
          ]
        : ["V <- bread * spread"]),
      "dimnames(V) <- list(colnames(X), colnames(X)); b <- coef(m); q <- qt(1 - (1 - level) / 2, n - k)",
      `j <- ${JSON.stringify(main)}; se <- sqrt(V[j, j])`,
      show(impact.level ? "Jump at the change" : "Change of slope, each period", `${scale}(b[[j]])`),
      show("Low", `${scale}(b[[j]] - q * se)`),
      show("High", `${scale}(b[[j]] + q * se)`),
      show("Trend before, each period", `${scale}(b[["trend"]])`),
      ...(impact.level && impact.slope ? [show("Change of slope, each period", `${scale}(b[["slope"]])`)] : []),
      show("p", "2 * pt(-abs(b[[j]] / se), n - k)"),
      ...(counts ? [show("Spread (variance over mean)", "spread")] : []),
      comment("What was to be expected without the change."),
      "without <- u; without$level <- 0; without$slope <- 0",
      "a <- u$place >= change; X0 <- model.matrix(delete.response(terms(m)), without)",
      counts ? `e0 <- exp(X0 %*% b${exposed ? " + log(u$exposure)" : ""})` : "e0 <- X0 %*% b",
      counts ? "g <- colSums(X0[a, , drop = FALSE] * e0[a]); half <- q * sqrt(drop(g %*% V %*% g))" : "g <- colSums(X0[a, , drop = FALSE]); half <- q * sqrt(drop(g %*% V %*% g))",
      show("Observed after the change", "sum(u$value[a])"),
      show("Expected without it", "sum(e0[a])"),
      show("Difference", "sum(u$value[a]) - sum(e0[a])"),
      show("Difference, low", "sum(u$value[a]) - sum(e0[a]) - half"),
      show("Difference, high", "sum(u$value[a]) - sum(e0[a]) + half"),
    ],
  };
}

const plainRatio = [
  comment("Everything before a unit's start against everything after, for comparison only."),
  "e <- tapply(d$value, factor(d$treated > 0.5, c(FALSE, TRUE)), sum, default = 0); x <- tapply(d$exposure, factor(d$treated > 0.5, c(FALSE, TRUE)), sum, default = 0)",
  `if (all(x > 0) && sum(e) > 0) ${show("Plain ratio, for comparison only", "e[[2]] / x[[2]] / (e[[1]] / x[[1]])")}`,
];

const onTheTrained = [
  comment("Each unit against those that still wait in the same period (Callaway and Sant'Anna 2021); all units in all periods."),
  "U <- unique(d$unit); P <- unique(d$period); at <- matrix(match(outer(U, P, paste, sep = \"\\r\"), paste(d$unit, d$period, sep = \"\\r\")), length(U))",
  "if (!anyNA(at)) {",
  "  M <- matrix((d$value / d$exposure)[at], length(U)); N <- rowMeans(matrix(d$exposure[at], length(U))); S <- apply(matrix(d$treated[at] > 0, length(U)), 1, function(on) if (any(on)) which(on)[1] else Inf)",
  "  effect <- 0; weight <- 0",
  "  for (g in which(S > 1 & S <= length(P))) for (t in S[g]:length(P)) {",
  "    w <- S > t; before <- S[g] - 1",
  "    if (any(w)) { effect <- effect + N[g] * (M[g, t] - M[g, before] - sum(N[w] * (M[w, t] - M[w, before])) / sum(N[w])); weight <- weight + N[g] }",
  "  }",
  `  if (weight > 0) ${show("Average effect on the trained, per exposure (Callaway and Sant'Anna)", "effect / weight")}`,
  "}",
];

export function panelInR({ rows, family, level = 0.95 }: PanelRequest): RPart {
  const counts = family === "counts";
  return {
    data: { columns: ["unit", "period", "value", "exposure", "treated"], rows: rows.map(({ unit, period, value, exposure = 1, treated }) => [unit, period, value, exposure, treated]) },
    lines: [
      `level <- ${rNumber(level)}`,
      "d$unit <- as.character(d$unit); d$period <- as.character(d$period)",
      ...(counts ? plainRatio : []),
      ...onTheTrained,
      ...(counts ? [comment("Units and periods without a single event say nothing about a ratio."), "d <- d[ave(d$value, d$unit, FUN = sum) > 0 & ave(d$value, d$period, FUN = sum) > 0, ]"] : []),
      counts ? `m <- glm(value ~ factor(unit) + factor(period) + treated + offset(log(exposure)), poisson, d, control = ${controls})` : "m <- lm(I(value / exposure) ~ factor(unit) + factor(period) + treated, d, weights = exposure)",
      "X <- model.matrix(m)",
      counts ? "W <- fitted(m); s <- d$value - fitted(m); spread <- sum(s^2 / W) / df.residual(m)" : "W <- d$exposure; s <- residuals(m) * d$exposure; spread <- sum(d$exposure * residuals(m)^2) / df.residual(m)",
      "bread <- chol2inv(chol(crossprod(X * sqrt(W)))); G <- length(unique(d$unit)); t1 <- ncol(X)",
      comment("Errors clustered by unit, G / (G - 1)."),
      "S <- rowsum(X * s, d$unit); V <- bread %*% crossprod(S) %*% bread * G / (G - 1)",
      "b <- coef(m)[[t1]]; se <- sqrt(V[t1, t1]); q <- qt(1 - (1 - level) / 2, G - 1)",
      show(counts ? "Rate ratio, trained over not yet trained" : "Difference, trained minus not yet trained", counts ? "exp(b)" : "b"),
      show("Low", counts ? "exp(b - q * se)" : "b - q * se"),
      show("High", counts ? "exp(b + q * se)" : "b + q * se"),
      show("Standard error, clustered", "se"),
      show("Standard error, not clustered", "sqrt(bread[t1, t1] * spread)"),
      show("p", "2 * pt(-abs(b / se), G - 1)"),
    ],
  };
}
