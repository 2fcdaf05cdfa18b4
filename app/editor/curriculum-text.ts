import { factLabels, factNames, readModule, type FactName, type Module, type ModuleProblem } from "~/domain/training/module-facts";
import { clausesOf } from "./numbering";
import { plainText } from "./plain-text";
import type { DocumentNode } from "./schema/document-node";

/** What a new module starts with: its clause id, its title, its facts by row, and words below them. */
export type ModuleText = { id: string; title: string; facts: Partial<Record<FactName, string>>; words?: string };

/** The modules of a curriculum: every clause with a table of facts, in reading order. A clause without one is ordinary text. */
export function modulesIn(doc: DocumentNode): { modules: Module[]; problems: ModuleProblem[] } {
  const nodes = clauseNodes(doc);
  const read = clausesOf(doc).flatMap(({ id, title, number }) => {
    const table = factsTable(nodes.get(id));
    return table ? [readModule({ id, title, number }, factsOfTable(table))] : [];
  });
  return { modules: read.map(({ module }) => module), problems: read.flatMap(({ problems }) => problems) };
}

/** A clause for a module, ready to stand in a document. */
export function moduleClause({ id, title, facts, words = "" }: ModuleText): DocumentNode {
  return {
    type: "clause",
    attrs: { id },
    content: [
      { type: "clauseTitle", content: textOf(title) },
      { type: "table", content: factNames.flatMap((name) => (facts[name] ? [factRow(name, facts[name])] : [])) },
      { type: "paragraph", content: textOf(words) },
    ],
  };
}

/** The text with other facts in one module; rows that it does not have yet are added, an empty fact takes its row away. Null when there is no such module. */
export function withFacts(doc: DocumentNode, moduleId: string, facts: Partial<Record<FactName, string>>): DocumentNode | null {
  let found = false;
  const change = (node: DocumentNode): DocumentNode => {
    if (node.type === "clause" && node.attrs?.id === moduleId) {
      const table = factsTable(node);
      if (!table) return node;
      found = true;
      const kept = { ...factsOfTable(table), ...facts };
      const others = (table.content ?? []).filter((row) => factOf(row) === null);
      const rows = [...factNames.flatMap((name) => (kept[name] ? [rowFor(table, name, kept[name])] : [])), ...others];
      return { ...node, content: (node.content ?? []).map((child) => (child === table ? { ...table, content: rows } : child)) };
    }
    return node.content && (node.type === "doc" || node.type === "clause") ? { ...node, content: node.content.map(change) } : node;
  };
  const changed = change(doc);
  return found ? changed : null;
}

/** The text with one more module at its end. */
export function withModule(doc: DocumentNode, module: ModuleText): DocumentNode {
  return { ...doc, content: [...(doc.content ?? []), moduleClause(module)] };
}

/** A row as it stands, so that what is not changed keeps its marks and formats; another one where its words differ. */
function rowFor(table: DocumentNode, name: FactName, value: string): DocumentNode {
  const standing = (table.content ?? []).find((row) => factOf(row) === name);
  return standing && valueOf(standing) === value ? standing : factRow(name, value);
}

function factRow(name: FactName, value: string): DocumentNode {
  return { type: "tableRow", content: [cell("tableHeader", factLabels[name]), cell("tableCell", value)] };
}

function cell(type: "tableHeader" | "tableCell", text: string): DocumentNode {
  return { type, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [{ type: "paragraph", content: textOf(text) }] };
}

function textOf(text: string): DocumentNode[] {
  return text ? [{ type: "text", text }] : [];
}

function clauseNodes(doc: DocumentNode): Map<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  const walk = (node: DocumentNode) => {
    for (const child of node.content ?? []) {
      if (child.type !== "clause") continue;
      found.set(String(child.attrs?.id ?? ""), child);
      walk(child);
    }
  };
  walk(doc);
  return found;
}

/** The first table of a clause whose rows name at least one fact. */
function factsTable(clause: DocumentNode | undefined): DocumentNode | null {
  return clause?.content?.find((child) => child.type === "table" && (child.content ?? []).some((row) => factOf(row) !== null)) ?? null;
}

function factsOfTable(table: DocumentNode): Partial<Record<FactName, string>> {
  const facts: Partial<Record<FactName, string>> = {};
  for (const row of table.content ?? []) {
    const name = factOf(row);
    if (name && facts[name] === undefined) facts[name] = valueOf(row);
  }
  return facts;
}

function factOf(row: DocumentNode): FactName | null {
  const [label, ...values] = row.content ?? [];
  if (!label || values.length !== 1) return null;
  const said = plainText(label).trim().toLowerCase().replace(/:$/, "");
  return factNames.find((name) => factLabels[name].toLowerCase() === said) ?? null;
}

function valueOf(row: DocumentNode): string {
  const value = row.content?.[1];
  return value ? plainText(value).trim() : "";
}
