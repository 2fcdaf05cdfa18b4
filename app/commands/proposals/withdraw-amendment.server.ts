import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveAmendment } from "~/domain/proposals/amendments";
import { proposalThing } from "~/domain/proposals/thing";
import { lockAmendment, saveAnswer } from "~/store/amendments.server";
import { isPerson } from "~/store/voting.server";

/** Takes an amendment back that nobody has answered, so that no vote waits for it. It stays on the page of the proposal. */
export const withdrawAmendment = command("amendment.withdraw", {
  input: z.strictObject({ amendmentId: z.string() }),
  load: async (db, { amendmentId }) => {
    const held = await lockAmendment(db, amendmentId);
    return held && { ...held, thing: { ...proposalThing(held.proposal), ownerIds: [held.amendment.author.id] } };
  },
  rule: ({ amendment }) => moveAmendment(amendment.state, "withdraw"),
  save: async (db, to, { actor, now }, { proposal, amendment }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const saved = await saveAnswer(db, { id: amendment.id, from: amendment.state, to, answer: "", answeredById: actor.personId, answeredAt: now });
    return saved ? allowed({ proposalId: proposal.id, amendmentId: amendment.id }) : refused("Somebody answered this amendment a moment ago. Read the page again.");
  },
  record: (to, { proposalId, amendmentId }, { amendment }) => ({ subject: "proposal", subjectId: proposalId, detail: { amendmentId, number: amendment.number, verdict: to } }),
});
