import { claimMail } from "~/commands/notices/claim-mail.server";
import { settleMail } from "~/commands/notices/settle-mail.server";
import { linkEnds, mailLinkPath } from "~/domain/notices/mail-link";
import { mailDue } from "~/queries/notices/mail-due.server";
import { mailToSend } from "~/queries/notices/mail-facts.server";
import { composeMail } from "~/ui/mail/compose-mail";
import { envelopeOf } from "./envelope";
import { isPermanent, postOf, type Post, type PostSettings } from "./post.server";

/**
 * Sends what is due, one mail after another, each claimed by one worker. A mail whose worker was killed is claimed again after its
 * lease and sent with the same Message-ID, by which a receiver knows the second copy. Gives the number that left.
 */
export async function sendDueMail(settings: PostSettings): Promise<number> {
  const post = postOf(settings);
  let sent = 0;
  try {
    for (const programId of await mailDue()) {
      for (;;) {
        const outcome = await sendNext(programId, post, settings);
        if (outcome === "sent") sent += 1;
        // Without an answer from the server, the rest waits for the next turn.
        if (outcome === "unreachable") return sent;
        if (outcome === "none") break;
      }
    }
    return sent;
  } finally {
    post?.close();
  }
}

async function sendNext(programId: string, post: Post | null, settings: PostSettings): Promise<"sent" | "settled" | "unreachable" | "none"> {
  const clock = { kind: "clock", programId } as const;
  const claimed = await claimMail(clock, {});
  if (!claimed.ok) return "none";
  const { mailId, attempts, token, key } = claimed.value;
  const settled = (outcome: string, problem = "") => settleMail(clock, { mailId, attempts, outcome, problem: problem.slice(0, 500) });
  const found = await mailToSend(clock, { mailId });
  if (!found.ok || !found.value.facts) {
    await settled("leave");
    return "settled";
  }
  if (!post) {
    await settled("keep");
    return "settled";
  }
  const stop = `/unsubscribe/${token}`;
  try {
    await post.send(envelopeOf(found.value.facts, composeMail(found.value.facts, { origin: settings.origin, stop, linkTo: ({ id }) => mailLinkPath(key, { noticeId: id, until: linkEnds(new Date()) }) }), { ...settings, stop }));
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    const answered = fault instanceof Error && "responseCode" in fault && typeof fault.responseCode === "number";
    await settled(isPermanent(fault) ? "refused" : "failed", said);
    return answered ? "settled" : "unreachable";
  }
  await settled("deliver");
  return "sent";
}
