import { anyone, type Actor } from "~/domain/access/may";
import { signInAddress } from "./redirect.server";
import { actorFromCookies, type OpenSession, type PersonActor } from "./session.server";

/** Who asks: a signed-in person or anyone. */
export async function actorOf(request: Request): Promise<Actor> {
  return (await sessionOf(request))?.actor ?? anyone;
}

/** The signed-in person; everybody else is sent to sign in and comes back after it. */
export async function personOf(request: Request): Promise<PersonActor> {
  const session = await sessionOf(request);
  if (session) return session.actor;
  throw new Response(null, { status: 302, headers: { Location: signInAddress(request), "Cache-Control": "no-store" } });
}

export async function sessionOf(request: Request): Promise<OpenSession | null> {
  return actorFromCookies(request.headers.get("Cookie"));
}
