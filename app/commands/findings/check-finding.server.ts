import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { codeVersion } from "~/domain/evaluation/analyse";
import { checkRuling } from "~/domain/evaluation/dialogue";
import { contentFault } from "~/domain/evaluation/finding";
import { personFault } from "~/domain/evaluation/person-in-text";
import { saveFinding } from "~/store/findings.server";
import { isPerson } from "~/store/voting.server";
import { cameSecond, loadFinding } from "./load-finding.server";

/** A second person has gone over the figures, the limits and the words, and found nobody named. */
export const checkFinding = command("finding.check", {
  input: z.strictObject({ findingId: z.string(), figures: checked("the figures are those of the analysis"), limits: checked("the limits are said"), persons: checked("no person can be recognized") }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, _input, { actor }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const ruling = checkRuling(finding, actor.personId);
    if (!ruling.ok) return ruling;
    if (finding.analysis && finding.analysis.codeVersion !== codeVersion) return refused("Its figures come from an older version of the calculations, which have changed since. Take it back, analyse it again, then check it.", 422, "figures");
    const named = personFault(finding.content);
    return contentFault(finding.content) ?? (named ? refused(named, 422, "persons") : ruling);
  },
  save: async (db, to, { actor, now }, { finding }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    return (await saveFinding(db, finding, to, { checkedById: actor.personId, checkedByName: actor.name, checkedAt: now })) ? allowed({ findingId: finding.id }) : refused(cameSecond);
  },
  record: (_to, { findingId }, { finding }) => ({ subject: "finding", subjectId: findingId, detail: { contentVersion: finding.contentVersion, persons: "none found" } }),
});

function checked(what: string) {
  return z.literal("yes", { error: `Confirm that ${what}.` });
}
