import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";

type Texts = { editions: readonly { frozenTextId: string }[]; drafts: readonly { id: string }[] };

/** The modules of a curriculum as they are in the latest edition, or in its draft while there is none. */
export async function modulesOfLatest(db: Database, { editions, drafts }: Texts) {
  const content = editions[0] ? ((await frozenTextContent(db, editions[0].frozenTextId)) as DocumentNode) : await draftContent(db, drafts[0]?.id);
  return content ? modulesIn(content) : { modules: [], problems: [] };
}

/** The clean text of a working draft; null when there is none. */
export async function draftContent(db: Database, draftId: string | undefined): Promise<DocumentNode | null> {
  const rows = draftId ? await draftRows(db, draftId) : null;
  return rows && workingText(rows).content;
}
