import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { outcome } from "./failures.mjs";
import { findOffice } from "./office.mjs";
import { build, checkNode, generateClient, install } from "./prepare.mjs";
import { root, run, runNode } from "./run.mjs";

process.chdir(root);
const reports = path.join(root, "node_modules", ".cache", "concord", "reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const unitReport = path.join(reports, "unit.json");
const browserReport = path.join(reports, "browser.json");

const begun = performance.now();
const failures = [];

// What comes from the system's packages needs none of ours.
const office = part("LibreOffice, where it can be had", () => findOffice({ install: run }));
const ready = (await part("Node.js", checkNode)) && (await part("packages", install)) && (await part("database client", generateClient));
if (ready) {
  await part("schema and migrations agree", () => runNode("The check of the migrations", ["scripts/migration.mjs", "check"]));
  // None of these needs the whole machine.
  const [, built, browser] = await Promise.all([
    part("types", () => runNode("The check of the types", ["node_modules/typescript-native/bin/tsc", "--noEmit"])),
    part("build", build),
    office.then(() => part("browser", () => findBrowser({ install: run }))),
  ]);
  await part("unit tests", () =>
    runNode("A unit test", ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`], {}, { show: true }),
  );
  if (built && browser)
    await part("browser tests", () =>
      runNode("A browser test", ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport }, { show: true }),
    );
}

const { passed, failed, lines } = outcome(unitReport, browserReport);
// A step that is no test, such as the types, counts as one failure.
const stepsFailed = failures.filter((title) => title !== "unit tests" && title !== "browser tests").length;
const silent = failures.length > 0 && failed === 0 && stepsFailed === 0 ? 1 : 0;
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}.`);
// Of a long log often only the end is kept.
for (const line of lines) console.log(line);
console.log(`Total: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed + stepsFailed + silent} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function part(title, work) {
  const from = performance.now();
  console.log(`> ${title}`);
  try {
    await work();
    console.log(`  ${title}: ok, ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return true;
  } catch (fault) {
    console.error(fault.message);
    console.log(`  ${title}: FAILED, ${((performance.now() - from) / 1000).toFixed(1)} s`);
    failures.push(title);
    return false;
  }
}
