import { data } from "@remix-run/node";
import type { Outcome, Refusal } from "~/domain/access/ruling";
import { signInAddress } from "./redirect.server";

export type FormValues<Lists extends string = never> = [Lists] extends [never] ? Record<string, string> : Record<string, string | string[]> & Record<Lists, string[]>;

/** The value of an outcome; anything else becomes the page that says so. */
export function found<Value>(outcome: Outcome<Value>, request?: Request): Value {
  if (outcome.ok) return outcome.value;
  if (outcome.kind === "missing") throw new Response("There is no such page, or it is not open to you.", { status: 404 });
  if (outcome.status === 401) throw seeOther(request ? signInAddress(request) : "/sign-in");
  throw new Response(outcome.reason, { status: outcome.status });
}

/** The fields of a form, each given once; those in `lists` may come several times. */
export async function formOf<Lists extends string = never>(request: Request, { lists = [] }: { lists?: readonly Lists[] } = {}): Promise<FormValues<Lists>> {
  const form = await request.formData().catch(() => {
    throw new Response("This address takes a form.", { status: 400 });
  });
  const values: Record<string, string | string[]> = Object.fromEntries(lists.map((list) => [list, []]));
  for (const [name, value] of form) {
    if (typeof value !== "string") throw new Response(`The field ${name} does not take a file.`, { status: 400 });
    const list = values[name];
    if (Array.isArray(list)) list.push(value);
    else if (Object.hasOwn(values, name)) throw new Response(`The field ${name} was sent more than once.`, { status: 400 });
    else Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return values as unknown as FormValues<Lists>;
}

/** Goes on when it was done; otherwise the page comes back with the refusal and what was typed. */
export function answer<Value, Values>(outcome: Outcome<Value>, values: Values, onDone: (value: Value) => Response) {
  if (outcome.ok) return onDone(outcome.value);
  if (outcome.kind === "missing") return found(outcome);
  return refusedForm(outcome, values);
}

export function refusedForm<Values>(refusal: Refusal, values: Values, headers: Record<string, string> = {}) {
  return data({ refusal, values }, { status: refusal.status, headers });
}

/** To another page after a write. */
export function seeOther(location: string, headers: Record<string, string> = {}): Response {
  const response = new Response(null, { status: 303, headers: { Location: location } });
  for (const [name, value] of Object.entries(headers)) response.headers.append(name, value);
  return response;
}
