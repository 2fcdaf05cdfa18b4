import { createHash } from "node:crypto";

/** The Merkle tree of RFC 6962 over the hashes of records, level by level from the leaves; a node without a neighbour moves up as it is. */
export function merkleLevels(hashes: readonly string[]): string[][] {
  const levels = [hashes.map(leaf)];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) above.push(parent(level[at] ?? "", level[at + 1]));
    levels.push(above);
    level = above;
  }
  return levels;
}

/** The root over all hashes: 64 hex digits; of no hashes, the SHA-256 of nothing. */
export function merkleRoot(hashes: readonly string[]): string {
  return merkleLevels(hashes).at(-1)?.[0] ?? createHash("sha256").digest("hex");
}

/** The neighbours on the way from one leaf (counted from 0) up to the root: who has them can compute the root from that leaf alone. */
export function inclusionPath(levels: readonly (readonly string[])[], index: number): string[] {
  return levels.slice(0, -1).flatMap((level, height) => level[(index >> height) ^ 1] ?? []);
}

/** The root that follows from one hash, its place (from 0) in a tree of `size` leaves, and its path. */
export function rootFromPath(hash: string, index: number, size: number, path: readonly string[]): string {
  let node = leaf(hash);
  let next = 0;
  for (let at = index, length = size; length > 1; at >>= 1, length = (length + 1) >> 1) {
    if ((at ^ 1) >= length) continue;
    const neighbour = path[next] ?? "";
    next += 1;
    node = at % 2 === 1 ? parent(neighbour, node) : parent(node, neighbour);
  }
  return node;
}

function leaf(hash: string): string {
  return sha256([0], hash);
}

function parent(left: string, right: string | undefined): string {
  return right === undefined ? left : sha256([1], left + right);
}

function sha256(prefix: number[], hex: string): string {
  return createHash("sha256").update(Buffer.from(prefix)).update(Buffer.from(hex, "hex")).digest("hex");
}
