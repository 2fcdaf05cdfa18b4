import { beforeAll, expect } from "vitest";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { findWords } from "~/editor/comments/find-words";
import { workingDoc, workingText } from "~/editor/working-text";
import { threadsPage } from "~/queries/comments/threads-page.server";
import { database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { beginThread } from "./begin-thread.server";

export let program: ProgramForTests;

/** A program for the tests of one file. */
export function withThreads(): void {
  beforeAll(async () => {
    await freshDatabase();
    await anotherProgram();
  });
}

/** A new program, in which the tests of the file work from here on. */
export async function anotherProgram(): Promise<ProgramForTests> {
  program = await programForTests();
  return program;
}

export const quote = "wait for a clinician";

export async function stored(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return { ...workingDoc(rows), clean: workingText(rows).content };
}

export async function chosen(draftId: string, words = quote, clauseId = "c1") {
  const { doc, version } = await stored(draftId);
  const place = findWords(doc, { quote: words, clauseId });
  if (!place) throw new Error(`There is no "${words}".`);
  return { draftId, version, ...place, quote: words };
}

export async function began(draftId: string, who = "peer", body = "Why a clinician?", words = quote) {
  const outcome = await beginThread(program.person(who), { ...(await chosen(draftId, words)), body });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "missing");
  return outcome.value;
}

export async function deleted(draftId: string, words = quote) {
  const { from, to, version } = await chosen(draftId, words);
  const { person, programId } = program;
  const step = { stepType: "replace", from, to };
  expect(await receiveSteps(draftId, { programId }, version, [{ actor: person("cit"), batchId: `gone-${draftId}-${version}`, steps: [step] }])).toEqual({ ok: true, value: true });
}

export async function threadOn(draftId: string, threadId: string, who = "cit") {
  const page = await threadsPage(program.person(who), { draftId });
  const thread = page.ok ? page.value.threads.find(({ id }) => id === threadId) : undefined;
  if (!thread) throw new Error("There is no such thread.");
  return thread;
}

export const noticesOf = (who: string, threadId: string) => database().notice.findMany({ where: { personId: program.person(who).personId, path: { contains: threadId } } });
