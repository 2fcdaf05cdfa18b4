import { z } from "zod";
import type { Actor, Thing } from "~/domain/access/may";
import { findingThing, seesFinding } from "~/domain/evaluation/finding-access";
import type { Database } from "~/store/database.server";
import { lockFinding, type FindingFacts } from "~/store/findings.server";

export type LoadedFinding = { thing: Thing; finding: FindingFacts };

/** What every refusal of a change that came second says. */
export const cameSecond = "Someone was first: this finding is no longer as you read it. Read it again.";

/** What a correction and a retraction ask: the reason that the public reads. */
export const withReason = z.strictObject({ findingId: z.string(), reason: z.string({ error: "Say why." }).trim().min(1, "Say why: the reason is printed.").max(2_000, "Keep it below 2,000 characters.") });

/** A finding, held to the end of the transaction. One whose draft the actor may not see is not there. */
export async function loadFinding(db: Database, findingId: string, actor: Actor): Promise<LoadedFinding | null> {
  const finding = await lockFinding(db, findingId);
  if (!finding || !seesFinding(actor, finding)) return null;
  return { thing: findingThing(actor, finding), finding };
}
