import { can } from "~/domain/access/may";
import { pollInWords } from "~/domain/voting/poll-words";
import { query } from "~/queries/query.server";
import { questionsOf } from "~/store/ballot-lists.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";

const page = 50;

/** The questions of the program, newest first; of one that is closed, how it came out. */
export const ballotList = query("ballot.read", async (db, { before }: { before: Date | null }, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, ballots: [], older: null, timeZone: "UTC", now: new Date(0), may: { open: false } };
  const { programId, personId } = actor;
  const [found, timeZone, now] = await Promise.all([questionsOf(db, { programId, personId, before }, page + 1), programZone(db, programId), databaseTime(db)]);
  const shown = found.slice(0, page);
  return {
    thing: { programId },
    now,
    timeZone,
    ballots: shown.map(({ id, question, terms, secret, state, closesAt, closedAt, result, waits }) => {
      const open = state === "open" && closesAt > now;
      return { id, question, kind: terms.kind, secret, open, closesAt: closedAt ?? closesAt, outcome: result ? pollInWords(terms, result) : null, waits: open && waits };
    }),
    older: found.length > page ? (shown.at(-1)?.openedAt ?? null) : null,
    may: { open: can(actor, "ballot.open", { programId }) },
  };
});
