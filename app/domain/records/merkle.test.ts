import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { growingTree, rootFromPath as independently } from "../../../scripts/verify/merkle.mjs";
import { inclusionPath, merkleLevels, merkleRoot, rootFromPath } from "./merkle";

const hashes = Array.from({ length: 70 }, (_, at) => createHash("sha256").update(`record ${at}`).digest("hex"));

/** MTH of RFC 6962, section 2.1, word for word. */
function asTheStandardSays(leaves: string[]): string {
  const sha256 = (prefix: number, hex: string) => createHash("sha256").update(Buffer.from([prefix])).update(Buffer.from(hex, "hex")).digest("hex");
  if (leaves.length === 0) return createHash("sha256").digest("hex");
  if (leaves.length === 1) return sha256(0, leaves[0] ?? "");
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(1, asTheStandardSays(leaves.slice(0, split)) + asTheStandardSays(leaves.slice(split)));
}

test("the root is that of RFC 6962 at every size, also when the tree grows one record at a time", () => {
  const tree = growingTree();
  for (let size = 0; size <= hashes.length; size++) {
    if (size > 0) tree.add(hashes[size - 1]);
    expect(merkleRoot(hashes.slice(0, size))).toBe(asTheStandardSays(hashes.slice(0, size)));
    if (size > 0) expect(tree.root()).toBe(asTheStandardSays(hashes.slice(0, size)));
  }
});

test("every record can be shown to be under the root by its path alone, and no other record by the same path", () => {
  for (const size of [1, 2, 3, 7, 8, 70]) {
    const levels = merkleLevels(hashes.slice(0, size));
    const root = levels.at(-1)?.[0];
    for (let index = 0; index < size; index++) {
      const path = inclusionPath(levels, index);
      expect(rootFromPath(hashes[index] ?? "", index, size, path)).toBe(root);
      expect(independently(hashes[index], index, size, path)).toBe(root);
      expect(rootFromPath("ab".repeat(32), index, size, path)).not.toBe(root);
    }
  }
});
