import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { emailOf } from "~/store/access.server";
import { database } from "~/store/database.server";
import { signInAddress } from "./redirect.server";
import { sessionOf } from "./actor.server";
import { tryPassword } from "./password.server";
import { countSignIn, isThrottled } from "./throttle.server";
import type { PersonActor } from "./session.server";

export type Tried = { sessionId: string; correct: boolean; address: string };

/** Looks at the password of a form that is signed, under the same counters as signing in; `prove` keeps that it was right. */
export async function signingSession(
  request: Request,
  { password, address }: { password: string | undefined; address: string },
  prove: (actor: PersonActor, tried: Tried) => Promise<Outcome<{ sessionId: string }>>,
): Promise<{ actor: PersonActor; proved: Outcome<{ sessionId: string }> }> {
  const session = await sessionOf(request);
  if (!session) throw new Response(null, { status: 302, headers: { Location: signInAddress(request), "Cache-Control": "no-store" } });
  const { actor, sessionId } = session;
  // The command refuses what is not signed, after what else is wrong with the form.
  if (!password) return { actor, proved: allowed({ sessionId: "" }) };
  const email = (await emailOf(database(), actor.personId)) ?? "";
  const counted = await countSignIn(email, address);
  if (isThrottled(counted)) return { actor, proved: refused(counted.reason, 429, "password") };
  const { correct } = await tryPassword(email, password);
  const proved = await prove(actor, { sessionId, correct, address });
  if (proved.ok) await counted.succeeded();
  return { actor, proved };
}
