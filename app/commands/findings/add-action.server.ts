import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line, plainDay } from "~/domain/access/words";
import { personInText } from "~/domain/evaluation/person-in-text";
import { insertAction, membersWithProposals } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import { loadFinding } from "./load-finding.server";

/** Makes of a weakness a step with an owner and a day, or with the proposal that changes the clause. */
export const addAction = command("finding.write", {
  input: z.strictObject({ findingId: z.string(), weakness: line("Say what the weakness is.", 300), step: line("Say what is done about it.", 300), ownerId: chosen("Choose who sees to it."), due: plainDay("Say by when."), proposal: z.string().trim().max(9).regex(/^\d*$/, "Write the number of the proposal, such as 31.").default("") }),
  load: async (db, { findingId, proposal }, actor) => {
    const loaded = await loadFinding(db, findingId, actor);
    return loaded && { ...loaded, known: await membersWithProposals(db, loaded.finding.programId, proposal === "" ? null : Number(proposal)) };
  },
  rule: ({ known }, { weakness, step, ownerId, due, proposal }) => {
    if (!known.members.some(({ id }) => id === ownerId)) return refused("Choose somebody of this program.", 422, "ownerId");
    if (proposal !== "" && !known.proposalId) return refused("There is no proposal with this number.", 422, "proposal");
    // Anybody reads it beside the finding once that is out.
    for (const [field, words] of Object.entries({ weakness, step })) {
      const person = personInText(words);
      if (person) return refused(`This holds what looks like ${person}. Say it without: anybody may read it once the finding is out.`, 422, field);
    }
    return allowed({ weakness, step, ownerId, due, proposalId: known.proposalId });
  },
  save: async (db, change, _moment, { finding }) => {
    const actionId = await insertAction(db, { ...change, findingId: finding.id });
    await tell(db, { programId: finding.programId, personIds: [change.ownerId], body: "A step that follows from a finding was given to you.", path: `/evaluation/findings/${finding.id}#action-${actionId}`, cause: `finding.action:${actionId}` });
    return allowed({ findingId: finding.id, actionId });
  },
  record: ({ weakness, due }, { findingId, actionId }) => ({ subject: "finding", subjectId: findingId, detail: { actionId, weakness, due } }),
});
