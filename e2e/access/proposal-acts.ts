import { type Attempt, inForce, ownProposal, program, reasons, type RouteActs } from "./attempts";
import type { Caller, World } from "./matrix-world";

/** Which act each address of proposals and amendments asks for. */
export const proposalActs: Record<string, RouteActs> = {
  "routes/proposals._index": { GET: { act: "proposal.read", make: program } },
  "routes/proposals.new": {
    GET: { act: "proposal.open", make: async (world) => ({ ...inForce(world), search: `?document=${world.documentId}&clause=c1` }) },
    POST: { act: "proposal.open", make: async (world) => ({ ...inForce(world), form: { documentId: world.documentId, clauseId: "c1", ...reasons } }) },
  },
  "routes/proposals.$proposalId.description": {
    GET: { act: "proposal.describe", make: ownProposal },
    POST: { act: "proposal.describe", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: reasons }) },
  },
  "routes/proposals.$proposalId.amendments": {
    GET: { act: "amendment.offer", make: ownProposal },
    POST: { act: "amendment.offer", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { clauseId: "c1", words: "Officers wait for 20 minutes.", why: "Thirty is long." } }) },
  },
  "routes/amendments.$amendmentId.answer": {
    GET: { act: "amendment.answer", make: offeredAmendment },
    POST: { act: "amendment.answer", make: async (world, caller) => ({ ...(await offeredAmendment(world, caller)), form: { verdict: "refuse", answer: "Thirty was agreed." } }) },
  },
  "routes/amendments.$amendmentId.withdrawal": { POST: { act: "amendment.withdraw", make: (world, caller) => ownAmendment(world, caller, "offered") } },
  "routes/amendments.$amendmentId.proposal": {
    GET: { act: "amendment.promote", make: refusedAmendment },
    POST: { act: "amendment.promote", make: async (world, caller) => ({ ...(await refusedAmendment(world, caller)), form: reasons }) },
  },
  "routes/proposals.$proposalId._index": { GET: { act: "proposal.read", make: ownProposal } },
  "routes/proposals.$proposalId.draft": { GET: { act: "draft.read", make: ownProposal } },
  "routes/proposals.$proposalId.summary": { GET: { act: "proposal.read", make: ownProposal } },
  "routes/proposals.$proposalId.comments": {
    GET: { act: "proposal.read", make: ownProposal },
    POST: { act: "comment.write", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { body: "Who pays for the clinician's time?" } }) },
  },
  // Taking a bundle changes nothing of the proposal, and the PDF in it is drawn once.
  "routes/proposals.$proposalId.bundle": { POST: { act: "bundle.take", make: sharedProposal } },
  "routes/proposals.$proposalId.rebase": { GET: { act: "proposal.rebase", make: staleProposal }, POST: { act: "proposal.rebase", make: staleProposal } },
  "routes/proposals.$proposalId.rounds": {
    GET: { act: "round.open", make: ownProposal },
    POST: { act: "round.open", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { closesAt: "" } }) },
  },
  "routes/proposals.$proposalId.withdrawal": { GET: { act: "proposal.withdraw", make: ownProposal }, POST: { act: "proposal.withdraw", make: ownProposal } },
};

/** An amendment that waits; the drafter finds that the proposal is their own. */
async function offeredAmendment(world: World, caller: Caller): Promise<Attempt> {
  const proposal = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, proposalAuthorId } = await world.newAmendment({ proposal }, "offered");
  return { thing: { ...inForce(world).thing, ownerIds: [proposalAuthorId] }, params: { amendmentId: id } };
}

/** An amendment that was refused; the drafter finds that they offered it. */
function refusedAmendment(world: World, caller: Caller): Promise<Attempt> {
  return ownAmendment(world, caller, "refused");
}

async function ownAmendment(world: World, caller: Caller, state: "offered" | "refused"): Promise<Attempt> {
  const amendment = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, authorId } = await world.newAmendment({ amendment }, state);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { amendmentId: id } };
}

let shared: Promise<Attempt> | undefined;

/** One proposal for all who ask, where asking changes nothing of it. */
function sharedProposal(world: World): Promise<Attempt> {
  shared ??= world.newProposal().then(({ id, authorId }) => ({ thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { proposalId: id } }));
  return shared;
}

/** A proposal that has to be brought onto the latest edition. */
async function staleProposal(world: World): Promise<Attempt> {
  const { id, editionId } = await world.newStaleProposal();
  return { thing: { programId: world.programId, organizationId: world.agency, visibility: "program" }, params: { proposalId: id }, form: { ontoEditionId: editionId } };
}
