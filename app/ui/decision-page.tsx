import { clockInWords, headOf, type Clock } from "~/domain/decisions/clock";
import type { DecisionState } from "~/domain/decisions/stages";
import { isObjection } from "~/domain/voting/kinds";
import type { Tally } from "~/domain/voting/tally";
import type { Redline as Comparison } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { titleOf } from "./agency-decisions";
import { When } from "./dates";
import { DecisionAnswer } from "./decision-answer";
import { DecisionChanges, type ChangesOnPage } from "./decision-changes";
import { DecisionStages, type StageOnPage } from "./decision-stages";
import { DocumentText } from "./document-text";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";
import type { RefusedForm } from "./refused-form";
import { Dissents, type DissentLine } from "./round-record";
import { TallyView } from "./tally";
import { VoteList, type VoteLine } from "./vote-result";
import { WeekChanges, type WeekChangesProps } from "./week-changes";

type Moment = Date | string;

export type DecisionOnPage = {
  now: Moment;
  timeZone: string;
  decision: {
    id: string;
    outcome: DecisionState;
    askedAt: Moment;
    dueAt: Moment;
    decidedAt: Moment | null;
    decidedBy: string | null;
    reasons: string;
    hash: string;
    signedHash: string;
    signedFrom: string;
    effectiveFrom: string | null;
    deferredUntil: string | null;
    isOpen: boolean;
  };
  clock: Clock;
  organization: { id: string; name: string; hasHead: boolean };
  document: { id: string; number: string; title: string; kind: string };
  proposal: { id: string; number: number; title: string; why: string; affected: string; baseEdition: number } | null;
  content: DocumentNode | null;
  redline: Comparison | null;
  week: WeekChangesProps["week"] | null;
  joined: { edition: number; hash: string } | null;
  stages: readonly StageOnPage[];
  changes: ChangesOnPage | null;
  tally: Tally | null;
  votes: readonly VoteLine[];
  dissents: readonly DissentLine[];
  faces: Readonly<Record<string, GroupFace>>;
  ahead: { edition: number; obstacle: string | null; concluding: string | null; previous: { edition: number; effectiveFrom: string } | null; firstDay: string; notice: string | null; today: string; latestDeferral: string };
  may: { decide: boolean; defer: boolean; interim: boolean; conclude: boolean; change: boolean; comment: boolean; nameHead: boolean; confirmTypo: boolean };
};

/** One decision: on the left what is asked, on the right the answer. */
export function DecisionView({ page, refused }: { page: DecisionOnPage; refused?: RefusedForm }) {
  const { organization, document, proposal, decision, clock, timeZone, now } = page;
  return (
    <>
      <PageHead title={titleOf({ document, proposal })} above={<a href="/decisions">Decisions</a>} lead={`A decision of ${organization.name}`} />
      <div className="decision-columns">
        <div className="stack-wide">
          <KeyFacts
            inLine
            facts={[
              ...(decision.isOpen ? [{ term: "Clock", fact: <strong className={clock.overdue ? "overdue" : undefined}>{clockInWords(clock, headOf(organization.name))}</strong> }] : []),
              { term: "Asked", fact: <When at={decision.askedAt} timeZone={timeZone} /> },
              { term: "Due", fact: <When at={decision.dueAt} timeZone={timeZone} now={clock.overdue && decision.isOpen ? now : undefined} /> },
              { term: "Policy", fact: <a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a> },
              ...(proposal ? [{ term: "Proposal", fact: <a href={`/proposals/${proposal.id}`}>{`${proposal.number}, with its discussion`}</a> }] : []),
            ]}
          />
          <DecisionStages stages={page.stages} timeZone={timeZone} now={now} />
          <Asked page={page} />
          {page.changes && <DecisionChanges decisionId={decision.id} changes={page.changes} may={page.may} timeZone={timeZone} now={now} />}
          {page.tally && <VotesByGroup page={page} tally={page.tally} />}
        </div>
        <aside className="decision-answer" aria-label="The answer">
          <DecisionAnswer page={page} refused={refused} />
        </aside>
      </div>
    </>
  );
}

function Asked({ page: { proposal, redline, week, content, decision, joined, document } }: { page: DecisionOnPage }) {
  return (
    <>
      {proposal && (
        <section aria-labelledby="why" className="stack">
          <SectionHead title="Why" id="why" />
          <blockquote className="why prose said">{proposal.why}</blockquote>
          <KeyFacts facts={[{ term: "Who is affected", fact: <span className="said">{proposal.affected}</span> }]} />
        </section>
      )}
      <section aria-labelledby="text" className="stack">
        <SectionHead title={redline ? "What changes" : "The whole text"} id="text" />
        {joined && (
          <NoticeLine kind="info" title={`Joined with edition ${joined.edition}.`}>
            {`It came out after this vote and changed other clauses only. Adopting puts both in force: every clause that ${document.number} gets from this proposal is word for word the carried one.`}
          </NoticeLine>
        )}
        {week && <WeekChanges week={week} />}
        {redline && <RedlineReadings changes={redline} />}
        {content && <DocumentText content={content} />}
        <p className="quiet small">
          {joined ? "Hash on the ballot: " : "Hash of this text: "}
          <code className="hash">{decision.hash}</code>
        </p>
        {joined && (
          <p className="quiet small">
            Hash of the joined text: <code className="hash">{joined.hash}</code>
          </p>
        )}
      </section>
    </>
  );
}

function VotesByGroup({ page, page: { votes, faces }, tally }: { page: DecisionOnPage; tally: Tally }) {
  const objections = votes.filter(({ choice }) => isObjection(choice));
  const others = votes.filter(({ choice }) => !isObjection(choice));
  return (
    <section aria-labelledby="votes" className="stack">
      <SectionHead title="Votes by group" id="votes" />
      <TallyView tally={tally} faces={faces} />
      <Dissents dissents={page.dissents} timeZone={page.timeZone} faces={faces} />
      <h3>Objections</h3>
      {objections.length > 0 ? <VoteList votes={objections} faces={faces} /> : <p className="quiet">{votes.length === 0 && tally.overall.voted > 0 ? "It was a secret ballot: nobody's vote is on record." : "Nobody objected."}</p>}
      {others.length > 0 && (
        <details>
          <summary>{`The other votes and their reasons (${others.length})`}</summary>
          <VoteList votes={others} faces={faces} />
        </details>
      )}
    </section>
  );
}
