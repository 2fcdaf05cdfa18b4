import { z } from "zod";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { signatureRuling, type Proof } from "~/domain/access/signature";
import { useProof } from "~/store/access.server";
import type { Database } from "~/store/database.server";

/** The session in which the password was given again; the route says it, never the form. */
export const sessionId = z.string().max(64).default("");

export type Signature = { sessionId: string; provedAt: Date; from: string };

/** What is to be saved, signed; or the refusal at the password. Asked last, so that a mistake elsewhere uses no password up. */
export function signed<Change>(change: Change, { sessionId, proof, actor, now }: { sessionId: string; proof: Proof | null; actor: Actor; now: Date }): Ruling<Change & { signature: Signature }> {
  if (actor.kind !== "person") return refused("Only a person signs.", 403);
  const ruling = signatureRuling(proof, actor, now);
  return ruling.ok ? allowed({ ...change, signature: { sessionId, ...ruling.value } }) : ruling;
}

/** Uses the password up: the next signature needs it again. */
export async function useSignature(db: Database, { sessionId, provedAt }: Signature): Promise<Ruling<true>> {
  return (await useProof(db, sessionId, provedAt)) ? allowed(true) : refused("Give your password again to sign.", 422, "password");
}
