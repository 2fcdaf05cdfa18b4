import { studyDirections } from "~/domain/evaluation/study";
import type { Database } from "./database.server";

function readStudy<Row extends { direction: string }>(row: Row) {
  return { ...row, direction: studyDirections.find((known) => known === row.direction) ?? "mixed" };
}

/** The evidence library of a program, the newest studies first. */
export async function studiesOf(db: Database, programId: string) {
  const rows = await db.study.findMany({ where: { programId }, orderBy: [{ year: "desc" }, { title: "asc" }], take: 300, include: { writtenBy: { select: { name: true } } } });
  return rows.map(readStudy);
}

/** What anybody may read: the library of the program that was first, as the front page shows it. */
export async function publicStudies(db: Database) {
  const program = await db.program.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  return program ? studiesOf(db, program.id) : [];
}

export async function studyById(db: Database, id: string) {
  const row = await db.study.findUnique({ where: { id } });
  return row && readStudy(row);
}

export type NewStudy = { title: string; year: number; design: string; n: string; direction: string; result: string; limits: string; source: string; link: string };

/** How many were new: a title that is there already is left as it is. */
export async function insertStudies(db: Database, programId: string, studies: readonly NewStudy[], by: { writtenById: string; writtenAt: Date }): Promise<{ id: string; title: string }[]> {
  return db.study.createManyAndReturn({ data: studies.map((study) => ({ ...study, programId, ...by })), skipDuplicates: true, select: { id: true, title: true } });
}

export async function saveStudy(db: Database, id: string, study: NewStudy & { writtenById: string; writtenAt: Date }): Promise<void> {
  await db.study.update({ where: { id }, data: study });
}
