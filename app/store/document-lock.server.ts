import type { Database } from "./database.server";

/** Holds a document to the end of the transaction: no edition of it comes meanwhile. */
export async function lockDocument(db: Database, id: string): Promise<void> {
  await db.$queryRaw`select 1 from "Document" where id = ${id} for update`;
}
