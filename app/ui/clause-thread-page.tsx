import type { ReactNode } from "react";
import { proposalStageNames, type ProposalStage } from "~/domain/proposals/stages";
import type { ClauseStanding } from "~/domain/training/clause-standing";
import { modelSteps } from "~/domain/training/decision-model";
import { hoursInWords } from "~/domain/training/hours";
import type { ClauseChange } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Tally } from "~/domain/voting/tally";
import { AgencyDecisions, type DecisionLine } from "./agency-decisions";
import { Day } from "./dates";
import { DocumentText } from "./document-text";
import type { GroupFace } from "./group-mark";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { ChangedClause } from "./redline-view";
import { stationNames, Thread, type Station, type StationName } from "./thread";
import { VoteResult, type PublishedLine, type VoteLine } from "./vote-result";

type Moment = Date | string;
type Vote = { number: number; state: "open" | "closed" | "voided"; closesAt: Moment; closedAt: Moment | null; tally: Tally | null; votes: readonly VoteLine[]; published: readonly PublishedLine[] };
type Touching = { id: string; number: number; title: string; stage: ProposalStage; createdAt: Moment; change: ClauseChange | null; vote: Vote | null; decisions: readonly DecisionLine[] };

export type ClauseThreadProps = {
  timeZone: string;
  now: Moment;
  document: { id: string; number: string; title: string };
  clause: { id: string; number: string; title: string };
  standsNow: boolean;
  edition: number | null;
  content: DocumentNode;
  numbers: readonly (readonly [string, string])[];
  drafted: Moment;
  standing: ClauseStanding;
  inForce: readonly { organizationName: string; number: number; since: string }[];
  history: readonly { number: number; createdAt: Moment; first: boolean; present: boolean; change: ClauseChange | null }[];
  proposals: readonly Touching[];
  moreProposals: number;
  firstDecisions: readonly DecisionLine[];
  modules: readonly { id: string; title: string; minutes: number; curriculum: { id: string; title: string } }[];
  scenarios: readonly { id: string; title: string }[];
  steps: readonly number[];
  measures: readonly { id: string; name: string; plans: readonly { id: string; title: string }[]; findings: readonly { number: number; publishedAt: Moment; question: string }[] }[];
  standards: readonly { id: string; reference: string; words: string; stale: boolean; standard: { id: string; name: string } }[];
  resources: readonly { id: string; name: string; phone: string; hours: string; gone: "closed" | "lapsed" | null }[];
  faces: Readonly<Record<string, GroupFace>>;
};

