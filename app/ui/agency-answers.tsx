import type { ReactNode } from "react";
import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import { decisionStateNames, isOpenDecision } from "~/domain/decisions/stages";
import { ClauseDifferences } from "./clause-differences";
import { Day, When } from "./dates";

type Moment = Date | string;

export type AgencyAnswer = {
  id: string;
  outcome: string;
  reasons: string;
  dueAt: Moment;
  decidedAt: Moment | null;
  effectiveFrom: Moment | null;
  signedHash: string;
  organization: { id: string; name: string };
  decidedBy: { name: string } | null;
  adopted: readonly { from: string; until: string | null; edition: number; own: { hash: string; differences: readonly ClauseDifference[] } | null }[];
};

export const outcomeWords: Record<string, string> = { ...decisionStateNames, pending: "Not answered yet" };

type Props = {
  decisions: readonly AgencyAnswer[];
  timeZone: string;
  now: Moment;
  /** Where an agency's own text is read; the agency's id is put behind it. */
  textPath: string;
  /** What else the reader may know of an answer. */
  more?: (decision: AgencyAnswer) => ReactNode;
};

/** What each agency answered, with its reasons and its own changes, or how long it has kept the answer waiting. */
export function AgencyAnswers({ decisions, timeZone, now, textPath, more }: Props) {
  return (
    <ul className="lines" role="list">
      {decisions.map((decision) => (
        <li key={decision.id} className="decision-line">
          <p className="needs-what">{`${decision.organization.name}: ${(outcomeWords[decision.outcome] ?? decision.outcome).toLowerCase()}`}</p>
          {decision.reasons && <blockquote className="reasons">{decision.reasons}</blockquote>}
          <p className="quiet small">
            {decision.decidedBy && `${decision.decidedBy.name}, `}
            {decision.decidedAt && <When at={decision.decidedAt} timeZone={timeZone} />}
            <Waiting decision={decision} timeZone={timeZone} now={now} />
          </p>
          <Adopted decision={decision} textPath={textPath} />
          {more?.(decision)}
        </li>
      ))}
    </ul>
  );
}

/** What the agency put in force: the carried text, an interim order, or its own text with each difference. */
function Adopted({ decision: { adopted, organization }, textPath }: { decision: AgencyAnswer; textPath: string }) {
  return (
    <>
      {adopted.map(({ from, until, own }) => (
        <div key={from} className="stack">
          <p>
            {own ? "Its own text, in force from " : "The text as it was carried, in force from "}
            <Day at={from} timeZone="UTC" />
            {until && (
              <>
                {" until "}
                <Day at={until} timeZone="UTC" />
              </>
            )}
            {own && (
              <>
                {". "}
                <a href={`${textPath}${organization.id}`}>
                  Read its text<span className="visually-hidden">{`, ${organization.name}`}</span>
                </a>
              </>
            )}
          </p>
          {own && <ClauseDifferences differences={own.differences} />}
        </div>
      ))}
    </>
  );
}

/** The clock, as long as an answer is owed. */
function Waiting({ decision: { outcome, dueAt, decidedAt }, timeZone, now }: { decision: AgencyAnswer; timeZone: string; now: Moment }) {
  if (!isOpenDecision(outcome)) return null;
  const overdue = new Date(dueAt) < new Date(now);
  return (
    <>
      {decidedAt && ". "}
      <span className={overdue ? "overdue" : undefined}>{overdue ? "Overdue since " : "Due "}</span>
      <When at={dueAt} timeZone={timeZone} now={now} />
    </>
  );
}
