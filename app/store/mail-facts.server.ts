import { readNoticeKind } from "~/domain/notices/kinds";
import { readMailState } from "~/domain/notices/outgoing";
import { readChoice } from "~/domain/notices/rhythm";
import type { Database } from "./database.server";

/** A mail with what it carries and for whom, before anything is asked. At most 200 notices stand in one. */
export async function mailWithNotices(db: Database, mailId: string) {
  const row = await db.mail.findUnique({
    where: { id: mailId },
    select: {
      id: true, programId: true, personId: true, kind: true, state: true, createdAt: true, endedAt: true, problem: true, attempts: true,
      person: { select: { name: true, email: true, noticeChoice: true, organization: { select: { program: { select: { name: true, timeZone: true, mailTitlesOnly: true } } } } } },
      notices: { orderBy: { at: "asc" }, take: 200, select: { id: true, body: true, path: true, cause: true, kind: true, thread: true, at: true } },
    },
  });
  if (!row) return null;
  const { person, state, notices, ...mail } = row;
  const choice = readChoice(person.noticeChoice);
  const { program } = person.organization;
  return {
    ...mail,
    state: readMailState(state),
    to: { name: person.name, address: person.email },
    program: { name: program.name, timeZone: program.timeZone },
    choice: { ...choice, titlesOnly: choice.titlesOnly || program.mailTitlesOnly },
    notices: notices.map((notice) => ({ ...notice, kind: readNoticeKind(notice.kind) })),
  };
}

/** The seats for which this person may still vote, as holder or alternate. */
function awaitedOf(personId: string) {
  return { OR: [{ personId }, { alternateId: personId }], hasVoted: false, recusedAt: null };
}

/** Which of these votes still wait for this person: open, on the roll, and not cast. */
export async function votesAwaited(db: Database, personId: string, roundIds: readonly string[]): Promise<Set<string>> {
  if (roundIds.length === 0) return new Set();
  const rows = await db.rollEntry.findMany({ where: { roundId: { in: [...roundIds] }, round: { state: "open" }, ...awaitedOf(personId) }, select: { roundId: true } });
  return new Set(rows.map(({ roundId }) => roundId));
}

/** The open votes that close before `until` on documents that a person's organization may see, and whether that person still has one to cast. */
export async function votesClosing(db: Database, { programId, organizationId, personId }: { programId: string; organizationId: string; personId: string }, until: Date) {
  const rounds = await db.round.findMany({
    where: { state: "open", programId, closesAt: { lte: until }, OR: [{ proposalId: null }, { proposal: { document: { OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] } } }] },
    orderBy: { closesAt: "asc" },
    take: 50,
    select: { id: true, closesAt: true, question: true, proposal: { select: { id: true, number: true, title: true } }, roll: { where: awaitedOf(personId), select: { id: true } } },
  });
  const opened = await db.notice.findMany({ where: { personId, cause: { in: rounds.flatMap(({ id }) => [`round.open:${id}`, `ballot.open:${id}`]) } }, select: { id: true, cause: true } });
  const noticeOf = new Map(opened.map(({ id, cause }) => [cause.replace(/^\w+\.open:/, ""), id]));
  return rounds.map(({ id, closesAt, question, proposal, roll }) => ({
    noticeId: noticeOf.get(id) ?? null,
    closesAt,
    title: proposal ? `Proposal ${proposal.number}: ${proposal.title}` : question,
    path: proposal ? `/proposals/${proposal.id}#vote` : `/ballots/${id}`,
    needsYou: roll.length > 0,
  }));
}

/** The mails of a program, the newest first. */
export async function mailsOf(db: Database, programId: string, most: number) {
  const rows = await db.mail.findMany({
    where: { programId },
    orderBy: { createdAt: "desc" },
    take: most,
    select: { id: true, kind: true, state: true, createdAt: true, endedAt: true, problem: true, person: { select: { name: true, email: true } } },
  });
  return rows.map((row) => ({ ...row, state: readMailState(row.state) }));
}
