import { progressInWords } from "~/domain/acknowledgement/acknowledge";
import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { fewest } from "~/queries/training/fewest";
import { acknowledgedBy, acknowledgementProgress, toAcknowledge } from "~/store/acknowledgements.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";

export const documentsOnPage = 25;

/** What the reader is asked to acknowledge, what they have acknowledged, and how far the agencies of the program are: a page of documents behind a number. */
export const acknowledgementList = query("edition.acknowledge", async (db, { after }: { after: string }, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId, personId } = actor;
  const [now, timeZone, waiting, done, progress] = await Promise.all([
    databaseTime(db),
    programZone(db, programId),
    toAcknowledge(db, actor),
    acknowledgedBy(db, personId),
    acknowledgementProgress(db, actor, { after, most: documentsOnPage + 1 }),
  ]);
  const numbers = [...new Set(progress.map(({ number }) => number))].slice(0, documentsOnPage);
  const shown = progress.filter(({ number }) => numbers.includes(number));
  return {
    thing: { programId, organizationId, ownerIds: [personId] },
    now,
    timeZone,
    waiting,
    done: done.map(({ adoption, ...row }) => ({ ...row, edition: adoption.edition.number, ...adoption.document })),
    after,
    next: shown.length < progress.length ? (numbers.at(-1) ?? null) : null,
    progress: shown.map(({ people, acknowledged, ...row }) => {
      const names = can(actor, "acknowledgement.read", { programId, organizationId: row.organizationId, visibility: "organization" });
      return { ...row, names, done: progressInWords({ people, acknowledged }, names ? 0 : fewest) };
    }),
  };
});
