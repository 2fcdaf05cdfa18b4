import { createHash } from "node:crypto";

/** A Merkle tree (RFC 6962) that grows one hash at a time and knows its root at every size. */
export function growingTree() {
  const peaks = [];
  return {
    add(hash) {
      let node = { size: 1, hash: leaf(hash) };
      while (peaks.at(-1)?.size === node.size) node = { size: node.size * 2, hash: parent(peaks.pop().hash, node.hash) };
      peaks.push(node);
    },
    root: () => peaks.map(({ hash }) => hash).reduceRight((right, left) => (right === null ? left : parent(left, right)), null),
  };
}

/** The root that follows from one hash, its place (from 0) in a tree of `size` leaves, and its path. */
export function rootFromPath(hash, index, size, path) {
  let node = leaf(hash);
  let next = 0;
  for (let at = index, length = size; length > 1; at >>= 1, length = (length + 1) >> 1) {
    if ((at ^ 1) >= length) continue;
    const neighbour = String(path[next++] ?? "");
    node = at % 2 === 1 ? parent(neighbour, node) : parent(node, neighbour);
  }
  return next === path.length ? node : "";
}

function leaf(hash) {
  return sha256([0], hash);
}

function parent(left, right) {
  return sha256([1], left + right);
}

function sha256(prefix, hex) {
  return createHash("sha256").update(Buffer.from(prefix)).update(Buffer.from(hex, "hex")).digest("hex");
}
