import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { goneSince, lapseCause } from "~/domain/resources/stages";
import { dayOf } from "~/domain/voting/deadline";
import { database, databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { tell } from "~/store/notices.server";
import { concernedByLapse, lapsedUntold, resourceFacts } from "~/store/resources.server";
import { programZones } from "~/store/reviews.server";

/** Tells, once its last day is over, who entered a resource, the coordinators of every partner, and the heads of those whose clauses cite it. */
const tellLapse = command("resource.remind", {
  input: z.strictObject({ resourceId: z.string().min(1) }),
  load: async (db, { resourceId }) => {
    const resource = await resourceFacts(db, resourceId, true);
    return resource && { thing: { programId: resource.programId }, resource, timeZone: await programZone(db, resource.programId) };
  },
  rule: ({ resource, timeZone }, _input, { now }) => {
    const { id, validUntil } = resource;
    return validUntil !== null && goneSince(resource, dayOf(now, timeZone)) === "lapsed" ? allowed({ lastDay: validUntil, cause: lapseCause(id, validUntil) }) : refused("It has not lapsed.", 422);
  },
  save: async (db, { lastDay, cause }, _moment, { resource }) => {
    const { id, programId, name } = resource;
    const { personIds, citations, told } = await concernedByLapse(db, id, cause);
    if (told) return refused("They were told.", 422);
    const cited = citations === 0 ? "No clause cites it." : citations === 1 ? "One clause cites it and waits to be looked at." : `${citations} clauses cite it and wait to be looked at.`;
    await tell(db, { programId, personIds, body: `${name} has ended. Its last day was ${inWords(lastDay)}. ${cited}`, path: `/resources/${id}#clauses`, cause });
    return allowed({ told: personIds.length });
  },
  record: ({ lastDay }, { told }, { resource }) => ({ subject: "resource", subjectId: resource.id, detail: { ended: resource.name, lastDay, told } }),
});

function inWords(day: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: "long" }).format(new Date(`${day}T00:00:00Z`));
}

/** Every agreement that has lapsed and that nobody was told of. Gives their number. */
export async function tellLapses(): Promise<number> {
  const db = database();
  const now = await databaseTime(db);
  let told = 0;
  for (const { id: programId, timeZone } of await programZones(db))
    for (const resourceId of await lapsedUntold(db, programId, dayOf(now, timeZone))) {
      const outcome = await tellLapse({ kind: "clock", programId }, { resourceId });
      if (outcome.ok) told += 1;
    }
  return told;
}
