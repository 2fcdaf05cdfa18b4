import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { dissentRuling } from "~/domain/voting/dissent";
import { groupOnRoll, insertDissent } from "~/store/outcomes.server";
import { isPerson, roundById } from "~/store/voting.server";

/** Attaches the dissent of a group that lost: one a group and vote. It is printed wherever the decision is. */
export const writeDissent = command("dissent.write", {
  input: z.strictObject({ roundId: z.string().min(1), body: z.string({ error: "Write the dissent." }).trim().min(1, "Write the dissent.").max(8000, "Keep the dissent below 8,000 characters.") }),
  load: async (db, { roundId }, actor) => {
    const round = await roundById(db, roundId);
    return round && { thing: round.thing, round, groupId: isPerson(actor) ? await groupOnRoll(db, roundId, actor.personId) : null };
  },
  rule: ({ round, groupId }, { body }) => {
    const ruling = dissentRuling({ state: round.state, held: round.heldUntil !== null, tally: round.result, groupId });
    return ruling.ok ? allowed({ body, group: ruling.value }) : ruling;
  },
  save: async (db, { body, group }, { actor, now }, { round }) => {
    if (!isPerson(actor)) return refused("Only a person writes a dissent.", 403);
    const written = await insertDissent(db, { roundId: round.id, groupId: group.id, groupName: group.name, body, writtenById: actor.personId, writtenAt: now });
    return written ? allowed({ proposalId: round.proposal.id }) : refused(`${group.name} has attached its dissent already.`);
  },
  record: ({ body, group }, _result, { round }) => ({ subject: "proposal", subjectId: round.proposal.id, detail: { roundId: round.id, group: group.name, dissent: body } }),
});
