import { z } from "zod";

const place = z.number().int().min(0).max(10_000_000);
const caret = z.strictObject({ anchor: place, head: place });
const version = z.number().int().min(0).max(1_000_000_000);

/** Steps that belong together: stored together, and counted once however often they are sent. */
export const sentBatch = z.strictObject({ batchId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/), steps: z.array(z.looseObject({ stepType: z.string() })).min(1).max(500) });

/** What a browser may say. Anything else is a malformed frame. */
export const clientFrame = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hello"), version: version.nullable() }),
  z.strictObject({
    kind: z.literal("push"),
    draftId: z.uuid().optional(),
    version,
    batches: z.array(sentBatch).min(1).max(200),
    caret: caret.nullable(),
  }),
  z.strictObject({ kind: z.literal("presence"), version, caret: caret.nullable() }),
]);

export type ClientFrame = z.infer<typeof clientFrame>;
export type PushFrame = Extract<ClientFrame, { kind: "push" }>;
export type CaretPlace = z.infer<typeof caret>;

/** What one may do in a text: write in it, only suggest, or only read (null). */
export type Pen = "write" | "suggest" | null;

/** Somebody who has the text open, as the session knows them. */
export type PersonHere = {
  personId: string;
  name: string;
  organization: string;
  group: { name: string; shortName: string; shape: string; colour: string };
  writes: boolean;
};

/** A clause that only its holder may change, as it is told to one person. */
export type ShownLock = { clauseId: string; holder: string; organization: string; reason: string; until: string; own: boolean };

export type SentBatch = { batchId: string; steps: readonly unknown[]; by?: string; personId?: string; caret?: CaretPlace | null };

/** What the server says. `from` is the version before the first step. */
export type ServerFrame =
  | { kind: "init"; connectionId: string; personId: string; version: number; snapshot: { version: number; content: unknown } | null; from: number; batches: SentBatch[]; pen: Pen; reason: string | null }
  | { kind: "steps"; from: number; batches: SentBatch[] }
  | { kind: "unstored"; batchId: string; reason: string }
  | { kind: "pen"; pen: Pen; reason: string | null }
  | { kind: "people"; people: PersonHere[]; more: number }
  | { kind: "presence"; by: string; personId: string; version: number; caret: CaretPlace | null }
  | { kind: "beat" }
  | { kind: "locks"; locks: ShownLock[] }
  /** Part of a batch was not taken, and the steps that follow leave it out. */
  | { kind: "left-out"; batchId: string; reason: string }
  | { kind: "threads" }
  | { kind: "refused"; reason: string; code: "schema" | "malformed" | "other-document" | "reader" | "rate" | "gone" | "signed-out" };
