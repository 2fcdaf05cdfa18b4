import { createHash } from "node:crypto";
import { hashOf } from "./chain.mjs";
import { signatureHolds, signedBy } from "./heads.mjs";
import { rootFromPath } from "./merkle.mjs";
import { filesOf } from "./zip.mjs";

/** Checks a bundle: the first thing that was touched in a sentence (`fault`), or what holds (`said`). */
export function verifyBundle(bytes, { heads, key }) {
  let files;
  try {
    files = filesOf(bytes);
  } catch (fault) {
    return { fault: `This bundle was touched: ${fault.message}` };
  }
  const named = new Map(files.map(({ name, content }) => [name, content]));
  const opened = openIndex(named);
  if (opened.fault) return opened;
  const { index, signature } = opened;
  const fault = filesTouched(index, files, named) ?? recordsTouched(named.get("records.json"), index.records) ?? otherKey(signature, heads, key) ?? headTouched(named.get("records.json"), heads);
  if (fault) return { fault };
  const { head, records } = JSON.parse(named.get("records.json"));
  return {
    said: [
      `${index.title}`,
      `${index.files.length} files and ${records.length} records, untouched.`,
      head ? `The records are under the signed head of ${head.at}.` : "No signed head covers these records yet: take the bundle again after the next one.",
      heads.length > 0 || key ? `Signed with the key that you kept: ${signature.publicKey}` : `Signed with ${signature.publicKey}. Compare this key with the one you kept, or name kept heads with --heads: whoever makes a whole bundle anew signs it with another.`,
    ],
  };
}

function openIndex(named) {
  for (const name of ["index.json", "signature.json"]) if (!named.has(name)) return { fault: `${name} is missing.` };
  const index = parsed(named.get("index.json"));
  const signature = parsed(named.get("signature.json"));
  if (index?.format !== "concord-bundle-1" || !Array.isArray(index.files) || !Array.isArray(index.records)) return { fault: "index.json was touched: it is not the index of a bundle." };
  if (!signature) return { fault: "signature.json was touched: it cannot be read." };
  if (!signedBy(signature.publicKey, `concord-bundle-1 ${sha256(named.get("index.json"))}`, signature.signature)) return { fault: "index.json or signature.json was touched: the signature does not match the index." };
  if (named.get("signature.json").toString("utf8") !== signatureFile(signature, sha256(named.get("index.json")))) return { fault: "signature.json was touched: it is not as it is written for this index." };
  return { index, signature };
}

/** The one way in which a signature is written, so that no letter of its file can be another. */
function signatureFile({ publicKey, signature }, indexHash) {
  const whole = (coded) => Buffer.from(coded, "base64url").toString("base64url");
  return `${JSON.stringify({ publicKey: whole(publicKey), sha256: indexHash, signature: whole(signature), signs: "index.json" })}\n`;
}

function filesTouched({ files: listed, records }, files, named) {
  for (const { name, sha256: hash } of listed) {
    if (!named.has(name)) return `${name} is missing.`;
    if (sha256(named.get(name)) === hash) continue;
    return (name === "records.json" && recordsTouched(named.get(name), records)) || `${name} was touched: its content does not match its SHA-256 in the index.`;
  }
  const expected = [...listed.map(({ name }) => name), "index.json", "signature.json"];
  const added = files.find(({ name }) => !expected.includes(name));
  if (added) return `${added.name} was put in: the index does not know it.`;
  const moved = files.find(({ name }, at) => name !== expected[at]);
  return moved ? `${moved.name} is out of order.` : null;
}

/** Names the first record that is not as the index says, or not under the root. */
function recordsTouched(content, listed) {
  const proof = parsed(content);
  if (proof?.format !== "concord-bundle-records-1" || !Array.isArray(proof.records)) return "records.json was touched: it holds no records.";
  const { records, size, root } = proof;
  for (const [at, { sequence, hash }] of listed.entries()) {
    const record = records[at];
    if (!record) return `records.json was cut off: record ${sequence} is missing.`;
    if (record.sequence !== sequence) {
      if (!records.some((other) => other.sequence === sequence)) return `records.json: record ${sequence} is missing.`;
      return listed.some((other) => other.sequence === record.sequence) ? `records.json: record ${record.sequence} is out of order.` : `records.json: record ${record.sequence} was put in.`;
    }
    if (hashOf(record.previousHash, record) !== record.hash) return `records.json: record ${sequence} was touched: its text does not match its hash.`;
    if (record.hash !== hash) return `records.json: record ${sequence} was made anew: the index knows it with another hash.`;
    if (rootFromPath(record.hash, sequence - 1, size, record.path ?? []) !== root) return `records.json: record ${sequence} is not in the chain: its path does not lead to the root.`;
  }
  return records.length > listed.length ? `records.json: record ${records[listed.length].sequence} was put in.` : null;
}

function headTouched(content, heads) {
  const { size, root, head, records } = parsed(content);
  if (head && !signatureHolds(head)) return "records.json: the signed head was touched: its signature does not match its words.";
  if (head && (head.sequence !== size || head.root !== root)) return "records.json: the root is not the one that the signed head vouches for.";
  const programId = records[0]?.programId ?? head?.programId;
  const kept = heads.find((one) => one.programId === programId && one.sequence === size);
  if (kept && kept.root !== root) return `records.json: the records were made anew: the kept head of ${kept.at} vouches for another root over the first ${size} records.`;
  return null;
}

function otherKey({ publicKey }, heads, key) {
  const forged = heads.find((head) => !signatureHolds(head));
  if (forged) return `The kept head of ${forged.at} is not genuine: its signature does not match its words.`;
  const known = key ? [key] : heads.map((head) => head.publicKey);
  return known.length > 0 && !known.includes(publicKey) ? `This bundle was made anew: it is signed with ${publicKey}, which is not a key that you kept.` : null;
}

function parsed(content) {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    return null;
  }
}

function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
