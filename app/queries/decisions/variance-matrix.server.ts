import { dayIn } from "~/domain/library/in-force";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { varianceRows, type VarianceRow } from "~/store/variance.server";

export const documentsOnPage = 25;
const documentsAtOnce = 500;

/** Policy by agency: what each holds, where its text differs and why, and what it still owes. Documents after a number, a page of them. */
export const varianceMatrix = query("decision.read", async (db, { after }: { after: string }, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const [now, timeZone] = [await databaseTime(db), await programZone(db, programId)];
  const rows = await varianceRows(db, { programId, organizationId, today: dayIn(timeZone, now), after, most: documentsOnPage + 1 });
  const documents = byDocument(rows);
  const shown = documents.slice(0, documentsOnPage);
  return { thing: { programId, organizationId }, now, timeZone, after, documents: shown, next: documents.length > documentsOnPage ? (shown.at(-1)?.number ?? null) : null };
});

/** The whole matrix for a file. */
export const wholeVariance = query("decision.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const [now, timeZone] = [await databaseTime(db), await programZone(db, programId)];
  const today = dayIn(timeZone, now);
  const all: VarianceRow[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: VarianceRow[] = await varianceRows(db, { programId, organizationId, today, after, most: documentsAtOnce });
    all.push(...rows);
    after = new Set(rows.map(({ number }) => number)).size < documentsAtOnce ? undefined : rows.at(-1)?.number;
  }
  return { thing: { programId, organizationId }, now, today, rows: all };
});

function byDocument(rows: readonly VarianceRow[]) {
  const documents = new Map<string, { id: string; number: string; title: string; agencies: VarianceRow[] }>();
  for (const row of rows) {
    const document = documents.get(row.documentId) ?? { id: row.documentId, number: row.number, title: row.title, agencies: [] };
    document.agencies.push(row);
    documents.set(row.documentId, document);
  }
  return [...documents.values()];
}
