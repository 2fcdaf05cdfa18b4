import { can } from "~/domain/access/may";
import { askedDecision } from "~/editor/asked-decision.server";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { actingHeadsOn } from "~/store/acting-heads.server";
import { databaseTime } from "~/store/database.server";
import { aroundDecision } from "~/store/decision-around.server";
import { decisionById, thingOfDecision } from "~/store/decisions.server";
import { decisionOfStage } from "~/store/stages.server";
import { stagesShown } from "./stages-shown";

/** One stage with the text that is signed off, for its approvers and for the head who may skip it. */
export const stagePage = query("decision.read", async (db, { stageId }: { stageId: string }, actor) => {
  const decisionId = await decisionOfStage(db, stageId);
  const decision = decisionId === null ? null : await decisionById(db, decisionId);
  if (!decision) return null;
  const around = await aroundDecision(db, decision, await databaseTime(db), null);
  const { text, hash, standing } = askedDecision(decision, around);
  const acting = await actingHeadsOn(db, decision.organizationId, around.today);
  const maySkip = can(actor, "stage.skip", { programId: decision.programId, organizationId: decision.organizationId, ownerIds: acting });
  const stage = stagesShown(decision.stages, actor, { isOpen: true, maySkip }).find(({ id }) => id === stageId);
  if (!stage) return null;
  const base = (decision.proposal?.baseEdition.frozenText.content ?? null) as DocumentNode | null;
  const content = (standing?.frozenText.content ?? (text.ok ? text.content : decision.frozenText.content)) as DocumentNode;
  const { organization, document, proposal, timeZone } = decision;
  return {
    thing: thingOfDecision(decision, actor),
    stage,
    decision: { id: decision.id },
    organization: { name: organization.name },
    document: { number: document.number, title: document.title },
    proposal: proposal && { number: proposal.number, title: proposal.title },
    hash: standing?.frozenText.hash ?? hash,
    redline: base && redline(base, content),
    content: base ? null : content,
    today: around.today,
    timeZone,
  };
});
