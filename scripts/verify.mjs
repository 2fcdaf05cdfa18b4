// Checks, with nothing but Node, what was taken from Concord:
//   npm run verify -- records.json [HASH] [--heads FILE]
//   npm run verify -- bundle.zip [--heads FILE] [--key PUBLIC_KEY]
// HASH is the head of the chain that was kept elsewhere; FILE is any text with signed heads in it, such as the daily mails.
import { readFileSync } from "node:fs";
import { verifyBundle } from "./verify/bundle.mjs";
import { firstTouched, chainStart } from "./verify/chain.mjs";
import { firstContradiction, headsIn } from "./verify/heads.mjs";

const { file, kept, headsFile, key } = argumentsGiven(process.argv.slice(2));
if (!file) stop("Name the file: npm run verify -- FILE [HASH] [--heads FILE] [--key PUBLIC_KEY]", 2);

const heads = headsFile ? headsIn(read(headsFile).toString("utf8")) : [];
if (headsFile && heads.length === 0) stop(`${headsFile} has no signed head in it.`, 2);
const bytes = read(file);
if (bytes.subarray(0, 2).toString() === "PK") verifyZip(bytes);
else verifyRecords(parsed(bytes));

function verifyZip(bundle) {
  const { fault, said } = verifyBundle(bundle, { heads, key });
  if (fault) stop(fault);
  console.log(said.join("\n"));
}

function verifyRecords({ records, head }) {
  const touched = firstTouched(records);
  if (touched) stop(touched);
  const last = records.at(-1)?.hash ?? chainStart;
  if (head && head.hash !== last) stop(`Records are missing after ${records.length}: the file's own head is ${head.sequence}.`);
  if (kept && !records.some((record) => record.hash === kept)) stop(`The head ${kept} that was kept is not in this chain: records are missing or the chain was made anew.`);
  const contradiction = firstContradiction(records, heads);
  if (contradiction) stop(contradiction);
  console.log(`${records.length} records, unbroken. Head ${last}`);
  if (heads.length > 0) console.log(`${heads.length} signed heads agree, up to record ${heads.at(-1).sequence}. Signed with ${[...new Set(heads.map(({ publicKey }) => publicKey))].join(" and ")}`);
}

function argumentsGiven(words) {
  const option = (name) => {
    const at = words.indexOf(name);
    return at === -1 ? null : (words.splice(at, 2)[1] ?? "");
  };
  const headsFile = option("--heads");
  const key = option("--key");
  const [file, kept] = words;
  return { file, kept, headsFile, key };
}

function parsed(content) {
  try {
    const bundle = JSON.parse(content.toString("utf8"));
    if (bundle?.format === "concord-records-1" && Array.isArray(bundle.records)) return bundle;
  } catch {
    // Said below.
  }
  return stop(`${file} is not an export of Concord's records, nor a bundle.`, 2);
}

function read(path) {
  try {
    return readFileSync(path);
  } catch (fault) {
    return stop(`${path} cannot be read: ${fault.message}`, 2);
  }
}

function stop(why, code = 1) {
  console.error(why);
  process.exit(code);
}
