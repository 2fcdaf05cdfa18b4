import { can } from "~/domain/access/may";
import { readersOf } from "~/domain/comments/callable";
import { inReadingOrder, threadPlaces, type ThreadPlace } from "~/editor/comments/thread-places";
import { clausesOf, type ClauseEntry } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingDoc, workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { membersOf, threadsOf, type StoredThread } from "~/store/threads.server";

/** The threads on a working text in reading order, for the page of their own and for the panel beside the text. */
export const threadsPage = query("draft.read", async (db, { draftId }: { draftId: string }, actor) => {
  const draft = await draftPlace(db, draftId);
  if (!draft || !can(actor, "draft.read", draft.thing)) return draft && { ...emptyPage(draft), thing: draft.thing };
  const rows = await draftRows(db, draftId);
  if (!rows) return null;
  const { doc, version } = workingDoc(rows);
  const stored = await threadsOf(db, draftId);
  const places = threadPlaces(doc, version, stored);
  const clauses = clausesOf(doc.toJSON() as DocumentNode);
  const members = await membersOf(db, draft.document.programId);
  const readers = readersOf(members.people, draft.thing);
  const stood = standingThen(db, clauses);
  const threads = [];
  for (const thread of stored) {
    const place: ThreadPlace = places.get(thread.id) ?? { kind: "removed" };
    threads.push({ ...thread, place, stood: await stood(thread, place), concerns: concernsOf(thread, members) });
  }
  return {
    ...emptyPage(draft),
    thing: draft.thing,
    now: await databaseTime(db),
    version,
    threads: inReadingOrder(threads),
    clauses: clauses.map(({ id, number, title }) => ({ id, label: labelOf({ number, title }) })),
    people: readers.map((member) => ({ id: member.personId, name: member.name, organization: member.organizationName, writes: can(member, "comment.write", draft.thing) })),
    groups: members.groups,
    may: { write: can(actor, "comment.write", draft.thing), resolve: can(actor, "comment.resolve", draft.thing) },
  };
});

type Draft = NonNullable<Awaited<ReturnType<typeof draftPlace>>>;
type Stood = { clause: string; draftId: string; version: number };

/** What the page says of the text itself. */
function emptyPage({ id, document, proposal, frozen, version }: Draft) {
  const title = proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}`;
  const path = proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`;
  return {
    draftId: id, path, title, frozen, version, timeZone: document.program.timeZone, now: new Date(0),
    threads: [] as (StoredThread & { place: ThreadPlace; stood: Stood; concerns: string[] })[],
    clauses: [] as { id: string; label: string }[],
    people: [] as { id: string; name: string; organization: string; writes: boolean }[],
    groups: [] as { id: string; name: string; shortName: string }[],
    may: { write: false, resolve: false },
  };
}

/** Where each thread stands, or stood when it was begun: its clause, and the version of the text that had the words. */
function standingThen(db: Database, now: readonly ClauseEntry[]) {
  const earlier = new Map<string, readonly ClauseEntry[]>();
  return async ({ draftId, clauseId, atVersion, origin }: StoredThread, place: ThreadPlace): Promise<Stood> => {
    const here = "clauseId" in place ? place.clauseId : place.kind === "suggestion" ? clauseId : null;
    const found = here === null ? undefined : now.find(({ id }) => id === here);
    if (found) return { clause: labelOf(found), draftId, version: atVersion };
    const key = `${origin.draftId} ${origin.atVersion}`;
    const clauses = earlier.get(key) ?? (await clausesAt(db, origin.draftId, origin.atVersion));
    earlier.set(key, clauses);
    const then = clauses.find(({ id }) => id === (origin.clauseId ?? clauseId));
    return { clause: then ? labelOf(then) : "", draftId: origin.draftId, version: origin.atVersion };
  };
}

async function clausesAt(db: Database, draftId: string, version: number): Promise<readonly ClauseEntry[]> {
  const rows = await draftRows(db, draftId, version);
  return rows ? clausesOf(workingText(rows).content) : [];
}

/** For whom a thread is: who began it, wrote in it, has it to do, or is called in it, alone or with a group. */
function concernsOf({ startedBy, assignedTo, comments }: StoredThread, { people }: Awaited<ReturnType<typeof membersOf>>): string[] {
  const mentions = comments.flatMap((comment) => comment.mentions);
  const groups = new Set(mentions.flatMap(({ groupId }) => groupId ?? []));
  const throughGroups = people.filter(({ groupId }) => groups.has(groupId)).map(({ personId }) => personId);
  return [...new Set([startedBy.id, ...(assignedTo ? [assignedTo.id] : []), ...comments.map(({ author }) => author.id), ...mentions.flatMap(({ personId }) => personId ?? []), ...throughGroups])];
}

function labelOf({ number, title }: { number: string; title: string }): string {
  return title ? `${number} ${title}` : number;
}
