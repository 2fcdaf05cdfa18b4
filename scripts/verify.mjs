// Checks an exported chain of records with nothing but Node: npm run verify -- FILE [HEAD]
// HEAD is a hash that was kept elsewhere; with it, a chain cut off at the end is found too.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const fields = ["programId", "sequence", "at", "actorId", "actorName", "organizationId", "act", "outcome", "subject", "subjectId", "detail"];

const [file, head] = process.argv.slice(2);
if (!file) stop("Name the exported file: npm run verify -- FILE [HEAD]", 2);

const bundle = read(file);
let previous = "0".repeat(64);
let expected = 1;
for (const record of bundle.records) {
  if (record.sequence !== expected) stop(`Record ${expected} is missing or out of order (found ${record.sequence}).`);
  if (record.previousHash !== previous) stop(`Record ${expected} does not follow the record before it.`);
  if (hashOf(previous, record) !== record.hash) stop(`Record ${expected} was touched: its text does not match its hash.`);
  previous = record.hash;
  expected += 1;
}
if (bundle.head && bundle.head.hash !== previous) stop(`Records are missing after ${expected - 1}: the file's own head is ${bundle.head.sequence}.`);
if (head && !bundle.records.some((record) => record.hash === head)) stop(`The head ${head} that was kept is not in this chain: records are missing or the chain was made anew.`);
console.log(`${bundle.records.length} records, unbroken. Head ${previous}`);

function read(path) {
  try {
    const bundle = JSON.parse(readFileSync(path, "utf8"));
    if (bundle.format !== "concord-records-1" || !Array.isArray(bundle.records)) stop(`${path} is not an export of Concord's records.`, 2);
    return bundle;
  } catch (fault) {
    return stop(`${path} cannot be read: ${fault.message}`, 2);
  }
}

function hashOf(before, record) {
  const said = Object.fromEntries(fields.map((field) => [field, record[field]]));
  return createHash("sha256").update(Buffer.from([1])).update(Buffer.from(before, "hex")).update(canonical(said)).digest("hex");
}

function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function stop(why, code = 1) {
  console.error(why);
  process.exit(code);
}
