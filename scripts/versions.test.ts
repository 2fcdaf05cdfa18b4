import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { permissions } from "../app/domain/access/permissions";
import { roleNames } from "../app/domain/access/roles";
import { readSettings } from "../app/http/settings.server";
import { begin, end, permissionTable } from "./permission-table.mjs";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

/** The first version of each package in which its known holes are closed. Those that are not installed may come back. */
const minimums: Record<string, string> = {
  "@remix-run/dev": "2.17.5",
  "@remix-run/express": "2.17.5",
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/server-runtime": "2.17.5",
  // An open redirect that Remix 2.17.5's own pins still have: package.json overrides them.
  "@remix-run/router": "1.23.4",
  "react-router": "6.30.6",
  "react-router-dom": "6.30.6",
  "@tiptap/extension-link": "3.0.0",
  "@hocuspocus/server": "4.0.0",
  dompurify: "3.4.0",
  mammoth: "1.13.0",
  undici: "6.29.0",
};

describe("known holes", () => {
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(read("package-lock.json"));
  const installed = Object.entries(lock.packages).map(([path, { version }]) => ({ name: path.slice(path.lastIndexOf("node_modules/") + 13), path, version: version ?? "0" }));

  test("no copy of a package is older than its first safe version", () => {
    expect(tooOld(installed)).toEqual([]);
    expect(installed.filter(({ name }) => name === "@remix-run/router")).not.toEqual([]);
  });

  test("a copy that is older is named, also when it lies inside another package", () => {
    expect(tooOld([{ name: "react-router", path: "node_modules/x/node_modules/react-router", version: "6.30.4" }])).toEqual([
      "node_modules/x/node_modules/react-router is 6.30.4; 6.30.6 is the first safe version",
    ]);
    expect(tooOld([{ name: "undici", path: "node_modules/undici", version: "6.9.9" }])).toHaveLength(1);
    expect(tooOld([{ name: "undici", path: "node_modules/undici", version: "6.29.0-beta.1" }])).toHaveLength(1);
    expect(tooOld([{ name: "undici", path: "node_modules/undici", version: "7.0.0" }])).toEqual([]);
  });
});

describe("README says what the code does", () => {
  const readme = read("README.md");

  test("every setting that the server reads is in the table of settings, and no other", () => {
    const asked = new Set<string>();
    readSettings(new Proxy({}, { get: (_nothing, name) => void asked.add(String(name)) }));
    const section = readme.slice(readme.indexOf("## Settings"));
    const told = [...section.slice(0, section.indexOf("\n## ", 3)).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual([...asked].sort());
  });

  test("the table of permissions is the one that the program asks", () => {
    const block = readme.slice(readme.indexOf(begin) + begin.length, readme.indexOf(end)).trim();
    expect(block, "run node scripts/permission-table.mjs --write").toBe(permissionTable(permissions, roleNames));
  });

  test("every npm script and file that it names is there", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    for (const [, name = ""] of readme.matchAll(/\bnpm run ([a-z0-9:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [, path = ""] of readme.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:|#)([^)]+)\)/g)) expect(() => read(path), path).not.toThrow();
  });
});

function tooOld(installed: readonly { name: string; path: string; version: string }[]): string[] {
  return installed.flatMap(({ name, path, version }) => {
    const minimum = minimums[name];
    return minimum && isOlder(version, minimum) ? [`${path} is ${version}; ${minimum} is the first safe version`] : [];
  });
}

/** Compares by number; a pre-release is older than its release. */
function isOlder(version: string, minimum: string): boolean {
  const [numbers = "", early] = version.split("-");
  const ours = numbers.split(".").map(Number);
  const theirs = minimum.split(".").map(Number);
  const place = theirs.findIndex((number, index) => number !== ours[index]);
  return place === -1 ? early !== undefined : (ours[place] ?? 0) < (theirs[place] ?? 0);
}
