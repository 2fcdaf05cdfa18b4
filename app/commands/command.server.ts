import { z } from "zod";
import { may, type Actor, type Thing } from "~/domain/access/may";
import type { Act } from "~/domain/access/permissions";
import { allowed, missing, refused, type Outcome, type Refusal, type Ruling } from "~/domain/access/ruling";
import { announcementChannel, type Announcement } from "~/domain/notices/announcement";
import { databaseTime, inTransaction, notify, type Database } from "~/store/database.server";
import { appendRecord } from "~/store/records.server";

export type Moment = { actor: Actor; now: Date };

type Parts<Input, Loaded extends { thing: Thing }, Change, Result> = {
  /** Reads what came from outside; what it does not know is refused. */
  input: z.ZodType<Input>;
  /** Null when there is no such thing. Locks here what the rule depends on. */
  load: (db: Database, input: Input, actor: Actor) => Promise<Loaded | null>;
  rule: (loaded: Loaded, input: Input, moment: Moment) => Ruling<Change>;
  /** Writes the change. A refusal here ("someone was first") undoes the transaction. */
  save: (db: Database, change: Change, moment: Moment, loaded: Loaded) => Promise<Ruling<Result>>;
  /** What goes into the chain; `by` where the act itself finds out who it is, as signing in does; null where the saved rows are themselves the record, as steps of a working text are. */
  record: (change: Change, result: Result, loaded: Loaded) => { subject: string; subjectId: string; detail?: unknown; programId?: string; by?: Actor } | null;
  announce?: (change: Change, result: Result, loaded: Loaded) => Announcement[];
};

class Undone extends Error {
  constructor(readonly outcome: Refusal) {
    super(outcome.reason);
  }
}

/**
 * The door for every write: load, may, rule, save, record in one transaction, then announced.
 * A refusal of a seen thing (403, 409) is recorded too.
 */
export function command<Input, Loaded extends { thing: Thing }, Change, Result>(act: Act, parts: Parts<Input, Loaded, Change, Result>) {
  return async function run(actor: Actor, raw: unknown): Promise<Outcome<Result>> {
    const parsed = parts.input.safeParse(raw);
    if (!parsed.success) return invalid(parsed.error);
    const input = parsed.data;
    let seen: Thing | null = null;
    try {
      return await inTransaction(async (db) => {
        const loaded = await parts.load(db, input, actor);
        if (!loaded) return missing;
        const permission = may(actor, act, loaded.thing);
        if (!permission.ok && permission.kind === "missing") return permission;
        seen = loaded.thing;
        if (!permission.ok) throw new Undone(permission);
        const moment = { actor, now: await databaseTime(db) };
        const ruling = parts.rule(loaded, input, moment);
        if (!ruling.ok) throw new Undone(ruling);
        const saved = await parts.save(db, ruling.value, moment, loaded);
        if (!saved.ok) throw new Undone(saved);
        const said = parts.record(ruling.value, saved.value, loaded);
        const programId = said?.programId ?? loaded.thing.programId;
        if (said && programId)
          await appendRecord(db, { programId, actor: said.by ?? actor, act, outcome: "done", subject: said.subject, subjectId: said.subjectId, detail: said.detail ?? {} });
        for (const announcement of parts.announce?.(ruling.value, saved.value, loaded) ?? [])
          await notify(db, announcementChannel, JSON.stringify(announcement));
        return allowed(saved.value);
      });
    } catch (fault) {
      if (!(fault instanceof Undone)) throw fault;
      await recordRefusal(actor, act, seen, fault.outcome, input);
      return fault.outcome;
    }
  };
}

async function recordRefusal(actor: Actor, act: Act, thing: Thing | null, refusal: Refusal, input: unknown): Promise<void> {
  const programId = thing?.programId;
  // A wrong password is a refusal that is told as 401.
  const kept = refusal.status === 403 || refusal.status === 409 || ((act === "session.begin" || act === "session.prove") && refusal.status === 401);
  if (!programId || !kept) return;
  const subjectId = firstId(input);
  await inTransaction((db) =>
    appendRecord(db, { programId, actor, act, outcome: "refused", subject: act.split(".")[0] ?? act, subjectId, detail: { reason: refusal.reason } }),
  );
}

function firstId(input: unknown): string {
  if (!input || typeof input !== "object") return "";
  const found = Object.entries(input).find(([key, value]) => key.endsWith("Id") && typeof value === "string");
  return found ? String(found[1]) : "";
}

/** Turns what zod found into a refusal with a sentence at each field. */
export function invalid(error: z.ZodError): Refusal {
  const flat = z.flattenError(error);
  const fields = flat.fieldErrors as Record<string, string[]>;
  const reason = flat.formErrors[0] ?? Object.values(fields)[0]?.[0] ?? "Some of what was sent was not understood.";
  const unknown = error.issues.find((issue) => issue.code === "unrecognized_keys");
  return { ...refused(unknown ? `This form does not know the field ${unknown.keys.join(", ")}.` : reason, 422), fields };
}

