import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, plainDay } from "~/domain/access/words";
import { actingRuling } from "~/domain/decisions/acting-head";
import { dayInWords } from "~/domain/decisions/business-days";
import { dayOf } from "~/domain/voting/deadline";
import { agencyById, nameActing } from "~/store/acting-heads.server";
import { tell } from "~/store/notices.server";

/** An administrator names who decides for an agency while its head is away or suspended. */
export const nameActingHead = command("head.name", {
  input: z.strictObject({
    organizationId: z.string().min(1),
    personId: chosen("Choose who acts for the head."),
    from: plainDay("Give the first day."),
    until: plainDay("Give the last day."),
    reason: z.string().trim().min(1, "Say why. It stays on record.").max(1_000, "Keep the reason below 1,000 characters."),
  }),
  load: async (db, { organizationId }) => {
    const agency = await agencyById(db, organizationId);
    return agency && { thing: { programId: agency.programId, organizationId }, agency };
  },
  rule: ({ agency }, { personId, from, until, reason }, { now }) => {
    if (!agency.isAgency || agency.leftOn) return refused(`${agency.name} does not decide on policies, so nobody acts for its head.`);
    const person = agency.people.find(({ id }) => id === personId) ?? null;
    const ruling = actingRuling(person, { from, until }, dayOf(now, agency.program.timeZone));
    return ruling.ok ? allowed({ personId, from, until, reason, name: person?.name ?? "" }) : ruling;
  },
  save: async (db, { personId, from, until, reason }, { now }, { agency }) => {
    const { id } = await nameActing(db, { organizationId: agency.id, personId, from, until, reason, namedAt: now });
    await tell(db, { programId: agency.programId, personIds: [personId], body: `You decide for ${agency.name} from ${dayInWords(from)} to ${dayInWords(until)}.`, path: "/decisions", cause: `head.name:${id}` });
    return allowed({ organizationId: agency.id });
  },
  record: ({ name, ...acting }, { organizationId }, { agency }) => ({ subject: "organization", subjectId: organizationId, detail: { agency: agency.name, name, ...acting } }),
});
