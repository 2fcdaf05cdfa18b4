import type { Database } from "./database.server";

/** Since when a person's calendar address stands; null without one. */
export async function calendarSince(db: Database, personId: string): Promise<Date | null> {
  const feed = await db.calendarFeed.findUnique({ where: { personId }, select: { createdAt: true } });
  return feed?.createdAt ?? null;
}

/** Puts a new address in the place of the old one, which ends. */
export async function saveCalendarFeed(db: Database, feed: { personId: string; tokenHash: string; createdAt: Date }): Promise<void> {
  await db.calendarFeed.upsert({ where: { personId: feed.personId }, create: feed, update: feed });
}

/** False when there was none. */
export async function deleteCalendarFeed(db: Database, personId: string): Promise<boolean> {
  const { count } = await db.calendarFeed.deleteMany({ where: { personId } });
  return count === 1;
}

export async function personOfCalendar(db: Database, tokenHash: string): Promise<string | null> {
  const feed = await db.calendarFeed.findUnique({ where: { tokenHash }, select: { personId: true } });
  return feed?.personId ?? null;
}

type Dates = { programId: string; since: Date };

/** Votes that close after `since`; of one person those on whose roll they are. */
export async function roundDates(db: Database, { programId, personId, since }: Dates & { personId: string | null }) {
  return db.round.findMany({
    where: { closesAt: { gte: since }, programId, ...(personId ? { roll: { some: { OR: [{ personId }, { alternateId: personId }] } } } : {}) },
    orderBy: { closesAt: "desc" },
    take: 500,
    select: {
      id: true, programId: true, openedAt: true, closesAt: true, state: true, question: true,
      proposal: { select: { id: true, programId: true, number: true, title: true, authorId: true, document: { select: { organizationId: true, visibility: true } } } },
    },
  });
}

/** Decisions due after `since`; those of one agency, or all. */
export async function decisionDates(db: Database, { programId, organizationId, since }: Dates & { organizationId: string | null }) {
  return db.decision.findMany({
    where: { programId, dueAt: { gte: since }, ...(organizationId ? { organizationId } : {}) },
    orderBy: { dueAt: "desc" },
    take: 500,
    select: {
      id: true, programId: true, organizationId: true, askedAt: true, dueAt: true, decidedAt: true,
      organization: { select: { name: true } },
      proposal: { select: { number: true, title: true } },
      document: { select: { number: true, title: true, organizationId: true, visibility: true } },
    },
  });
}

/** Meetings of a program that end after `since` and of which members were told, cancelled ones too. */
export async function meetingDates(db: Database, { programId, since }: Dates) {
  return db.meeting.findMany({
    where: { programId, endsAt: { gte: since }, noticedAt: { not: null } },
    orderBy: { endsAt: "desc" },
    take: 500,
    select: { id: true, title: true, place: true, startsAt: true, endsAt: true, noticedAt: true, state: true },
  });
}
