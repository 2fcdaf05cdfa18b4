import ts from "typescript";

/** A source file of the project: its path from the project's folder, and its text. */
export type Source = { path: string; text: string };

/** Which layer may import which; a layer may always import itself. */
export const layers: Record<string, readonly string[]> = {
  domain: [],
  editor: ["domain"],
  ui: ["domain", "editor"],
  store: ["domain"],
  queries: ["domain", "store", "editor"],
  commands: ["domain", "editor", "store"],
  jobs: ["domain", "queries", "commands", "mail"],
  mail: ["domain", "ui", "queries", "commands"],
  http: ["domain", "store"],
  realtime: ["domain", "editor", "queries", "commands", "http"],
  routes: ["domain", "editor", "ui", "queries", "commands", "http"],
};

const withoutView = ["queries", "commands", "realtime"];
const shellFile = /^app\/(root|entry\.\w+|server|first-start\.server)\.tsx?$/;
const forbiddenFolders = ["utils", "lib", "helpers", "services", "common"];

/** Packages that one layer keeps to itself. */
const homes: { packages: RegExp; home: string; name: string }[] = [
  { packages: /^(@prisma\/|pg$)|\/generated\//, home: "app/store/", name: "the database" },
  { packages: /^lucia$/, home: "app/http/", name: "Lucia" },
  { packages: /^ws$/, home: "app/realtime/", name: "ws" },
  { packages: /^(node:)?child_process$/, home: "app/store/embedded", name: "child_process" },
];

/** Words that may stand in one place only, or nowhere. */
const words: { word: RegExp; only?: RegExp; within?: RegExp; reason: string }[] = [
  // The embedded database hands its environment on to PostgreSQL whole and reads nothing from it.
  { word: /\bprocess\.env\b/g, only: /^app\/(http\/settings|store\/embedded(-lock)?)\.server\.ts$/, reason: "settings are read in http/settings.server.ts only" },
  { word: /\$(queryRawUnsafe|executeRawUnsafe)\b|\bPrisma\.raw\b/g, reason: "SQL is written as a tagged template only" },
  { word: /\bdangerouslySetInnerHTML\b/g, reason: "pages never take HTML as text" },
  { word: /\sstyle=/g, reason: "the content security policy forbids style attributes" },
  { word: /^export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s*)?from\b/gm, reason: "no barrels: import from the file that says it" },
  { word: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/g, within: /^app\/domain\//, reason: "rules have no clock and no dice: they are handed the moment" },
];

export function offences(sources: readonly Source[]): string[] {
  const known = new Set(sources.map((source) => source.path));
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)]));
  return [
    ...sources.flatMap(offencesOfName),
    ...sources.flatMap((source) => (isTest(source.path) ? [] : offencesOfWords(source))),
    ...sources.flatMap((source) => (graph.get(source.path) ?? []).flatMap((line) => offencesOfImport(source.path, line))),
    ...circles(graph, known),
  ];
}

type ImportLine = { line: number; specifier: string; target: string; onlyTypes: boolean };

/** What a file imports, types too, with the project path that each import leads to. */
export function importsOf({ path, text }: Source): ImportLine[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    line: text.slice(0, pos).split("\n").length,
    specifier: fileName,
    target: targetOf(path, fileName),
    onlyTypes: /\bimport\s+type\b[^;]*$/.test(text.slice(0, pos).slice(text.lastIndexOf("import", pos - 1))),
  }));
}

function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (!specifier.startsWith(".")) return specifier;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function offencesOfName({ path }: Source): string[] {
  const folders = path.split("/").slice(1, -1);
  const found: string[] = [];
  const layer = folders[0];
  if (layer === undefined && !shellFile.test(path) && !isTest(path)) found.push(`${path}: only root, entries and server stand directly in app/`);
  if (layer !== undefined && !(layer in layers)) found.push(`${path}: app/${layer} is not in the table of layers`);
  const vague = folders.find((folder) => forbiddenFolders.includes(folder));
  if (vague) found.push(`${path}: a folder named ${vague} says nothing about what is in it`);
  const name = path.split("/").at(-1) ?? "";
  if (layer !== "routes" && /^index\.tsx?$/.test(name)) found.push(`${path}: no barrels`);
  if (layer !== "routes" && !/^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|test|d))*\.tsx?$/.test(name)) found.push(`${path}: file names are kebab-case`);
  return found;
}

function offencesOfWords({ path, text }: Source): string[] {
  return words
    .filter(({ only, within }) => !only?.test(path) && (within?.test(path) ?? true))
    .flatMap(({ word, reason }) =>
      [...text.matchAll(word)].map((match) => {
        const line = text.slice(0, match.index + match[0].search(/\S/)).split("\n").length;
        return `${path}:${line}: ${text.split("\n")[line - 1]?.trim()} (${reason})`;
      }),
    );
}

function offencesOfImport(path: string, { line, specifier, target }: ImportLine): string[] {
  const at = `${path}:${line}: imports ${specifier}`;
  const kept = homes.find(({ packages, home }) => packages.test(isOurs(target) ? `/${target}/` : specifier) && !path.startsWith(home));
  if (kept && !isTest(path)) return [`${at} (${kept.name} is reached through ${kept.home} only)`];
  if (!isOurs(target) || isTest(path) || shellFile.test(path)) return [];
  if (!target.startsWith("app/")) return specifier.startsWith(".") ? [`${at} (outside of app/)`] : [];
  const from = path.split("/")[1] ?? "";
  const to = target.split("/")[1] ?? "";
  if (shellFile.test(`${target}.ts`) || shellFile.test(target)) return [`${at} (nobody imports the shell)`];
  if (from !== to && !layers[from]?.includes(to)) return [`${at} (${from} may import ${layers[from]?.join(", ") || "nothing of ours"})`];
  if (withoutView.includes(from) && target.startsWith("app/editor/view/")) return [`${at} (${from} knows documents, not the React editor)`];
  return [];
}

function isOurs(target: string): boolean {
  return target.startsWith("app/") || target.startsWith("prisma/") || target.startsWith("scripts/") || target.startsWith("e2e/");
}

/** Tests and what only tests use may reach across the layers. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/test-[a-z-]+\.tsx?$/.test(path);
}

/** Files that would have to run before each other. What only types import is gone by then. */
function circles(graph: ReadonlyMap<string, readonly ImportLine[]>, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push(`a circle: ${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}`);
    if (done.has(path) || trail.includes(path)) return;
    for (const { target } of (graph.get(path) ?? []).filter(({ onlyTypes }) => !onlyTypes)) {
      const next = ["", ".ts", ".tsx"].map((ending) => target + ending).find((candidate) => known.has(candidate));
      if (next) visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
