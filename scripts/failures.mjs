import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

const again = "PASSED AT THE SECOND TRY";

/** What a run of the tests came to: how many passed and failed, and a line for each that failed or needed a second try. */
export function outcome(unitReport, browserReport) {
  const unit = read(unitReport);
  const browser = read(browserReport);
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.stats?.expected ?? 0) + (browser?.stats?.flaky ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (browser?.stats?.unexpected ?? 0),
    lines: [...(unit?.testResults ?? []).flatMap(failedOfFile), ...(browser?.suites ?? []).flatMap((suite) => failedOfSuite(suite, []))],
  };
}

/** A file may fail without a test in it that did: when it cannot be loaded. */
function failedOfFile({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const tests = assertionResults.filter(({ failureMessages }) => failureMessages?.length > 0);
  if (tests.length === 0) return status === "failed" ? [line("FAILED", file, message)] : [];
  return tests.map((test) => line(test.status === "failed" ? "FAILED" : again, `${file} › ${test.fullName}`, test.failureMessages[0]));
}

function failedOfSuite(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) =>
        line(status === "flaky" ? again : "FAILED", [...titles, spec.title].join(" › "), results.find(({ error }) => error)?.error.message),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failedOfSuite(inner, titles))];
}

/** The first words of what went wrong: an error may carry a whole page. */
function line(verdict, where, message = "") {
  const words = message.replace(/\u001b\[[0-9;]*m/g, "").trim().split("\n").slice(0, 3).join(" ");
  return `  ${verdict}: ${where}: ${words.slice(0, 400)}`;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
