/** What a signed head vouches for: the first `sequence` records of a program, by the hash of the last and the Merkle root over all. `at` is ISO 8601 in UTC. */
export type Head = { programId: string; sequence: number; hash: string; root: string; at: string };

/** `publicKey` and `signature` are Ed25519 in base64url. */
export type SignedHead = Head & { publicKey: string; signature: string };

/** The words that are signed. */
export function headWords({ programId, sequence, hash, root, at }: Head): string {
  return `concord-records-head-1 ${programId} ${sequence} ${hash} ${root} ${at}`;
}

/** A signed head as one line that can be kept anywhere, in a mail or on paper; `npm run verify` finds such lines in any text. */
export function headLine(head: SignedHead): string {
  return `${headWords(head)} ${head.publicKey} ${head.signature}`;
}
