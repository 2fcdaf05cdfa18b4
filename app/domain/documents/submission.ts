import type { Visibility } from "~/domain/access/may";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { isDecided, type DocumentKind, undecidedInWords } from "./kinds";

export type Submitted = {
  kind: DocumentKind;
  editions: number;
  pendingDecisions: number;
  organizationId: string;
  visibility: Visibility;
  agencies: readonly { id: string; name: string; heads: number }[];
  /** The words of the text, without numbers. */
  words: string;
  /** What the text owes, one sentence each. */
  problems: readonly string[];
};

/** May this text go to the agency heads now? A first edition needs no vote: it is each head's own decision. */
export function submissionRuling({ kind, editions, pendingDecisions, organizationId, visibility, agencies, words, problems }: Submitted): Ruling<true> {
  if (!isDecided(kind)) return refused(undecidedInWords(kind), 422);
  if (editions > 0) return refused("This document has an edition already. Open a proposal to change it.");
  if (pendingDecisions > 0) return refused("This text is with the agency head already. Wait for the answer.");
  if (words.trim() === "") return refused("The draft is empty. Write the text before you send it.", 422);
  if (agencies.length === 0) return refused("No agency is named that this document applies to, so there is no head to send it to.", 422);
  const outside = agencies.find(({ id }) => id !== organizationId);
  if (visibility === "organization" && outside) return refused(`Only your organization sees this document, so the head of ${outside.name} cannot read it. Share it with the program first.`, 422);
  const headless = agencies.find(({ heads }) => heads === 0);
  if (headless) return refused(`${headless.name} has nobody with the role of agency head. Invite its head first.`, 422);
  if (problems.length > 0) return refused(problems.join(" "), 422);
  return allowed(true);
}
