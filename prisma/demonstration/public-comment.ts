import { answerPublicComment } from "~/commands/public-comment/answer-public-comment.server";
import { openCommentRound } from "~/commands/public-comment/open-comment-round.server";
import { writePublicComment } from "~/commands/public-comment/write-public-comment.server";
import { anyone, type Actor } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import { daysLater } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { publicCommentByReference } from "~/store/public-comments.server";
import { done } from "./done";
import { timeZone, type PersonKey } from "./people";

type Member = Extract<Actor, { kind: "person" }>;

/** The public is asked about a proposal: two comments are answered, and one waits. */
export async function publicComment(members: Record<PersonKey, Member>, proposalId: string): Promise<void> {
  const now = new Date();
  const { roundId } = done(
    await openCommentRound(members.coordinator, { proposalId, opensOn: dayIn(timeZone, now), closesOn: dayIn(timeZone, daysLater(now, 21, timeZone)), question: "Is five minutes right? What should happen when the mobile team is far away?" }),
  );
  const write = async (body: string, more: { name?: string; clauseId?: string } = {}): Promise<string> => {
    const { reference } = done(await writePublicComment(anyone, { roundId, body, ...more }));
    return (await publicCommentByReference(database(), reference))?.id ?? "";
  };
  const late = await write("Five minutes is fine in town. We live forty minutes out. Tell us what happens out here.", { clauseId: "sendofficer1", name: "A neighbor from Elk Creek" });
  done(await answerPublicComment(members.dispatch, { commentId: late, disposition: "partly", answer: "The text will say that the call-taker stays on the line until somebody is there. It cannot promise a shorter way." }));
  const parking = await write("The parking at the hospital is a disgrace.");
  done(await answerPublicComment(members.coordinator, { commentId: parking, disposition: "outOfScope", answer: "This text settles whom a call-taker sends. The hospital's patient office takes this up." }));
  await write("Please say in plain words that nobody is arrested only for being in crisis.");
}
