import { documentThing } from "~/domain/documents/description";

/** What `may` asks about a proposal: it is seen as its document is, and is its author's own. */
export function proposalThing(proposal: { author: { id: string }; document: { organizationId: string; visibility: string }; programId: string }) {
  return { ...documentThing({ ...proposal.document, programId: proposal.programId }), ownerIds: [proposal.author.id] };
}
