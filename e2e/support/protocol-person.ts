import { people, type PersonKey } from "../../prisma/demonstration/people";

type Where = { origin: string; password: string };

/** The cookie of a person who signed in without a browser. */
export async function cookieOf({ origin, password }: Where, name: PersonKey): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: people[name].email, password, next: "/" }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (answer.status >= 400 || !cookie) throw new Error(`${name} could not sign in: ${answer.status}.`);
  return cookie;
}

/** The working text of the draft procedure that dispatch writes. */
export async function draftInHand({ origin }: Where, cookie: string): Promise<string> {
  const page = async (path: string) => (await fetch(`${origin}${path}`, { headers: { cookie } })).text();
  const document = /href="\/documents\/([0-9a-f-]{36})"[^>]*>(?:<[^>]*>)*Taking a call/.exec(await page("/documents"))?.[1];
  const draft = /\/drafts\/([0-9a-f-]{36})\/versions/.exec(await page(`/documents/${document}/draft`))?.[1];
  if (!draft) throw new Error("The draft procedure is not there.");
  return draft;
}
