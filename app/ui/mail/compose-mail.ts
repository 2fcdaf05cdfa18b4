import { kindInWords, type NoticeKind } from "~/domain/notices/kinds";
import type { Rhythm } from "~/domain/notices/rhythm";
import type { Standing } from "~/domain/proposals/station";
import { formatWhen } from "~/domain/programs/format-when";
import { stationNames } from "../thread";
import { mailHtml } from "./mail-html";
import { mailPlain } from "./mail-plain";
import { oneLine } from "./one-line";

type Moment = Date | string;

/** What a mail carries, as its query gives it. */
export type MailFacts = {
  id: string;
  to: { name: string; address: string };
  program: { name: string; timeZone: string };
  choice: { rhythm: Rhythm; titlesOnly: boolean };
  isDigest: boolean;
  lines: readonly { id: string; body: string; path: string; kind: NoticeKind; at: Moment; thread: string | null; title: string | null; standing: Standing | null; closesAt: Moment | null }[];
  votes: readonly { noticeId: string | null; closesAt: Moment; needsYou: boolean; title: string; path: string }[];
};

export type MailPart = { words: string; link?: { label: string; href: string }; facts: readonly string[] };
export type MailContent = { program: string; heading: string; parts: readonly MailPart[]; foot: readonly { words: string; href: string }[] };
/** The signed way to the place of a notice, for the mail itself; who only looks at a mail gets the plain one. */
type LinkTo = (line: { id: string }) => string;
export type ComposedMail = { subject: string; text: string; html: string; thread: string | null };

/** A mail in words: the subject, the plain part and the same as a page. Links lead by our own address through the sign-in to the exact place. */
export function composeMail(facts: MailFacts, { origin, stop, linkTo }: { origin: string; stop: string; linkTo?: LinkTo }): ComposedMail {
  const { isDigest, lines } = facts;
  const [first] = lines;
  const subject = isDigest ? digestSubject(facts) : (first?.title ?? (facts.choice.titlesOnly ? `News from ${facts.program.name}` : (first?.body ?? "")));
  const content: MailContent = {
    program: facts.program.name,
    heading: subject,
    parts: [...facts.votes.map((vote) => votePart(vote, facts, origin, linkTo)), ...lines.map((line) => linePart(line, facts, origin, linkTo))],
    foot: [
      { words: `You get this mail as a member of ${facts.program.name}. ${rhythmInWords[facts.choice.rhythm]} Change it:`, href: signInLink(origin, "/notices/settings") },
      { words: "Stop all mail:", href: `${origin}${stop}` },
    ],
  };
  return { subject: oneLine(subject).slice(0, 200), text: mailPlain(content), html: mailHtml(content), thread: isDigest ? null : (first?.thread ?? null) };
}

/** "3 votes close this week, 2 need you", or how much is new. */
function digestSubject({ votes, lines, program }: MailFacts): string {
  const needed = votes.filter(({ needsYou }) => needsYou).length;
  const news = `${lines.length} ${lines.length === 1 ? "notice" : "notices"} from ${program.name}`;
  if (votes.length === 0) return news;
  const closing = votes.length === 1 ? "1 vote closes this week" : `${votes.length} votes close this week`;
  return `${closing}, ${needed === 0 ? "none needs you" : needed === 1 ? "1 needs you" : `${needed} need you`}`;
}

/** By the notice of its opening; who was not told of a vote has no say in it, and finds nothing of their own there. */
function votePart({ noticeId, closesAt, needsYou, title, path }: MailFacts["votes"][number], { program }: MailFacts, origin: string, linkTo: LinkTo | undefined): MailPart {
  return {
    words: title,
    facts: [`The vote closes ${formatWhen(closesAt, program.timeZone)}.`, ...(needsYou ? ["Your seat has not voted yet."] : [])],
    link: { label: needsYou ? "Read and vote" : "Read it", href: noticeId && linkTo ? `${origin}${linkTo({ id: noticeId })}` : signInLink(origin, path) },
  };
}

function linePart({ id, body, path, kind, title, standing, closesAt }: MailFacts["lines"][number], { program, choice, isDigest }: MailFacts, origin: string, linkTo: LinkTo | undefined): MailPart {
  const facts = [
    ...(choice.titlesOnly && title && isDigest ? [title] : []),
    ...(closesAt && kind === "vote" ? [`The vote closes ${formatWhen(closesAt, program.timeZone)}.`] : []),
    ...(standing && !isDigest ? [threadInWords(standing)] : []),
  ];
  return { words: choice.titlesOnly ? kindInWords[kind] : body, facts, link: { label: linkLabels[kind], href: linkTo ? `${origin}${linkTo({ id })}` : signInLink(origin, path) } };
}

/** "Where it stands: vote open. Done: drafted, discussed. Still to come: decided, in force, trained, measured." */
function threadInWords({ words, current, stopped }: Standing): string {
  const at = stationNames.findIndex((name) => name === (stopped?.station ?? current));
  const done = stationNames.slice(0, at);
  const ahead = stopped ? [] : stationNames.slice(at + 1);
  const why = stopped ? [stopped.why, stopped.whoseTurn].filter(Boolean).join(" ") : "";
  return [`Where it stands: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`, why, done.length > 0 ? `Done: ${done.join(", ")}.` : "", ahead.length > 0 ? `Still to come: ${ahead.join(", ")}.` : ""].filter(Boolean).join(" ");
}

/** Goes on to the place, with its fragment, after signing in; at once for who is signed in. */
function signInLink(origin: string, path: string): string {
  return `${origin}/sign-in?next=${encodeURIComponent(path)}`;
}

const linkLabels: Record<NoticeKind, string> = { mention: "Read and answer", vote: "Read it, and the vote", decision: "Read and decide", news: "Read it" };

const rhythmInWords: Record<Rhythm, string> = {
  instant: "You chose to be told of each event at once.",
  daily: "You chose one mail a day.",
  weekly: "You chose one mail a week.",
  none: "You chose no mail.",
};
