import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { anyone } from "~/domain/access/may";
import { allowed, type Outcome } from "~/domain/access/ruling";
import { weekOf } from "~/domain/concerns/triage";
import { dayOf } from "~/domain/voting/deadline";
import { createConcern, programOfBox } from "~/store/concerns.server";

const submit = command("concern.submit", {
  input: z.strictObject({ body: z.string().trim().min(1, "Write what your concern is.").max(10_000, "Keep it below 10,000 characters.") }),
  load: async (db) => {
    const program = await programOfBox(db);
    return program && { thing: { programId: null }, program };
  },
  rule: (_loaded, { body }) => allowed({ body }),
  save: async (db, { body }, { now }, { program }) => {
    const code = newCode();
    await createConcern(db, { programId: program.id, body, codeHash: hashOfCode(code), week: weekOf(dayOf(now, program.timeZone)) });
    return allowed({ code });
  },
  // A record has a name and a time of day, and the box keeps neither.
  record: () => null,
});

/** Puts a concern into the box. Whoever sends it is nobody here, also when they are signed in; the code that comes back is the only way to its answer. */
export function submitConcern(raw: unknown): Promise<Outcome<{ code: string }>> {
  return submit(anyone, raw);
}

/** Capitals, spaces and dashes do not matter. */
export function hashOfCode(code: string): string {
  return createHash("sha256").update(code.toLowerCase().replace(/[^a-z0-9]/g, ""), "utf8").digest("hex");
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789x";

/** Sixteen letters out of 32, 80 bits: nobody guesses one. */
function newCode(): string {
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % 32]).join("");
  return (drawn.match(/.{4}/g) ?? []).join("-");
}
