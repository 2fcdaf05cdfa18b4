// Prints who may do what, as README shows it: node scripts/permission-table.mjs [--write]
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const begin = "<!-- permissions: written by node scripts/permission-table.mjs --write -->";
export const end = "<!-- end of permissions -->";

const cells = { none: "", own: "own", organization: "organization", program: "program", anyone: "yes" };

/**
 * @param {Record<string, Record<string, string>>} permissions
 * @param {Record<string, string>} roleNames
 */
export function permissionTable(permissions, roleNames) {
  const line = (/** @type {string[]} */ columns) => `| ${columns.join(" | ")} |`;
  const roles = Object.keys(roleNames);
  return [
    line(["act", ...roles.map((role) => roleNames[role] ?? role)]),
    line(["---", ...roles.map(() => "---")]),
    ...Object.entries(permissions).map(([act, reach]) => line([`\`${act}\``, ...roles.map((role) => cells[/** @type {keyof typeof cells} */ (reach[role])])])),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { permissions } = await read("permissions");
  const { roleNames } = await read("roles");
  const table = permissionTable(permissions, roleNames);
  if (process.argv[2] === "--write") write(table);
  else console.log(table);
}

async function read(/** @type {string} */ name) {
  const text = readFileSync(new URL(`../app/domain/access/${name}.ts`, import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`);
}

function write(/** @type {string} */ table) {
  const file = new URL("../README.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`README.md has lost the lines between which the table stands:\n${begin}\n${end}`);
  writeFileSync(file, `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`);
}
