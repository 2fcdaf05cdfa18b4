import { silenceRule, type SignerAnswer } from "~/domain/evaluation/plan-review";
import { planStateNames, type PlanState } from "~/domain/evaluation/plan-stages";
import { lastDay } from "./plan-page";

type Moment = Date | string;
export type PlanOnList = { id: string; state: PlanState; measures: number; document: { number: string; title: string; organization: { name: string } }; review: { answerBy: Moment; answers: SignerAnswer[] } | null };

/** Plans as lines: what, where it stands, whose turn it is. */
export function PlanList({ plans, timeZone }: { plans: readonly PlanOnList[]; timeZone: string }) {
  return (
    <ul className="lines" role="list">
      {plans.map(({ id, state, document, measures, review }) => (
        <li key={id} className="needs-line">
          <div>
            <p className="needs-what">
              <a href={`/evaluation/plans/${id}`}>{`${document.number} ${document.title}`}</a>
            </p>
            <p className="needs-why">
              {`${planStateNames[state]}. ${measures === 1 ? "1 measure" : `${measures} measures`}. ${document.organization.name}.`}
              {review && ` ${silenceRule(review.answers, lastDay(review.answerBy, timeZone))}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
