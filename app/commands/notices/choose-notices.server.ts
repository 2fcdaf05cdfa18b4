import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { noticeChoiceForm } from "~/domain/notices/rhythm";
import { gatherDigest, saveChoice } from "~/store/mails.server";

/** How somebody wants to be told by mail. */
export const chooseNotices = command("notice.choose", {
  input: noticeChoiceForm,
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, ownerIds: [actor.personId] }, personId: actor.personId } : null),
  rule: (_loaded, { rhythm, about, titlesOnly }) => allowed({ rhythm, about, titlesOnly: titlesOnly === "yes" }),
  save: async (db, choice, { now }, { thing, personId }) => {
    // What waited for a digest that will not come is sent now.
    if (choice.rhythm === "instant") await gatherDigest(db, { programId: thing.programId, personId, cause: `digest.last:${now.toISOString()}`, at: now });
    return allowed(await saveChoice(db, personId, choice));
  },
  // How somebody wants their mail is nobody else's business.
  record: () => null,
});
