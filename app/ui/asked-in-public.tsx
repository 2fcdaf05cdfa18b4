import { ButtonLink } from "./button";
import { CommentRoundLines, type CommentRoundLine } from "./comment-round-lines";
import { SectionHead } from "./page-head";

/** The rounds of public comment on a text, and the way to ask. */
export function AskedInPublic({ rounds, now, ask }: { rounds: readonly CommentRoundLine[]; now: Date | string; ask: string | null }) {
  if (rounds.length === 0 && ask === null) return null;
  return (
    <section className="section stack" aria-labelledby="public-comment">
      <SectionHead title="Public comment" id="public-comment" />
      {rounds.length > 0 ? <CommentRoundLines rounds={rounds} path="/comment-rounds" now={now} said={(comments) => (comments === 1 ? "One comment." : `${comments} comments.`)} /> : <p className="quiet">The public has not been asked about this text.</p>}
      {ask && rounds.length < 2 && rounds.every(({ phase }) => phase === "closed") && <p><ButtonLink look="secondary" href={ask}>Ask the public</ButtonLink></p>}
    </section>
  );
}
