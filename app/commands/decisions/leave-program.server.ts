import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { daysOn } from "~/domain/decisions/business-days";
import { moveDecision } from "~/domain/decisions/stages";
import { dayOf } from "~/domain/voting/deadline";
import { agencyById } from "~/store/acting-heads.server";
import { decisionById, openDecisionsOf, saveAnswer } from "~/store/decisions.server";
import { endAgency } from "~/store/departures.server";
import { isPerson } from "~/store/voting.server";
import { tellOfDecision } from "./tell-of-decision.server";

/** An agency leaves the program: it is asked no more, what it owed is closed, its texts are in force up to the day before. */
export const leaveProgram = command("organization.leave", {
  input: z.strictObject({ organizationId: z.string().min(1), reason: z.string().trim().min(1, "Say why the agency leaves. It stays on record.").max(4_000, "Keep the reason below 4,000 characters.") }),
  load: async (db, { organizationId }) => {
    const open = await openDecisionsOf(db, organizationId);
    const agency = await agencyById(db, organizationId);
    return agency && { thing: { programId: agency.programId, organizationId }, agency, open };
  },
  rule: ({ agency }, { reason }, { now }) => {
    if (!agency.isAgency) return refused(`${agency.name} does not decide on policies. Only agencies leave here.`);
    if (agency.leftOn) return refused(`${agency.name} has left the program already.`);
    return allowed({ reason, leftOn: dayOf(now, agency.program.timeZone) });
  },
  save: async (db, { reason, leftOn }, { actor, now }, { agency, open }) => {
    if (!isPerson(actor)) return refused("Only a person records this.", 403);
    for (const { id } of open) {
      const decision = await decisionById(db, id);
      const moved = decision && moveDecision(decision.outcome, "leave");
      if (!decision || !moved?.ok) continue;
      const answer = { state: moved.value, reasons: reason, effectiveFrom: null, deferredUntil: null, dueAt: decision.dueAt, decidedById: actor.personId, decidedAt: now, signedHash: "", signedFrom: "" };
      if (await saveAnswer(db, id, decision.outcome, answer)) await tellOfDecision(db, decision, { state: "left", reasons: reason });
    }
    if (!(await endAgency(db, { organizationId: agency.id, leftOn, lastDay: daysOn(leftOn, -1) }))) return refused(`${agency.name} has left the program already.`);
    return allowed({ organizationId: agency.id, closed: open.length });
  },
  record: ({ reason, leftOn }, { organizationId, closed }, { agency }) => ({ subject: "organization", subjectId: organizationId, detail: { agency: agency.name, reason, leftOn, closed } }),
});
