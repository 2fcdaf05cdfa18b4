import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";

/** Reference data that may stand beside the project and is not ours to copy into it. */
const beside = resolve(process.cwd(), "../shared/reference/evaluation");
export const referenceIsThere = existsSync(beside);
if (!referenceIsThere) console.info("The reference data beside the project is not there; only the fixtures in the project are tried.");

export type Tree = { [key: string]: Tree } & { est: number; se: number; p: number };

export function expectedOf(id: string): Tree {
  return JSON.parse(readFileSync(`${beside}/expected/${id}.json`, "utf8")).expected;
}

export function tableBeside(name: string): Record<string, string>[] {
  return table(readFileSync(`${beside}/data/${name}.csv`, "utf8"));
}

const fixtures = resolve(process.cwd(), "app/domain/evaluation/statistics/fixtures");

/** NIST Statistical Reference Datasets, public domain. */
export function nistTable(name: string): Record<string, string>[] {
  return table(readFileSync(`${fixtures}/nist/${name}.csv`, "utf8"));
}

/** Data of textbooks that stand in the project; where they are from is said in fixtures/from-r.R. */
export function fixtureTable(name: string): Record<string, string>[] {
  return table(readFileSync(`${fixtures}/${name}.csv`, "utf8"));
}

export function nistCertified<Set>(family: string): Record<string, Set> {
  return JSON.parse(readFileSync(`${fixtures}/nist/${family}.json`, "utf8")).expected;
}

function table(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, i) => [names[i] ?? "", value])));
}

export function numbersOf(rows: readonly Record<string, string>[], name: string): number[] {
  return rows.map((row) => Number(row[name]));
}

/** How many decimal digits two numbers share (the log relative error, NIST). */
export function digits(found: number, certified: number): number {
  if (found === certified) return 16;
  return -Math.log10(Math.abs(found - certified) / (certified === 0 ? 1 : Math.abs(certified)));
}

export function expectClose(found: number | undefined, wanted: number | Tree | undefined, tolerance = 1e-8, what = ""): void {
  const target = Number(wanted);
  const away = Math.abs((found ?? NaN) - target);
  const within = away <= tolerance * Math.abs(target) || (Math.abs(target) < 1e-12 && away < 1e-12);
  expect(within, `${what} ${found} instead of ${target} (off by ${away / Math.abs(target)})`).toBe(true);
}

/** Values that R 4.6.0 gave to the lines of fixtures/from-r.R. */
export function fromR(name: string): number[] {
  const all: Record<string, number[]> = JSON.parse(readFileSync(`${fixtures}/from-r.json`, "utf8"));
  return all[name] ?? [];
}

/** Compares several numbers with what R gave. */
export function expectAsR(name: string, found: readonly (number | null | undefined)[], tolerance = 1e-8): void {
  const wanted = fromR(name);
  expect(wanted.length, name).toBe(found.length);
  found.forEach((value, i) => expectClose(value ?? NaN, wanted[i], tolerance, `${name}[${i}]`));
}
