import { clockInWords, headOf, type Clock } from "~/domain/decisions/clock";
import { decisionStateNames, readDecisionState } from "~/domain/decisions/stages";
import { When } from "./dates";
import { NoticeLine } from "./notice-line";

type Moment = Date | string;
export type OwedAnswer = { id: string; outcome: string; dueAt: Moment; clock: Clock; organization: { name: string }; proposal: { id: string; number: number; title: string } | null };

type Props = { owed: readonly OwedAnswer[]; timeZone: string; now: Moment; hrefOf: (answer: OwedAnswer) => string | null };

/** Which agencies still owe a decision on this document. What is overdue is said first and loudest. */
export function OwedAnswers({ owed, timeZone, now, hrefOf }: Props) {
  if (owed.length === 0) return null;
  return (
    <NoticeLine kind={owed.some(({ clock }) => clock.overdue) ? "warning" : "info"}>
      <ul role="list" className="plain">
        {owed.map((answer) => (
          <li key={answer.id}>
            <strong className={answer.clock.overdue ? "overdue" : undefined}>{clockInWords(answer.clock, headOf(answer.organization.name))}</strong>
            {`${answer.clock.overdue ? "" : ` for ${answer.organization.name} to decide`} on `}
            <What answer={answer} href={hrefOf(answer)} />
            {`${answer.outcome === "pending" ? "" : ` (${decisionStateNames[readDecisionState(answer.outcome)].toLowerCase()})`}, due `}
            <When at={answer.dueAt} timeZone={timeZone} now={answer.clock.overdue ? now : undefined} />
          </li>
        ))}
      </ul>
    </NoticeLine>
  );
}

function What({ answer: { proposal }, href }: { answer: OwedAnswer; href: string | null }) {
  const words = proposal ? `proposal ${proposal.number}, ${proposal.title}` : "the first edition";
  return href ? <a href={href}>{words}</a> : <>{words}</>;
}
