import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { layers, offences, type Source } from "../scripts/architecture";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("the house of Concord", () => {
  const sources = readSources();

  test("every file keeps to its layer and to the rules of the house", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(offences(sources)).toEqual([]);
  });

  test("every folder of app/ is in the table of layers", () => {
    const folders = readdirSync(path.join(root, "app"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => !(name in layers))).toEqual([]);
  });

  test("the table itself goes in no circle", () => {
    const above = (layer: string): string[] => (layers[layer] ?? []).flatMap((lower) => [lower, ...above(lower)]);
    expect(Object.keys(layers).filter((layer) => above(layer).includes(layer))).toEqual([]);
  });
});

describe("what the rules of the house find", () => {
  const cases: [rule: string, path: string, text: string, found: RegExp][] = [
    ["a rule that reads the database", "app/domain/voting/count.ts", 'import { database } from "~/store/database.server";', /count\.ts:1: imports ~\/store.*domain may import nothing/],
    ["a page that reads the database", "app/routes/members.tsx", '\nimport { database } from "../store/database.server";', /members\.tsx:2: imports/],
    ["a read that writes", "app/queries/a.server.ts", 'import { castVote } from "~/commands/voting/cast-vote.server";', /queries may import/],
    ["a command that draws the editor", "app/commands/a.server.ts", 'import { Editor } from "~/editor/view/editor";', /not the React editor/],
    ["a read that draws the editor", "app/queries/a.server.ts", 'import { Editor } from "~/editor/view/editor";', /not the React editor/],
    ["an import that is written as a call", "app/ui/a.tsx", 'const later = import("~/store/records.server");', /ui may import/],
    ["an import of a type only", "app/domain/a.ts", 'import type { Tally } from "~/ui/tally";', /domain may import/],
    ["somebody who imports the shell", "app/routes/a.tsx", 'import { loader } from "~/root";', /nobody imports the shell/],
    ["a layer that reaches out of app/", "app/commands/a.server.ts", 'import { seed } from "../../prisma/seed";', /outside of app/],
    ["a folder that the table does not know", "app/reports/a.ts", "", /app\/reports is not in the table/],
    ["a file that lies about in app/", "app/things.ts", "", /stand directly in app/],
    ["Prisma outside of store", "app/queries/a.server.ts", 'import { PrismaClient } from "@prisma/client";', /the database is reached through/],
    ["the generated client outside of store", "app/queries/a.server.ts", 'import { PrismaClient } from "~/store/generated/client";', /the database is reached through/],
    ["the database's driver outside of store", "app/jobs/a.server.ts", 'import pg from "pg";', /the database is reached through/],
    ["Lucia outside of http", "app/routes/sign-in.tsx", 'import { Lucia } from "lucia";', /Lucia is reached through/],
    ["ws outside of realtime", "app/http/a.server.ts", 'import { WebSocketServer } from "ws";', /ws is reached through/],
    ["another program started", "app/commands/a.server.ts", 'import { spawn } from "node:child_process";', /child_process is reached through/],
    ["the environment read elsewhere", "app/http/session.server.ts", "const port = process.env.PORT;", /session\.server\.ts:1: const port/],
    ["SQL put together from text", "app/store/a.server.ts", "await db.$queryRawUnsafe(sql);", /tagged template/],
    ["SQL run from text", "app/store/a.server.ts", "await db.$executeRawUnsafe(sql);", /tagged template/],
    ["raw SQL parts", "app/store/a.server.ts", "Prisma.raw(order)", /tagged template/],
    ["HTML as text", "app/ui/a.tsx", "<p dangerouslySetInnerHTML={{ __html: body }} />", /never take HTML/],
    ["a style attribute", "app/ui/a.tsx", "<p style={{ color }}>", /content security policy/],
    ["a barrel", "app/ui/a.ts", 'export * from "./button";', /no barrels/],
    ["a named barrel", "app/ui/a.ts", 'export { Button } from "./button";', /no barrels/],
    ["a barrel over several lines", "app/ui/a.ts", 'const a = 1;\nexport {\n  Button,\n} from "./button";', /a\.ts:2: export \{ \(no barrels/],
    ["a rule with a clock of its own", "app/domain/voting/a.ts", "const late = closesAt < new Date();", /no clock and no dice/],
    ["a rule that throws dice", "app/domain/voting/a.ts", "const first = Math.random() < 0.5;", /no clock and no dice/],
    ["an index file", "app/ui/index.ts", "", /no barrels/],
    ["a name that says nothing", "app/domain/utils/a.ts", "", /says nothing about what is in it/],
    ["a file in CamelCase", "app/ui/BigButton.tsx", "", /kebab-case/],
  ];

  test.each(cases)("%s", (_rule, file, text, found) => {
    expect(offences([{ path: file, text }]).join("\n")).toMatch(found);
  });

  test("files that import each other in a circle", () => {
    const file = (name: string, imported: string): Source => ({ path: `app/domain/${name}.ts`, text: `import { x } from "./${imported}";` });
    expect(offences([file("a", "b"), file("b", "c"), file("c", "a")])).toEqual(["a circle: app/domain/a.ts -> app/domain/b.ts -> app/domain/c.ts -> app/domain/a.ts"]);
    expect(offences([file("a", "b"), file("b", "c"), file("c", "d")])).toEqual([]);
    const typesOnly: Source = { path: "app/domain/c.ts", text: 'import { z } from "zod";\nimport type {\n  A,\n} from "./a";' };
    expect(offences([file("a", "b"), file("b", "c"), typesOnly])).toEqual([]);
  });

  test("nothing in a house that is in order", () => {
    const sources: Source[] = [
      { path: "app/domain/voting/count.ts", text: 'import { z } from "zod";' },
      { path: "app/store/voting.server.ts", text: 'import type { Prisma } from "./generated/client";\nimport { count } from "~/domain/voting/count";' },
      { path: "app/queries/voting/round-page.server.ts", text: 'import { clauseNumbers } from "~/editor/numbering";' },
      { path: "app/editor/view/editor.tsx", text: 'import { documentSchema } from "../schema/document-schema";' },
      { path: "app/routes/documents._index.tsx", text: 'import { Table } from "~/ui/table";' },
      { path: "app/realtime/sockets.server.ts", text: 'import { WebSocketServer } from "ws";' },
      { path: "app/server.ts", text: 'import { seed } from "../prisma/seed";\nimport { sockets } from "~/realtime/sockets.server";' },
      { path: "app/commands/voting/cast-vote.test.ts", text: 'import { WebSocket } from "ws";\nimport { seats } from "../../../e2e/support/program-for-tests";' },
    ];
    expect(offences(sources)).toEqual([]);
  });
});

function readSources(): Source[] {
  return readdirSync(path.join(root, "app"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"))
    .filter((file) => !file.startsWith("app/store/generated/") && file !== "app/architecture.test.ts")
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}
