import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { recheckRuling } from "~/domain/evaluation/recheck";
import { currentVersion, insertRecheck } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";
import { loadFinding } from "./load-finding.server";

/** A second person has read a published finding again: it stands, or it needs a correction, which its author hears. */
export const recheckFinding = command("finding.check", {
  input: z.strictObject({ findingId: z.string(), stands: z.enum(["yes", "no"], { error: "Say whether it still stands." }), note: z.string().trim().max(2_000, "Use at most 2,000 characters.").default("") }),
  load: async (db, { findingId }, actor) => {
    const loaded = await loadFinding(db, findingId, actor);
    return loaded && { ...loaded, version: await currentVersion(db, findingId) };
  },
  rule: ({ finding, version }, { stands, note }, { actor }) => {
    const ruling = recheckRuling(finding, isPerson(actor) ? actor.personId : "");
    if (!ruling.ok) return ruling;
    if (stands === "no" && note === "") return refused("Say what needs a correction.", 422, "note");
    return version === null ? refused("This finding has no version that is out.") : allowed({ stands: stands === "yes", note, version });
  },
  save: async (db, recheck, { actor, now }, { finding }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const id = await insertRecheck(db, { ...recheck, findingId: finding.id, byId: actor.personId, byName: actor.name, at: now });
    if (!recheck.stands) await tell(db, { programId: finding.programId, personIds: [finding.authorId], body: `Finding ${finding.number} was read again and needs a correction.`, path: `/evaluation/findings/${finding.id}`, cause: `finding.recheck:${id}` });
    return allowed({ findingId: finding.id });
  },
  record: ({ stands, version }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { readAgain: version, stands } }),
});
