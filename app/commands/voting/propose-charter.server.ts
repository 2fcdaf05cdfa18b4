import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { proposalDescription } from "~/domain/proposals/description";
import { contradictionsIn } from "~/domain/voting/charter-contradictions";
import { charterFields, readCharterForm } from "~/domain/voting/charter-form";
import { hashOf } from "~/editor/canonical.server";
import { charterText } from "~/editor/charter-text";
import { schemaVersion } from "~/editor/schema/document-schema";
import { seatsByGroup } from "~/store/charter-seats.server";
import { charterDocument, insertCharterDocument } from "~/store/charters.server";
import { databaseTime } from "~/store/database.server";
import { createDraft, setFrozen } from "~/store/drafting.server";
import { groupsOf, latestCharter, lockProgram, programOf } from "~/store/programs.server";
import { insertProposal, saveCharterRules } from "~/store/proposals.server";
import { dayOf } from "~/domain/voting/deadline";

/** Proposes other rules for the charter, which groups discuss and vote on by the rules in force. Carried, they are the next version. */
export const proposeCharter = command("proposal.open", {
  input: z.strictObject({ ...charterFields, title: proposalDescription.title, why: proposalDescription.why, affected: proposalDescription.affected }),
  load: async (db, _input, actor) => {
    if (actor.kind !== "person") return null;
    const { programId } = actor;
    await lockProgram(db, programId);
    const [program, charter, groups, document] = [await programOf(db, programId), await latestCharter(db, programId), await groupsOf(db, programId), await charterDocument(db, programId)];
    if (!program || !charter) return null;
    const seats = await seatsByGroup(db, programId, dayOf(await databaseTime(db), program.timeZone));
    return { thing: { programId }, charter, groups, seats, document, actor };
  },
  rule: ({ charter, seats }, { title, why, affected, ...form }) => {
    const rules = readCharterForm(charter.rules, form);
    if (!rules.ok) return rules;
    const contradiction = contradictionsIn(rules.value, seats);
    if (contradiction) return contradiction;
    if (hashOf(rules.value) === hashOf(charter.rules)) return refused("These are the rules in force. Change at least one.", 422);
    return allowed({ rules: rules.value, title: title || "A change of the charter", why, affected });
  },
  save: async (db, { rules, ...said }, _moment, { charter, groups, document, actor }) => {
    const { programId, organizationId, personId } = actor;
    const names = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
    const inForce = charterText(charter.rules, names);
    const edition = document?.editions[0];
    const base = document && edition ? { documentId: document.id, editionId: edition.id } : await insertCharterDocument(db, { programId, organizationId, createdById: personId, version: charter.version, content: inForce, hash: hashOf(inForce), adoptedAt: charter.adoptedAt });
    const draft = await createDraft(db, { documentId: base.documentId, baseEditionId: base.editionId, content: charterText(rules, names), schemaVersion });
    await setFrozen(db, draft.id, true);
    const proposal = await insertProposal(db, { ...said, evidence: "", cost: "", trainingImpact: "", programId, documentId: base.documentId, clauseId: null, authorId: personId, baseEditionId: base.editionId, draftId: draft.id });
    await saveCharterRules(db, proposal.id, rules);
    return allowed(proposal);
  },
  record: ({ rules, title }, { id, number }, { charter }) => ({ subject: "proposal", subjectId: id, detail: { number, title, charter: charter.version, rules } }),
});
