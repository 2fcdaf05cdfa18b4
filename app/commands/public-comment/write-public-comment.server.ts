import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { commentForm } from "~/domain/public-comment/comment-form";
import { personalDetails, personalDetailsRuling } from "~/domain/public-comment/personal-details";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { canonicalJson } from "~/domain/records/canonical";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { databaseTime } from "~/store/database.server";
import { createPublicComment, sentJustNow } from "~/store/public-comments.server";
import { loadCommentRound, recordOfRound } from "./load-comment-round.server";

/** `commitment` is null when the same words had been sent just before. */
type Sent = { reference: string; commitment: string | null };

const tenMinutes = 10 * 60 * 1000;

/** A comment of anybody, without an account. The records keep a hash of it and not its words, so that a name in it can still be taken down. */
export const writePublicComment = command("public-comment.write", {
  input: z.strictObject({ roundId: z.string().min(1).max(200), ...commentForm }),
  load: async (db, { roundId, clauseId, name, body }) => {
    const loaded = await loadCommentRound(db, { roundId });
    if (!loaded || loaded.round.state === "withdrawn") return null;
    const now = await databaseTime(db);
    const said = { roundId, clauseId: clauseId || null, name, body };
    // Whoever writes has no account here, also when they have one: the round is everybody's.
    return { thing: { ...loaded.thing, visibility: "public" as const }, round: loaded.round, said, before: await sentJustNow(db, said, new Date(now.getTime() - tenMinutes)) };
  },
  rule: ({ round, said, before }, { checked }, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "comment");
    if (!move.ok) return move;
    if (said.clauseId !== null && !clausesOf(round.content as DocumentNode).some(({ id }) => id === said.clauseId)) return refused("Choose a clause of this text, or the whole text.", 422, "clauseId");
    if (personalDetails(said.name).length > 0) return refused("Write a name and nothing else here, or leave it empty.", 422, "name");
    const details = personalDetailsRuling(said.body, checked === "yes");
    return details.ok ? allowed({ ...said, before }) : details;
  },
  save: async (db, { before, ...said }, { now }) => {
    if (before) return allowed<Sent>({ reference: before, commitment: null });
    const made = { ...said, reference: newReference(), salt: randomBytes(16).toString("hex") };
    await createPublicComment(db, { ...made, at: now });
    return allowed<Sent>({ reference: made.reference, commitment: commitmentOf(made) });
  },
  record: (_change, { reference, commitment }, { round }) => (commitment === null ? null : recordOfRound(round, { reference, commitment })),
});

/** SHA-256 of the salt and everything that a comment says: who has both can compare, who has only the hash learns nothing. */
export function commitmentOf({ salt, clauseId, name, body }: { salt: string; clauseId: string | null; name: string; body: string }): string {
  return createHash("sha256").update(canonicalJson({ salt, clauseId, name, body })).digest("hex");
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten letters and digits that are not taken for each other. */
function newReference(): string {
  return [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join("");
}
