import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { lockEnd, lockLengths, lockRuling } from "~/domain/drafting/clause-lock";
import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { locksOf, saveLock } from "~/store/clause-locks.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, draftRows, lockDraft } from "~/store/drafting.server";

const input = z.strictObject({
  draftId: z.uuid(),
  clauseId: z.string({ error: "Choose a clause." }).min(1, "Choose a clause.").max(64),
  length: z.enum(lockLengths, { error: "Choose how long." }),
  day: z.string().trim().max(10).default(""),
  reason: line("Say why, such as “Legal review”.", 200),
});

/** Keeps a clause, with those below it, for oneself until a moment. Everything else stays open to all. */
export const lockClause = command("clause.lock", {
  input,
  load: async (db, { draftId }) => {
    if (!(await lockDraft(db, draftId))) return null;
    const place = await draftPlace(db, draftId);
    const rows = place && (await draftRows(db, draftId));
    return place && rows && { ...place, clauses: clausesOf(workingText(rows).content), locks: await locksOf(db, draftId, await databaseTime(db)) };
  },
  rule: ({ id, clauses, locks, document }, { clauseId, length, day, reason }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person locks a clause.", 403);
    const clause = clauses.find((each) => each.id === clauseId);
    if (!clause) return refused("This clause is no longer in the text.", 422, "clauseId");
    const under = (child: string, ancestor: string) => ancestorsOf(clauses, child).includes(ancestor);
    const free = lockRuling(locks, { clauseId, above: ancestorsOf(clauses, clauseId), below: clauses.filter((each) => under(each.id, clauseId)).map((each) => each.id), personId: actor.personId });
    if (!free.ok) return free;
    const until = lockEnd({ length, day, now, timeZone: document.program.timeZone });
    return until.ok ? allowed({ draftId: id, clauseId, number: clause.number, title: clause.title, reason, until: until.value, heldById: actor.personId }) : until;
  },
  save: async (db, { draftId, clauseId, reason, until, heldById }, { now }) => {
    await saveLock(db, { draftId, clauseId, reason, until, heldById, since: now });
    return allowed({ draftId, clauseId });
  },
  record: ({ draftId, clauseId, number, title, reason, until }) => ({ subject: "draft", subjectId: draftId, detail: { clauseId, clause: `${number} ${title}`.trim(), reason, until: until.toISOString() } }),
  announce: ({ draftId }) => [{ kind: "locks.changed", draftId }],
});

function ancestorsOf(clauses: readonly { id: string; parentId: string | null }[], clauseId: string): string[] {
  const parentId = clauses.find(({ id }) => id === clauseId)?.parentId;
  return parentId ? [parentId, ...ancestorsOf(clauses, parentId)] : [];
}
