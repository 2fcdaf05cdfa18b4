import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { headLine, headWords, type SignedHead } from "~/domain/records/head";
import { merkleRoot } from "~/domain/records/merkle";
import { dayOf } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { lockProgram, programOf } from "~/store/programs.server";
import { auditContacts, createHead, latestHead, programsWithoutHead, recordHashes } from "~/store/records-heads.server";
import { signed } from "~/store/signing-key.server";

/** Signs the head of a program's records, once a day, and sends it to every partner's audit contact: from then on the operator alone cannot rewrite what came before. */
export const signHead = command("records-head.sign", {
  input: z.strictObject({}),
  load: async (db, _input, actor) => {
    if (actor.kind !== "clock") return null;
    const { programId } = actor;
    await lockProgram(db, programId);
    const program = await programOf(db, programId);
    return program && { thing: { programId }, programId, timeZone: program.timeZone, hashes: await recordHashes(db, programId), latest: await latestHead(db, programId) };
  },
  rule: ({ programId, timeZone, hashes, latest }, _input, { now }) => {
    const hash = hashes.at(-1);
    if (hash === undefined) return refused("There are no records to sign.");
    if (latest && dayOf(new Date(latest.at), timeZone) === dayOf(now, timeZone)) return refused("The head of today is signed already.");
    return allowed({ programId, sequence: hashes.length, hash, root: merkleRoot(hashes), at: now.toISOString() });
  },
  save: async (db, head, _moment, { programId }) => {
    const whole: SignedHead = { ...head, ...signed(headWords(head)) };
    await createHead(db, whole);
    await tell(db, {
      programId,
      personIds: await auditContacts(db, programId),
      body: `The signed head of the records, for you to keep outside of this workplace: ${headLine(whole)}`,
      path: "/library/records-head",
      cause: `records-head.sign:${programId}:${head.sequence}`,
    });
    return allowed(whole);
  },
  record: (_head, { sequence, hash, root, publicKey, signature }) => ({ subject: "records", subjectId: "", detail: { sequence, hash, root, publicKey, signature } }),
});

/** Signs what has no head today, for every program. Gives the number of heads that this call signed. */
export async function signDueHeads(): Promise<number> {
  let heads = 0;
  for (const { id: programId } of await programsWithoutHead(database())) if ((await signHead({ kind: "clock", programId }, {})).ok) heads += 1;
  return heads;
}
