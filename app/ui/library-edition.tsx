import type { Tally } from "~/domain/voting/tally";
import { decisionStateNames } from "~/domain/decisions/stages";
import { outcomeInWords } from "~/domain/voting/conditions";
import { Day, When } from "./dates";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { SectionHead } from "./page-head";
import { Dissents, type DissentLine } from "./round-record";
import { TallyView } from "./tally";

type Moment = Date | string;

export type DecisionRecord = {
  rounds: {
    number: number;
    openedAt: Moment;
    closedAt: Moment | null;
    charter: { version: number };
    dissents: readonly DissentLine[];
    proposal: { number: number; title: string; why: string; affected: string; author: { name: string; organization: { name: string } } };
  }[];
  decisions: {
    id: string;
    outcome: string;
    reasons: string;
    dueAt: Moment;
    decidedAt: Moment | null;
    effectiveFrom: Moment | null;
    organization: { name: string };
    decidedBy: { name: string } | null;
  }[];
};

export const outcomeWords: Record<string, string> = { ...decisionStateNames, pending: "Not answered yet" };

type Props = { record: DecisionRecord; tally: Tally | null; faces: Record<string, GroupFace>; timeZone: string; now: Moment };

/** What led to an edition: why it was proposed, how each group voted, what each agency answered. */
export function DecisionRecordView({ record, tally, faces, timeZone, now }: Props) {
  const round = record.rounds[0];
  return (
    <section className="section" aria-labelledby="record">
      <SectionHead title="Decision record" id="record" />
      {round ? (
        <div className="stack">
          <h3>{`Proposal ${round.proposal.number}: ${round.proposal.title}`}</h3>
          <p className="quiet">{`Proposed by ${round.proposal.author.name}, ${round.proposal.author.organization.name}`}</p>
          <KeyFacts
            facts={[
              { term: "Why", fact: round.proposal.why },
              { term: "Who is affected", fact: round.proposal.affected },
              ...(round.closedAt ? [{ term: "Vote closed", fact: <When at={round.closedAt} timeZone={timeZone} /> }] : []),
              { term: "Counted under", fact: `Charter version ${round.charter.version}` },
              ...(tally ? [{ term: "Outcome", fact: outcomeInWords(tally) }] : []),
            ]}
          />
          {tally && <TallyView tally={tally} faces={faces} />}
          <Dissents dissents={round.dissents} timeZone={timeZone} faces={faces} />
        </div>
      ) : (
        <p>This edition was the first. It was not put to a vote; the head of each agency decided on it.</p>
      )}
      <h3 className="section">What each agency decided</h3>
      <AgencyAnswers decisions={record.decisions} timeZone={timeZone} now={now} />
    </section>
  );
}

/** What each agency answered, with its reasons, or how long it has kept the answer waiting. */
export function AgencyAnswers({ decisions, timeZone, now }: { decisions: DecisionRecord["decisions"]; timeZone: string; now: Moment }) {
  return (
    <ul className="lines" role="list">
      {decisions.map((decision) => (
        <li key={decision.id} className="decision-line">
          <p className="needs-what">{`${decision.organization.name}: ${(outcomeWords[decision.outcome] ?? decision.outcome).toLowerCase()}`}</p>
          {decision.reasons && <blockquote className="reasons">{decision.reasons}</blockquote>}
          <p className="quiet small">
            {decision.decidedBy && `${decision.decidedBy.name}, `}
            {decision.decidedAt ? <When at={decision.decidedAt} timeZone={timeZone} /> : <Waiting dueAt={decision.dueAt} timeZone={timeZone} now={now} />}
            {decision.effectiveFrom && (
              <>
                {", in force from "}
                <Day at={decision.effectiveFrom} timeZone="UTC" />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ dueAt, timeZone, now }: { dueAt: Moment; timeZone: string; now: Moment }) {
  const overdue = new Date(dueAt) < new Date(now);
  return (
    <>
      <span className={overdue ? "overdue" : undefined}>{overdue ? "Overdue since " : "Due "}</span>
      <When at={dueAt} timeZone={timeZone} now={now} />
    </>
  );
}
