import { z } from "zod";
import { allowed } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { markNoticesRead } from "~/store/notices.server";

export const readNotices = command("notice.read", {
  input: z.strictObject({}),
  load: async (_db, _input, actor) => {
    if (actor.kind !== "person") return null;
    return { thing: { programId: actor.programId, ownerIds: [actor.personId] }, personId: actor.personId };
  },
  rule: (loaded) => allowed(loaded.personId),
  save: async (db, personId, { now }) => allowed(await markNoticesRead(db, personId, now)),
  // That somebody has read their notices is nobody else's business.
  record: () => null,
});
