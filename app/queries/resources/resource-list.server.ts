import { can } from "~/domain/access/may";
import { goneSince } from "~/domain/resources/stages";
import { readResourceKind, resourceKinds } from "~/domain/resources/resource";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { resourcesOf } from "~/store/resources.server";

export const resourcesOnPage = 100;

/** The places, lines and agreements of a program, a page of them behind a name. */
export const resourceList = query("resource.read", async (db, { kind, after }: { kind: string; after: string }, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const asked = resourceKinds.find((known) => known === kind) ?? "";
  const [now, timeZone] = [await databaseTime(db), await programZone(db, actor.programId)];
  const rows = await resourcesOf(db, { programId: actor.programId, kind: asked, after, most: resourcesOnPage + 1 });
  const shown = rows.slice(0, resourcesOnPage);
  return {
    thing,
    kind: asked,
    after,
    next: rows.length > shown.length ? (shown.at(-1)?.name ?? null) : null,
    resources: shown.map(({ programId: _programId, closedReason: _closedReason, ...resource }) => ({ ...resource, kind: readResourceKind(resource.kind), gone: goneSince(resource, dayOf(now, timeZone)) })),
    mayWrite: can(actor, "resource.write", thing),
  };
});
