import { commentPhaseNames, type CommentPhase } from "~/domain/public-comment/phases";
import { When } from "./dates";

type Moment = Date | string;
export type CommentRoundLine = { id: string; number: number; opensAt: Moment; closesAt: Moment; timeZone: string; phase: CommentPhase; comments: number; document: { number: string; title: string }; proposal: { number: number; title: string } | null };

/** Rounds of public comment in a list; `said` tells what their number of comments means. */
export function CommentRoundLines({ rounds, path, now, said }: { rounds: readonly CommentRoundLine[]; path: string; now: Moment; said: (comments: number) => string }) {
  return (
    <ul className="lines" role="list">
      {rounds.map((round) => (
        <li key={round.id} className="needs-line">
          <div>
            <p className="needs-what">
              <a href={`${path}/${round.id}`}>{round.proposal?.title ?? round.document.title}</a>
            </p>
            <p className="needs-why">{`${round.document.number} ${round.document.title}, round ${round.number}. ${said(round.comments)}`}</p>
            <p>
              {`${commentPhaseNames[round.phase]}, ${round.phase === "announced" ? "from " : round.phase === "open" ? "until " : "ended "}`}
              <When at={round.phase === "announced" ? round.opensAt : round.closesAt} timeZone={round.timeZone} now={now} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