/** One clause from its draft to the measure that tests it, on one page that can be printed. */
export function ClauseThreadPage(page: ClauseThreadProps) {
  const { document, clause, standing, content, numbers, edition, timeZone, now } = page;
  return (
    <article>
      <PageHead
        title={`The thread of clause ${clause.number}`}
        above={<a href={`/documents/${document.id}#clause-${clause.id}`}>{`${document.number}, ${document.title}`}</a>}
        lead={clause.title}
      />
      <Thread stations={stationsOf(page)} current={standing.current} stopped={standing.stopped} />
      {edition !== null && !page.standsNow && <NoticeLine kind="info">{`The newest edition no longer has this clause. What follows is edition ${edition}.`}</NoticeLine>}
      <Section id="text" title={edition === null ? "The text as it is drafted" : `The text in edition ${edition}`}>
        <DocumentText content={content} numbers={new Map(numbers)} />
      </Section>
      {page.history.length > 0 && (
        <Section id="editions" title="Through the editions">
          {page.history.map((one) => (
            <EditionOf key={one.number} edition={one} timeZone={timeZone} />
          ))}
        </Section>
      )}
      <Section id="proposals" title="Proposals, votes and decisions">
        {page.proposals.length === 0 && <p className="quiet">No proposal has touched this clause.</p>}
        {page.proposals.map((proposal) => (
          <ProposalOf key={proposal.id} proposal={proposal} page={page} />
        ))}
        {page.moreProposals > 0 && <p className="quiet">{`${page.moreProposals} earlier proposals are not shown here.`}</p>}
        {page.firstDecisions.length > 0 && (
          <>
            <h3>The first edition</h3>
            <AgencyDecisions decisions={page.firstDecisions} timeZone={timeZone} now={now} named="agency" />
          </>
        )}
      </Section>
      <Taught {...page} />
      <Section id="measures" title="Measures that test it">
        {page.measures.length === 0 ? (
          <p className="quiet">None yet. A measure is linked to a clause on the <a href="/evaluation/measures">page of the measure</a>.</p>
        ) : (
          <ul>
            {page.measures.map(({ id, name, plans, findings }) => (
              <li key={id}>
                <a href={`/evaluation/measures/${id}`}>{name}</a>
                {plans.length === 0 ? ", in no evaluation plan yet" : ", in the evaluation plan of "}
                {plans.map((plan, at) => (
                  <span key={plan.id}>
                    {at > 0 && " and "}
                    <a href={`/evaluation/plans/${plan.id}`}>{plan.title}</a>
                  </span>
                ))}
                {findings.map((finding) => (
                  <p key={finding.number} className="quiet">
                    <a href={`/library/findings/${finding.number}`}>{`Finding ${finding.number}: ${finding.question}`}</a>
                    {", published on "}
                    <Day at={finding.publishedAt} timeZone={timeZone} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <ReliedOn {...page} />
      <p className="no-print">
        <a href={`/documents/${document.id}/chain`}>See the whole chain of this text</a>
      </p>
    </article>
  );
}

function EditionOf({ edition: { number, createdAt, first, present, change }, timeZone }: { edition: ClauseThreadProps["history"][number]; timeZone: string }) {
  const said = change ? "" : !present ? "Without this clause." : first ? "The first text of this clause." : "Unchanged.";
  return (
    <div className="stack">
      <h3>
        {`Edition ${number}, `}
        <Day at={createdAt} timeZone={timeZone} />
      </h3>
      {said && <p className="quiet">{said}</p>}
      {change && <Change change={change} />}
    </div>
  );
}

function ProposalOf({ proposal: { id, number, title, stage, createdAt, change, vote, decisions }, page: { faces, timeZone, now } }: { proposal: Touching; page: ClauseThreadProps }) {
  return (
    <div className="stack">
      <h3>
        <a href={`/proposals/${id}`}>{`Proposal ${number}: ${title}`}</a>
      </h3>
      <p className="quiet">
        {`${proposalStageNames[stage]}, proposed on `}
        <Day at={createdAt} timeZone={timeZone} />
      </p>
      {change ? <Change change={change} /> : <p className="quiet">Its text does not change this clause.</p>}
      {vote && (vote.tally ? <VoteResult tally={vote.tally} votes={vote.votes} published={vote.published} faces={faces} closed={vote.state === "closed"} /> : <p className="quiet">The vote is open. The count is shown on the page of the proposal as soon as you may see it.</p>)}
      {decisions.length > 0 && <AgencyDecisions decisions={decisions} timeZone={timeZone} now={now} named="agency" />}
    </div>
  );
}

function Taught({ modules, scenarios, steps }: ClauseThreadProps) {
  return (
    <Section id="training" title="Modules and scenarios that teach it">
      {modules.length + scenarios.length === 0 && (
        <p className="quiet">None yet. A module is linked to a clause on the page of its <a href="/training">curriculum</a>, a scenario on <a href="/training/scenarios">its own</a>.</p>
      )}
      <ul>
        {modules.map(({ id, title, minutes, curriculum }) => (
          <li key={`${curriculum.id} ${id}`}>
            <a href={`/training/curricula/${curriculum.id}#module-${id}`}>{`Module ${title}`}</a>
            {`, ${hoursInWords(minutes)} h, in ${curriculum.title}`}
          </li>
        ))}
        {scenarios.map(({ id, title }) => (
          <li key={id}>
            <a href={`/training/scenarios/${id}`}>{`Scenario “${title}”`}</a>
          </li>
        ))}
      </ul>
      {steps.length > 0 && (
        <>
          <h3>Steps of the decision model they exercise</h3>
          <ul>
            {modelSteps.filter(({ number }) => steps.includes(number)).map(({ number, name }) => (
              <li key={number}>{`${number}. ${name}`}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** What it answers outside of the program, and what it relies on there. */
function ReliedOn({ standards, resources }: ClauseThreadProps) {
  return (
    <>
      <Section id="standards" title="Standards that it answers">
        {standards.length === 0 ? (
          <p className="quiet">None yet. A clause is named on the page of a <a href="/standards">standard</a>.</p>
        ) : (
          <ul>
            {standards.map(({ id, reference, words, stale, standard }) => (
              <li key={id}>
                <a href={`/standards/${standard.id}#requirement-${id}`}>{`${standard.name}, ${reference}`}</a>
                {`: ${words}`}
                {stale && <span className="overdue"> Its proof is stale.</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {resources.length > 0 && (
        <Section id="resources" title="Resources that it relies on">
          <ul>
            {resources.map(({ id, name, phone, hours, gone }) => (
              <li key={id}>
                <a href={`/resources/${id}`}>{name}</a>
                {[phone, hours].filter(Boolean).map((fact) => `, ${fact}`).join("")}
                {gone && <span className="overdue">{gone === "closed" ? " It is closed." : " Its time is over."}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Change({ change }: { change: ClauseChange }) {
  return (
    <div className="document redline">
      <div className="redline-clause clause-text">
        <ChangedClause change={change} />
      </div>
    </div>
  );
}

/** What happened at each station, in a few words. */
function stationsOf({ drafted, proposals, firstDecisions, inForce, modules, measures, timeZone }: ClauseThreadProps): Station[] {
  const decided = [...firstDecisions, ...proposals.flatMap(({ decisions }) => decisions)].filter(({ outcome }) => outcome === "adopted" || outcome === "declined").length;
  const carried = proposals.filter(({ stage }) => stage === "carried").length;
  const since = inForce.map(({ since: day }) => day).sort()[0];
  const notes: Record<StationName, ReactNode> = {
    drafted: <Day at={drafted} timeZone={timeZone} />,
    discussed: counted(proposals.length, "proposal"),
    voted: carried > 0 ? `${carried} carried` : firstDecisions.length > 0 ? "first edition, without a vote" : undefined,
    decided: counted(decided, "answer"),
    "in force": since && <Day at={since} timeZone={timeZone} />,
    trained: counted(modules.length, "module"),
    measured: counted(measures.length, "measure"),
  };
  const places: Partial<Record<StationName, string>> = { discussed: "#proposals", decided: "#proposals", "in force": "#editions", trained: "#training", measured: "#measures" };
  return stationNames.map((name) => ({ name, note: notes[name], href: places[name] }));
}

function counted(number: number, noun: string): string | undefined {
  return number === 0 ? undefined : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      {children}
    </section>
  );
}
