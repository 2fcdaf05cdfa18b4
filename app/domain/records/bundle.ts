import { createHash } from "node:crypto";
import type { ChainedRecord } from "./chain";
import type { SignedHead } from "./head";
import { inclusionPath, merkleLevels } from "./merkle";

/** A record with the neighbours that lead from its hash to the root of the tree. */
export type ProvedRecord = ChainedRecord & { path: string[] };

/** Records of one matter out of a long chain, with the proof that they are in it: a tree over the first `size` records, and the head that was signed over it, if one is. */
export type RecordsProof = { size: number; root: string; head: SignedHead | null; records: ProvedRecord[] };

/** Proves records against all hashes of the chain up to `hashes.length`. */
export function proofOf(records: readonly ChainedRecord[], hashes: readonly string[], head: SignedHead | null): RecordsProof {
  const levels = merkleLevels(hashes);
  return { size: hashes.length, root: levels.at(-1)?.[0] ?? "", head, records: records.map((record) => ({ ...record, path: inclusionPath(levels, record.sequence - 1) })) };
}

/** A file of a bundle; `about` says in a few words what it holds. */
export type BundleFile = { name: string; about: string; content: string | Uint8Array };

export type BundleIndex = {
  format: "concord-bundle-1";
  title: string;
  files: { name: string; about: string; bytes: number; sha256: string }[];
  records: { sequence: number; hash: string }[];
};

/** What a bundle holds, file by file in its order, and which records, so that a missing one can be named. */
export function bundleIndex(title: string, files: readonly BundleFile[], records: readonly ProvedRecord[]): BundleIndex {
  return {
    format: "concord-bundle-1",
    title,
    files: files.map(({ name, about, content }) => {
      const bytes = Buffer.from(content as Uint8Array);
      return { name, about, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    }),
    records: records.map(({ sequence, hash }) => ({ sequence, hash })),
  };
}

/** The words that are signed for a bundle: they hold the SHA-256 of its index, and that holds everything else's. */
export function bundleWords(index: string): string {
  return `concord-bundle-1 ${createHash("sha256").update(index).digest("hex")}`;
}
