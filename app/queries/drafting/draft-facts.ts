import type { draftPlace } from "~/store/drafting.server";

/** What every page about a working text says of it, and the way back to where it is written. */
export function draftFacts({ id, document, proposal }: NonNullable<Awaited<ReturnType<typeof draftPlace>>>) {
  const path = proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`;
  return { draftId: id, path, timeZone: document.program.timeZone, title: proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}` };
}
