import { clockInWords, headOf, type Clock } from "~/domain/decisions/clock";
import { decisionStateNames, isOpenDecision, type DecisionState } from "~/domain/decisions/stages";
import { ButtonLink } from "./button";
import { Day, When } from "./dates";

type Moment = Date | string;
export type DecisionLine = {
  id: string;
  outcome: DecisionState;
  reasons: string;
  dueAt: Moment;
  decidedAt: Moment | null;
  effectiveFrom: string | null;
  edition: number | null;
  organization: { name: string };
  decidedBy: { name: string } | null;
  document: { number: string; title: string };
  proposal: { number: number; title: string } | null;
  clock?: Clock;
};

type Props = { decisions: readonly DecisionLine[]; timeZone: string; now: Moment; named: "agency" | "text"; button?: string };

/** What each agency was asked and answered, with its clock. */
export function AgencyDecisions({ decisions, timeZone, now, named, button = "Open" }: Props) {
  return (
    <ul className="lines" role="list">
      {decisions.map((decision) => {
        const what = titleOf(decision);
        return (
          <li key={decision.id} className="needs-line">
            <div>
              <p className="needs-what">{named === "agency" ? decision.organization.name : what}</p>
              {named === "text" && <p className="needs-why">{decision.organization.name}</p>}
              <State decision={decision} timeZone={timeZone} now={now} />
              {decision.reasons && <p className="said">{decision.reasons}</p>}
            </div>
            <ButtonLink look="secondary" href={`/decisions/${decision.id}`}>
              {button}
              <span className="visually-hidden">{`: ${decision.organization.name}, ${what}`}</span>
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}

export function titleOf({ document, proposal }: Pick<DecisionLine, "document" | "proposal">): string {
  return proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `First edition of ${document.number}: ${document.title}`;
}

function State({ decision, timeZone, now }: { decision: DecisionLine; timeZone: string; now: Moment }) {
  const { outcome, clock, dueAt, decidedAt, decidedBy, edition, effectiveFrom, organization } = decision;
  if (!isOpenDecision(outcome))
    return (
      <p>
        {`${decisionStateNames[outcome]}${effectiveFrom && edition ? `, edition ${edition}` : ""}`}
        {effectiveFrom && (
          <>
            , in force from <Day at={effectiveFrom} timeZone={timeZone} />
          </>
        )}
        {decidedAt && (
          <span className="quiet">
            {". "}
            {decidedBy && `${decidedBy.name}, `}
            <When at={decidedAt} timeZone={timeZone} />
          </span>
        )}
      </p>
    );
  return (
    <p>
      {outcome !== "pending" && `${decisionStateNames[outcome]}. `}
      {clock && <strong className={clock.overdue ? "overdue" : undefined}>{clockInWords(clock, headOf(organization.name))}</strong>}{" "}
      <span className="quiet">
        due <When at={dueAt} timeZone={timeZone} now={clock?.overdue === false ? undefined : now} />
      </span>
    </p>
  );
}
