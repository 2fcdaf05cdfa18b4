import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveResource } from "~/domain/resources/stages";
import type { Database } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { keepersOf, resourceFacts, resourceOnPage, saveResourceState } from "~/store/resources.server";

const firstIn = refused("Someone was first: its state was changed meanwhile.");

async function inHand(db: Database, resourceId: string) {
  const resource = await resourceFacts(db, resourceId, true);
  return resource && { thing: { programId: resource.programId }, resource };
}

/** Clauses can no longer rely on it: who keeps the documents that cite it is told, and each clause waits to be looked at. */
export const closeResource = command("resource.write", {
  input: z.strictObject({ resourceId: z.string().max(64), reason: z.string({ error: "Say why it is closed, and what is there instead." }).trim().min(1, "Say why it is closed, and what is there instead.").max(2_000, "Keep it below 2,000 characters.") }),
  load: (db, { resourceId }) => inHand(db, resourceId),
  rule: ({ resource }, { reason }) => {
    const state = moveResource(resource.state, "close");
    return state.ok ? allowed({ state: state.value, reason }) : state;
  },
  save: async (db, { state, reason }, { now }, { resource }) => {
    if (!(await saveResourceState(db, resource.id, resource.state, { state, closedAt: now, closedReason: reason }))) return firstIn;
    const citations = (await resourceOnPage(db, resource.id))?.citations ?? [];
    await tellKeepers(db, resource, citations, `closed:${now.getTime()}`);
    return allowed({ resourceId: resource.id, clauses: citations.map(({ document, clauseName }) => `${document.number} ${clauseName}`) });
  },
  record: ({ reason }, { resourceId, clauses }, { resource }) => ({ subject: "resource", subjectId: resourceId, detail: { closed: resource.name, reason, clauses } }),
});

/** It is there again. */
export const reopenResource = command("resource.write", {
  input: z.strictObject({ resourceId: z.string().max(64) }),
  load: (db, { resourceId }) => inHand(db, resourceId),
  rule: ({ resource }) => moveResource(resource.state, "reopen"),
  save: async (db, state, _moment, { resource }) => ((await saveResourceState(db, resource.id, resource.state, { state, closedAt: null, closedReason: "" })) ? allowed({ resourceId: resource.id }) : firstIn),
  record: (_state, { resourceId }, { resource }) => ({ subject: "resource", subjectId: resourceId, detail: { reopened: resource.name } }),
});

type Citations = NonNullable<Awaited<ReturnType<typeof resourceOnPage>>>["citations"];

/** One notice for each organization that keeps documents which cite it, with the number of its clauses. */
async function tellKeepers(db: Database, { id, programId, name }: { id: string; programId: string; name: string }, citations: Citations, when: string): Promise<void> {
  const documents = citations.map(({ document }) => document);
  const kept = new Map<string, number>();
  for (const { organizationId } of documents) kept.set(organizationId, (kept.get(organizationId) ?? 0) + 1);
  const keepers = await keepersOf(db, [...kept.keys()], documents.map(({ createdById }) => createdById));
  for (const [organizationId, clauses] of kept)
    await tell(db, {
      programId,
      personIds: keepers.filter((keeper) => keeper.organizationId === organizationId).map((keeper) => keeper.id),
      body: `${name} is closed. ${clauses === 1 ? "One clause of yours cites it" : `${clauses} clauses of yours cite it`} and waits to be looked at.`,
      path: `/resources/${id}#clauses`,
      cause: `resource.closed:${id}:${when}`,
    });
}
