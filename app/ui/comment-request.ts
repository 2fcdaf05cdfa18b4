import type { ShownThreads } from "~/editor/comments/shown-thread";
import type { RefusedForm } from "./refused-form";

export type Answered = { ok: true; threads: ShownThreads; threadId: string | null } | { ok: false; reason: string };

const unreachable = "Not sent: the server did not answer. What you wrote is kept here; send it again when the connection is back.";

/** The threads on a text; null when they could not be read. */
export async function readThreads(draftId: string): Promise<ShownThreads | null> {
  const answered = await ask(`/drafts/${draftId}/threads`, { method: "GET" });
  return answered.ok ? answered.threads : null;
}

/** Sends what a form of the threads' page would send, and gives the threads as they are then. */
export async function sendForm(path: string, fields: Record<string, string>): Promise<Answered> {
  return ask(path, { method: "POST", body: new URLSearchParams(fields) });
}

async function ask(path: string, options: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(path, { ...options, headers: { Accept: "application/json" } });
    if (new URL(response.url).pathname === "/sign-in") return { ok: false, reason: "You have been signed out. Sign in again in another tab, then send it again; what you wrote is kept here." };
    const said = (await response.json()) as { page: ShownThreads | null; answer: RefusedForm | null; error: string | null };
    if (response.ok && said.page && "threads" in said.page) return { ok: true, threads: said.page, threadId: new URL(response.url).searchParams.get("thread") };
    return { ok: false, reason: said.answer?.refusal.reason ?? said.error ?? unreachable };
  } catch {
    return { ok: false, reason: unreachable };
  }
}
