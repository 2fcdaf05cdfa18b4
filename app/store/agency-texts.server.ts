import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

export type NewAgencyText = { decisionId: string; number: number; frozenTextId: string; basisHash: string; choices: readonly unknown[]; state: "standing" | "awaiting"; typoOnly: boolean; madeById: string; madeAt: Date; signedFrom: string; commentUntil: Date };

/** False when another change got this number first. */
export async function saveAgencyText(db: Database, { choices, ...text }: NewAgencyText): Promise<boolean> {
  if (text.state === "standing") await db.agencyText.updateMany({ where: { decisionId: text.decisionId, state: { in: ["standing", "awaiting"] } }, data: { state: "replaced" } });
  const { count } = await db.agencyText.createMany({ data: [{ ...text, choices: choices as Prisma.InputJsonValue }], skipDuplicates: true });
  return count === 1;
}

/** The answer to "is it a typo only?": a confirmed text takes the place of the one before. False when it was answered already. */
export async function answerTypo(db: Database, { decisionId, textId, confirmed, by, at }: { decisionId: string; textId: string; confirmed: boolean; by: string; at: Date }): Promise<boolean> {
  if (confirmed) await db.agencyText.updateMany({ where: { decisionId, state: "standing" }, data: { state: "replaced" } });
  const { count } = await db.agencyText.updateMany({ where: { id: textId, state: "awaiting" }, data: { state: confirmed ? "standing" : "refused", confirmedById: by, confirmedAt: at } });
  return count === 1;
}

export async function commentsOnChanges(db: Database, decisionId: string) {
  return db.changeComment.findMany({ where: { decisionId }, orderBy: { at: "asc" }, take: 500, select: { id: true, body: true, at: true, author: { select: { name: true, organization: { select: { name: true } } } } } });
}

export async function saveChangeComment(db: Database, comment: { decisionId: string; authorId: string; body: string; at: Date }): Promise<{ id: string }> {
  return db.changeComment.create({ data: comment, select: { id: true } });
}
