import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { recordedActs } from "./act-words";

test("every act that leaves a record is told in words, and the page of records offers no other", () => {
  const commands = readdirSync("app/commands", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".server.ts"));
  const acts = commands.flatMap((name) => {
    const source = readFileSync(path.join("app/commands", name), "utf8");
    return source.includes("record: () => null") ? [] : [...source.matchAll(/\bcommand\("([\w.-]+)"/g)].map(([, act]) => String(act));
  });
  expect(acts.length).toBeGreaterThan(90);
  expect(acts.filter((act) => !recordedActs.includes(act))).toEqual([]);
  expect(recordedActs.filter((act) => act.endsWith(".read"))).toEqual([]);
});
