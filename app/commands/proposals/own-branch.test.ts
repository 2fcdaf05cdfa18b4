import { beforeAll, expect, test } from "vitest";
import { can } from "~/domain/access/may";
import { database } from "~/store/database.server";
import { draftIdOf, draftPlace } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { openProposal } from "./open-proposal.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

test("a voter who is no drafter writes in the branch of the own proposal, and in nobody else's", async () => {
  const [peer, chief] = [program.person("peer"), program.person("chief")];
  const { id: documentId } = await database().document.findFirstOrThrow();
  const opened = await openProposal(peer, { documentId, why: "Families ask for it.", affected: "Officers and families." });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const draftId = await draftIdOf(database(), { proposalId: opened.value.id });
  const place = await draftPlace(database(), draftId ?? "");
  if (!place) throw new Error("The proposal has no branch.");
  expect(can(peer, "draft.write", place.thing)).toBe(true);
  expect(can(chief, "draft.write", place.thing)).toBe(false);
});
