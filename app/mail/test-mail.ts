import type { ParsedMail } from "mailparser";
import { afterEach, beforeAll, expect } from "vitest";
import { chooseNotices } from "~/commands/notices/choose-notices.server";
import { openRound } from "~/commands/voting/open-round.server";
import { anyone } from "~/domain/access/may";
import { mailLink } from "~/queries/notices/mail-link.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { linksOf, mailReceiver, type MailReceiver } from "../../e2e/support/mail-receiver";
import { proposalForTests, type PersonActor, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { sendDueMail } from "./send-due-mail.server";

export const origin = "https://cit.example.org";
const receivers: MailReceiver[] = [];

/** A database for the tests of one file; what a test leaves unsent is not sent by the next. */
export function withMail(): void {
  beforeAll(async () => void (await freshDatabase()));
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map(({ close }) => close()));
    await database().mail.updateMany({ where: { state: { in: ["waiting", "sending"] } }, data: { state: "left" } });
  });
}

export async function receiver(options: Parameters<typeof mailReceiver>[0] = {}): Promise<MailReceiver> {
  const made = await mailReceiver(options);
  receivers.push(made);
  return made;
}

export const send = ({ url }: { url: string | undefined }) => sendDueMail({ smtpUrl: url, mailFrom: "Concord <no-reply@cit.example.org>", origin });
export const emailOf = async ({ personId }: PersonActor) => (await database().person.findUniqueOrThrow({ where: { id: personId } })).email;
export const hurry = () => database().$executeRaw`update "Mail" set "dueAt" = clock_timestamp() - interval '1 second', "leaseUntil" = clock_timestamp() - interval '1 second' where state in ('waiting', 'sending')`;
export const choose = (person: PersonActor, choice: Record<string, string>) => chooseNotices(person, { rhythm: "instant", about: "all", titlesOnly: "no", ...choice });
export const voters = ["cit", "officer", "clinician", "advocate", "peer"];

export async function openVote(program: ProgramForTests, closesAt = "") {
  const proposal = await proposalForTests(program);
  const opened = await openRound(program.person("coordinator"), { proposalId: proposal.id, closesAt });
  if (!opened.ok) throw new Error("The vote did not open.");
  return { proposalId: proposal.id, roundId: opened.value.roundId };
}

export function once(mails: readonly { messageId?: string | undefined }[]): number {
  return new Set(mails.map(({ messageId }) => messageId)).size;
}

/** What the first link of a mail does for somebody, or for nobody in particular. */
export async function followed(mail: ParsedMail | undefined, name: string | null, program: ProgramForTests) {
  const [link = ""] = mail ? linksOf(mail) : [];
  expect(link.startsWith(`${origin}/mail/`), link).toBe(true);
  return mailLink(name ? program.person(name) : anyone, { token: link.replace(`${origin}/mail/`, "") });
}
