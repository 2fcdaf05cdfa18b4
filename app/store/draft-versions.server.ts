import type { Database } from "./database.server";

/** Who wrote for a version, and for which organization at that time. */
export type Contributor = { name: string; organization: string };
export type KeptVersion = { id: string; version: number; name: string | null; note: string | null; contributors: Contributor[]; createdById: string | null; createdAt: Date };

export async function versionsOf(db: Database, draftId: string): Promise<KeptVersion[]> {
  const rows = await db.draftVersion.findMany({ where: { draftId }, orderBy: [{ version: "desc" }, { createdAt: "desc" }], take: 500 });
  return rows.map((row) => ({ ...row, contributors: Array.isArray(row.contributors) ? row.contributors.map(contributorFrom) : [] }));
}

export async function keptVersion(db: Database, versionId: string) {
  return db.draftVersion.findUnique({ where: { id: versionId } });
}

/** Whether a text is kept as it was at this version. */
export async function isKept(db: Database, draftId: string, version: number): Promise<boolean> {
  return (await db.draftVersion.count({ where: { draftId, version } })) > 0;
}

export async function keepVersion(
  db: Database,
  { draftId, version, name, note, createdById, at }: { draftId: string; version: number; name: string | null; note: string | null; createdById: string | null; at?: Date },
): Promise<{ id: string }> {
  // A name sums up all that was written since the last name; what is kept in between says its own part.
  const before = await db.draftVersion.findFirst({ where: { draftId, version: { lt: version }, ...(name === null ? {} : { name: { not: null } }) }, orderBy: { version: "desc" }, select: { version: true } });
  const contributors = await contributorsBetween(db, draftId, before?.version ?? 0, version);
  return db.draftVersion.create({ data: { draftId, version, name, note, createdById, contributors, ...(at ? { createdAt: at } : {}) }, select: { id: true } });
}

export async function contributorsBetween(db: Database, draftId: string, after: number, upTo: number): Promise<Contributor[]> {
  const authors = await db.draftStep.findMany({ where: { draftId, version: { gt: after, lte: upTo } }, distinct: ["authorId"], select: { authorId: true } });
  const people = await db.person.findMany({ where: { id: { in: authors.map(({ authorId }) => authorId) } }, orderBy: { name: "asc" }, select: { name: true, organization: { select: { name: true } } } });
  return people.map(({ name, organization }) => ({ name, organization: organization.name }));
}

/** What was written for a version since the one kept before it: letters put in and taken out, and when. `version` is null for what is not kept yet. */
export type Written = { version: number | null; lettersIn: number; lettersOut: number; from: Date; to: Date };

export async function writtenBetween(db: Database, draftId: string): Promise<Written[]> {
  return db.$queryRaw<Written[]>`
    with step as (
      select s."version", s."at",
        case when s."step" ? 'slice' and not s."step" ? 'gapFrom' then coalesce((select sum(length(t #>> '{}')) from jsonb_path_query(s."step" -> 'slice', 'strict $.** ? (exists(@.text)).text') as t), 0) else 0 end as "in",
        case when s."step" ->> 'stepType' = 'replace' then (s."step" ->> 'to')::int - (s."step" ->> 'from')::int else 0 end as "out",
        (select min(v."version") from "DraftVersion" v where v."draftId" = s."draftId" and v."version" >= s."version") as "kept"
      from "DraftStep" s where s."draftId" = ${draftId}
    )
    select "kept" as "version", sum("in")::int as "lettersIn", sum("out")::int as "lettersOut", min("at") as "from", max("at") as "to" from step group by "kept"`;
}

/** Where the unkept steps begin, and when the first and last of them were written. */
export async function unkeptSpell(db: Database, draftId: string): Promise<{ version: number; endedAt: Date } | null> {
  const kept = await db.draftVersion.findFirst({ where: { draftId }, orderBy: { version: "desc" }, select: { version: true } });
  const last = await db.draftStep.findFirst({ where: { draftId, version: { gt: kept?.version ?? 0 } }, orderBy: { version: "desc" }, select: { version: true, at: true } });
  return last ? { version: last.version, endedAt: last.at } : null;
}

/** What was kept before organizations were written down has names only. */
function contributorFrom(stored: unknown): Contributor {
  const { name, organization } = typeof stored === "object" && stored !== null ? (stored as Partial<Contributor>) : { name: String(stored), organization: "" };
  return { name: name ?? "", organization: organization ?? "" };
}
