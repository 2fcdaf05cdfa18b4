import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { resourceForm } from "~/domain/resources/resource";
import { insertResource, resourceFacts, resourceNamed, saveResource } from "~/store/resources.server";
import { isPerson } from "~/store/voting.server";

const nameTaken = refused("The program has a resource of this name already.", 409, "name");

/** Adds a place, a line or an agreement that clauses may rely on. */
export const addResource = command("resource.write", {
  input: z.strictObject(resourceForm),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, programId: actor.programId } : null),
  rule: (_loaded, description) => allowed(description),
  save: async (db, description, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const resourceId = await insertResource(db, { ...description, programId, addedById: actor.personId, addedAt: now });
    return resourceId ? allowed({ resourceId }) : nameTaken;
  },
  record: (description, { resourceId }) => ({ subject: "resource", subjectId: resourceId, detail: description }),
});

/** Other facts about a resource: a new number, other hours, an agreement that was extended. */
export const describeResource = command("resource.write", {
  input: z.strictObject({ resourceId: z.string().max(64), ...resourceForm }),
  load: async (db, { resourceId, name }) => {
    const resource = await resourceFacts(db, resourceId, true);
    return resource && { thing: { programId: resource.programId }, resource, named: await resourceNamed(db, resource.programId, name) };
  },
  rule: ({ resource, named }, { resourceId: _resourceId, ...description }) => (named !== null && named !== resource.id ? nameTaken : allowed(description)),
  save: async (db, description, _moment, { resource }) => {
    await saveResource(db, resource.id, description);
    return allowed({ resourceId: resource.id });
  },
  record: (description, { resourceId }, { resource: { kind, name, organization, phone, hours, validUntil } }) => ({ subject: "resource", subjectId: resourceId, detail: { was: { kind, name, organization, phone, hours, validUntil }, ...description } }),
});
