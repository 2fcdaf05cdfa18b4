import { createPublicKey, verify } from "node:crypto";
import { growingTree } from "./merkle.mjs";

const line = /concord-records-head-1 (\S+) (\d+) ([0-9a-f]{64}) ([0-9a-f]{64}) (\S+) ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86})/g;

/** Every signed head in a text, whatever stands around it, oldest first. */
export function headsIn(text) {
  const heads = [...text.matchAll(line)].map(([, programId, sequence, hash, root, at, publicKey, signature]) => ({ programId, sequence: Number(sequence), hash, root, at, publicKey, signature }));
  return heads.sort((one, other) => one.sequence - other.sequence);
}

export function signatureHolds({ programId, sequence, hash, root, at, publicKey, signature }) {
  return signedBy(publicKey, `concord-records-head-1 ${programId} ${sequence} ${hash} ${root} ${at}`, signature);
}

/** True when the words were signed with this Ed25519 key (both base64url). */
export function signedBy(publicKey, words, signature) {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    return verify(null, Buffer.from(words), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** What kept heads say about a whole and unbroken chain: the first contradiction in a sentence, or null. */
export function firstContradiction(records, heads) {
  const forged = heads.find((head) => !signatureHolds(head));
  if (forged) return `The kept head of ${forged.at} is not genuine: its signature does not match its words.`;
  const foreign = heads.find(({ programId }) => records.length > 0 && programId !== records[0].programId);
  if (foreign) return `The kept head of ${foreign.at} is of another program.`;
  const tree = growingTree();
  let vouched = 0;
  let grown = 0;
  for (const { sequence, hash, root, at } of heads) {
    if (sequence > records.length)
      return `Records are missing at the end: the head of ${at} vouches for ${sequence} records, and this file has ${records.length}. The tail was cut off, or an old backup was restored. The first one missing is record ${records.length + 1}.`;
    while (grown < sequence) tree.add(records[grown++].hash);
    if (records[sequence - 1].hash !== hash || tree.root() !== root)
      return `The chain was made anew: the head of ${at} vouches for another record ${sequence}. ${vouched === 0 ? "No kept head vouches for any record before it" : `Records up to ${vouched} are vouched for`}; record ${vouched + 1} is the first that may have been rewritten.`;
    vouched = sequence;
  }
  return null;
}
