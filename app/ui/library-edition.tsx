import type { ReactNode } from "react";
import type { Tally } from "~/domain/voting/tally";
import { outcomeInWords } from "~/domain/voting/conditions";
import { AgencyAnswers, type AgencyAnswer } from "./agency-answers";
import { When } from "./dates";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { SectionHead } from "./page-head";
import { Dissents, type DissentLine } from "./round-record";
import { TallyView } from "./tally";

type Moment = Date | string;
type Round = { number: number; state: string; openedAt: Moment; closedAt: Moment | null; frozenText: { hash: string } | null };

export type DecisionRecord = {
  rounds: {
    number: number;
    openedAt: Moment;
    closedAt: Moment | null;
    frozenText: { hash: string } | null;
    charter: { version: number };
    dissents: readonly DissentLine[];
    proposal: { number: number; title: string; why: string; affected: string; author: { name: string; organization: { name: string } }; rounds: readonly Round[] };
  }[];
  decisions: readonly AgencyAnswer[];
};

type Props = {
  record: DecisionRecord;
  tally: Tally | null;
  faces: Record<string, GroupFace>;
  timeZone: string;
  now: Moment;
  textPath: string;
  /** Each vote with its reason, for those who may read it. */
  votes?: ReactNode;
  moreOn?: (decision: AgencyAnswer) => ReactNode;
};

/** What led to an edition: why it was proposed, how each group voted, what each agency answered. */
export function DecisionRecordView({ record, tally, faces, timeZone, now, textPath, votes, moreOn }: Props) {
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
              ...(round.frozenText ? [{ term: "SHA-256 of the text on the ballot", fact: <code className="hash">{round.frozenText.hash}</code> }] : []),
            ]}
          />
          {tally && <TallyView tally={tally} faces={faces} />}
          {votes}
          <Dissents dissents={round.dissents} timeZone={timeZone} faces={faces} />
          <OtherRounds rounds={round.proposal.rounds.filter(({ number }) => number !== round.number)} timeZone={timeZone} />
        </div>
      ) : (
        <p>This edition was the first. It was not put to a vote; the head of each agency decided on it.</p>
      )}
      <h3 className="section">What each agency decided</h3>
      <AgencyAnswers decisions={record.decisions} timeZone={timeZone} now={now} textPath={textPath} more={moreOn} />
    </section>
  );
}

const roundWords: Record<string, string> = { closed: "counted, not carried", voided: "voided", open: "open" };

/** The votes that did not decide: voided, or not carried. */
function OtherRounds({ rounds, timeZone }: { rounds: readonly Round[]; timeZone: string }) {
  if (rounds.length === 0) return null;
  return (
    <>
      <h4>Other votes on this proposal</h4>
      <ul role="list" className="plain">
        {rounds.map(({ number, state, openedAt, frozenText }) => (
          <li key={number}>
            {`Vote ${number}, opened `}
            <When at={openedAt} timeZone={timeZone} />
            {`: ${roundWords[state] ?? state}. `}
            {frozenText && <code className="hash">{frozenText.hash}</code>}
          </li>
        ))}
      </ul>
    </>
  );
}
