import { storedDay } from "~/domain/programs/stored-day";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Database } from "~/store/database.server";
import { ownTextOf } from "~/store/library.server";

type Row = { editionId: string; decisionId: string; ownTextId: string | null; effectiveFrom: Date; until: Date | null; organization: { id: string; name: string } };

/** Stored adoptions as the rules read them, with the text that each put in force. */
export function adoptedTexts(adoptions: readonly Row[]) {
  return adoptions.map(({ organization, effectiveFrom, until, ...adoption }) => ({ ...adoption, organizationId: organization.id, agency: organization.name, from: storedDay(effectiveFrom), until: until && storedDay(until) }));
}

/** The agency's own text where it adopted with changes: what differs from the carried one, clause by clause, and why. */
export async function ownTextShown(db: Database, adoption: { decisionId: string; ownTextId: string | null } | null, carried: DocumentNode) {
  const { decisionId, ownTextId = null } = adoption ?? {};
  const own = decisionId && ownTextId ? await ownTextOf(db, { decisionId, ownTextId }) : null;
  if (!own) return null;
  const content = own.content as DocumentNode;
  return { hash: own.hash, content, differences: own.differences, redline: redline(carried, content) };
}
