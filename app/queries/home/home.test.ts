import { beforeAll, expect, test } from "vitest";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { homePage } from "./home-page.server";
import { shell } from "./shell.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

test("a proposal that is being drafted is listed and counted for its author, until its text is out for comment", async () => {
  const { id, draftId } = await proposalForTests(program);
  const author = program.person("advocate");
  const told = async () => {
    const [home, bar] = [await homePage(author, null), await shell(author, null)];
    if (!home.ok || !bar.ok) throw new Error("A page is missing.");
    return { listed: home.value.toDraft.map((proposal) => proposal.id), counted: bar.value.needsYou };
  };
  expect(await told()).toEqual({ listed: [id], counted: 1 });
  await database().draft.update({ where: { id: draftId }, data: { frozen: true } });
  expect(await told()).toEqual({ listed: [], counted: 0 });
});
