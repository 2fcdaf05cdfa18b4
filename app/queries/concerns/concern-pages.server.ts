import { can } from "~/domain/access/may";
import { takeUpRuling } from "~/domain/concerns/triage";
import { query } from "~/queries/query.server";
import { concernByCode, concernById, concernsOf, documentsToChange, programOfBox, proposalsToLink } from "~/store/concerns.server";

/** The box as those see it who triage: what waits first. */
export const concernList = query("concern.triage", async (db, _input: null, actor) => {
  const programId = actor.kind === "person" ? actor.programId : null;
  return { thing: { programId }, concerns: programId === null ? [] : await concernsOf(db, programId, 200) };
});

/** One concern, what others of the program think about it, and the reader's own step. */
export const concernPage = query("concern.triage", async (db, { concernId }: { concernId: string }, actor) => {
  const concern = await concernById(db, concernId);
  if (!concern) return null;
  const thing = { programId: concern.programId };
  const triages = can(actor, "concern.triage", thing);
  const hasRead = actor.kind === "person" && concern.readings.some(({ personId }) => personId === actor.personId);
  return {
    thing,
    concern,
    // Before their own, nobody sees what others wrote, so that two people read for themselves.
    readings: hasRead || concern.state === "settled" ? concern.readings : [],
    may: { read: triages && concern.state === "waiting" && !hasRead, link: triages && concern.state === "settled" },
  };
});

/** What a concern can be taken up in: a proposal that moves, or a new one to a document in force. */
export const concernTakeUp = query("concern.triage", async (db, { concernId }: { concernId: string }) => {
  const concern = await concernById(db, concernId);
  if (!concern) return null;
  const { id, body, programId } = concern;
  const settled = takeUpRuling(concern);
  return { thing: { programId }, concern: { id, body }, closed: settled.ok ? null : settled.reason, proposals: await proposalsToLink(db, programId), documents: await documentsToChange(db, programId) };
});

/** The form for anybody. */
export const concernForm = query("concern.submit", async (db, _input: null) => {
  const program = await programOfBox(db);
  return { thing: { programId: null }, program: program?.name ?? null };
});

/** What the author of a concern reads with their code; null for a code that leads nowhere. */
export const concernAnswer = query("concern.submit", async (db, { codeHash }: { codeHash: string }) => ({ thing: { programId: null }, concern: await concernByCode(db, codeHash) }));
