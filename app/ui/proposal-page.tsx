import type { ReactNode } from "react";
import type { Standing } from "~/domain/proposals/station";
import { kindNames, type BallotKind } from "~/domain/voting/kinds";
import type { Redline as Comparison } from "~/editor/redline";
import type { Tally } from "~/domain/voting/tally";
import { AgencyDecisions, type DecisionLine } from "./agency-decisions";
import { Ballot, type BallotFacts } from "./ballot";
import { Amendments, type AmendmentLine } from "./amendments";
import { AskedInPublic } from "./asked-in-public";
import { ButtonLink } from "./button";
import type { CommentRoundLine } from "./comment-round-lines";
import { When } from "./dates";
import { Discussion, type Thread as Talk } from "./discussion";
import { GroupMark, type GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { LinkedText } from "./linked-text";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { ChangeList, Redline } from "./redline-view";
import { RoundRecord, type RoundRecordFacts } from "./round-record";
import { TakeBundle } from "./take-bundle";
import { stationNames, Thread } from "./thread";
import { UndecidedNotice } from "./undecided-notice";
import { VoteResult, type PublishedLine, type VoteLine } from "./vote-result";
import { VotingMeetingNotice, type VotingMeeting } from "./voting-meeting";
import { WeekChanges, type WeekChangesProps } from "./week-changes";

type Moment = Date | string;
type Round = { id: string; number: number; kind: BallotKind; secret: boolean; state: "open" | "closed" | "voided"; openedAt: Moment; closesAt: Moment; closedAt: Moment | null; voidedReason: string | null; hash: string; charterVersion: number };
type Counted = Round & RoundRecordFacts & { tally: Tally | null; votes: readonly VoteLine[]; published: readonly PublishedLine[] };

export type ProposalOnPage = {
  now: Moment;
  timeZone: string;
  proposal: { id: string; number: number; title: string; why: string; affected: string; evidence: string; cost: string; trainingImpact: string; stage: string; createdAt: Moment; reviseUntil: Moment | null; author: { name: string; organization: { name: string; group: GroupFace } } };
  document: { id: string; number: string; title: string };
  baseEdition: { number: number };
  staleInWords: string | null;
  undecided: { draftId: string; count: number } | null;
  /** Where it is voted on, under an open-meetings law. */
  votingMeeting: VotingMeeting | null;
  standing: Standing;
  redline: Comparison;
  /** What it does to the week, where the document is a curriculum. */
  week: WeekChangesProps["week"] | null;
  weekDraftId: string | null;
  round: Counted | null;
  /** The vote that an objection of safety held; between it and the second one the text is open. */
  held: Counted | null;
  ballot: BallotFacts | null;
  voided: readonly Round[];
  decisions: readonly DecisionLine[];
  questions: readonly { id: string; question: string; state: string; closesAt: Moment }[];
  competing: readonly { id: string; number: number; title: string; clauses: readonly { id: string; number: string; title: string }[] }[];
  discussion: readonly Talk[];
  amendments: readonly AmendmentLine[];
  promotedFrom: { id: string; number: number; proposal: { id: string; number: number; title: string } } | null;
  faces: Readonly<Record<string, GroupFace>>;
  commentRounds: readonly CommentRoundLine[];
  may: Record<"amend" | "askPublic" | "bundle" | "write" | "suggest" | "describe" | "withdraw" | "rebase" | "comment" | "ask" | "openRound" | "closeRound" | "voidRound" | "extendRound" | "recordVote" | "writeOutcome" | "dissent", boolean>;
};

/** A proposal from start to end on one page: a link to it never goes stale. */
export function ProposalView({ page }: { page: ProposalOnPage }) {
  const { proposal, document, baseEdition, standing, timeZone, now, may } = page;
  const here = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead
        title={proposal.title}
        above={
          <>
            Proposal {proposal.number} to <a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>, edition {baseEdition.number}
          </>
        }
        actions={
          <>
            {may.openRound && <ButtonLink href={`${here}/rounds`}>Open the vote</ButtonLink>}
            {page.weekDraftId && <ButtonLink look="secondary" href={`/training/weeks/${page.weekDraftId}`}>Arrange the week</ButtonLink>}
            {may.write && <ButtonLink look="secondary" href={`${here}/draft`}>Edit the text</ButtonLink>}
            {may.suggest && !may.write && <ButtonLink look="secondary" href={`${here}/draft`}>Suggest changes</ButtonLink>}
            <ButtonLink look="quiet" href={`${here}/summary`}>One-page summary</ButtonLink>
          </>
        }
      />
      {page.promotedFrom && (
        <p>
          Began as <a href={`/proposals/${page.promotedFrom.proposal.id}#amendment-${page.promotedFrom.id}`}>{`amendment ${page.promotedFrom.number} to proposal ${page.promotedFrom.proposal.number}, ${page.promotedFrom.proposal.title}`}</a>, where it was refused.
        </p>
      )}
      <Thread stations={stationsOf(page)} current={standing.current} stopped={standing.stopped} />
      {page.staleInWords && (
        <NoticeLine kind="warning">
          {page.staleInWords} {may.rebase && <a href={`${here}/rebase`}>Bring it up to date</a>}
        </NoticeLine>
      )}
      {page.proposal.stage === "drafting" && (may.write || may.openRound) && <UndecidedNotice undecided={page.undecided} toDo="the vote can open" />}
      {page.votingMeeting && <VotingMeetingNotice meeting={page.votingMeeting} timeZone={timeZone} now={now} />}
      <Asked page={page} />
      {page.voided.map((round) => (
        <NoticeLine key={round.id} kind="warning" title={`Round ${round.number} was voided, and its votes do not count.`}>
          {round.voidedReason}
        </NoticeLine>
      ))}
      {page.held && <HeldVote page={page} held={page.held} />}
      <Why page={page} />
      <Section id="changes" title="What changes">
        {page.week && <WeekChanges week={page.week} />}
        <details className="redline-reading">
          <summary>Read the changes as a list</summary>
          <ChangeList changes={page.redline} />
        </details>
        <Redline changes={page.redline} />
        <ClauseThreads page={page} />
      </Section>
      {(page.amendments.length > 0 || may.amend) && (
        <Section id="amendments" title="Amendments" more={may.amend ? <a href={`${here}/amendments`}>Offer an amendment</a> : undefined}>
          {page.amendments.length > 0 ? <Amendments amendments={page.amendments} timeZone={timeZone} now={now} /> : <p className="quiet">Nobody has offered other words. Until the vote opens, whoever may propose can.</p>}
        </Section>
      )}
      {page.round && <Vote page={page} round={page.round} />}
      {page.decisions.length > 0 && (
        <Section id="decisions" title="Decisions">
          <p className="quiet">The groups carried this proposal. Each agency now decides for itself, with reasons.</p>
          <AgencyDecisions decisions={page.decisions} timeZone={timeZone} now={now} named="agency" />
        </Section>
      )}
      <AskedInPublic rounds={page.commentRounds} now={now} ask={may.askPublic ? `/comment-rounds/new?proposal=${proposal.id}` : null} />
      {may.bundle && <TakeBundle path={`${here}/bundle`} />}
      <Section id="discussion" title="Discussion">
        <Discussion threads={page.discussion} proposalId={proposal.id} mayWrite={may.comment} timeZone={timeZone} now={now} />
      </Section>
    </>
  );
}

/** Where each clause that changes came from, and what teaches and measures it. */
function ClauseThreads({ page: { redline, document } }: { page: ProposalOnPage }) {
  const clauses = redline.changes.flatMap(({ clauseId, before }) => (before ? [{ id: clauseId, name: `clause ${before.number} ${before.title}`.trim() }] : []));
  if (clauses.length === 0) return null;
  return (
    <p className="quiet no-print">
      {"Editions, votes, training and measures: the thread of "}
      {clauses.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <a href={`/documents/${document.id}/clauses/${encodeURIComponent(id)}`}>{name}</a>
        </span>
      ))}
      .
    </p>
  );
}

/** Proposals on the same clause, and what members were asked about this one. */
function Asked({ page: { proposal, competing, questions, may } }: { page: ProposalOnPage }) {
  const ballotOf = (others: readonly { id: string }[]) => `/ballots/new?kind=${others.length > 0 ? "ranked" : "sense"}&proposal=${proposal.id}${others.map(({ id }) => `&proposal=${id}`).join("")}`;
  return (
    <>
      {competing.length > 0 && (
        <NoticeLine kind="warning" title={competing.length === 1 ? "Another proposal changes the same words." : "Other proposals change the same words."}>
          {competing.map(({ id, number, title, clauses }) => (
            <span key={id}>
              <a href={`/proposals/${id}`}>{`Proposal ${number}: ${title}`}</a>
              {`, ${clauses.length === 1 ? "clause" : "clauses"} ${clauses.map((clause) => clause.number || clause.title).join(", ")}. `}
            </span>
          ))}
          {may.ask && <a href={ballotOf(competing)}>Ask members to rank them</a>}
        </NoticeLine>
      )}
      {questions.map(({ id, question, state }) => (
        <NoticeLine key={id} title={state === "open" ? "Members are asked:" : "Members were asked:"}>
          <a href={`/ballots/${id}`}>{question}</a>
        </NoticeLine>
      ))}
      {may.ask && competing.length === 0 && questions.length === 0 && (
        <p className="quiet">
          <a href={ballotOf([])}>Ask where members stand</a>
        </p>
      )}
    </>
  );
}

function Why({ page: { proposal, may } }: { page: ProposalOnPage }) {
  const { author, why, affected, evidence, cost, trainingImpact } = proposal;
  const more = [
    { term: "Who is affected", fact: affected },
    { term: "Evidence", fact: evidence },
    { term: "Cost", fact: cost },
    { term: "Effect on training", fact: trainingImpact },
  ].filter(({ fact }) => fact);
  return (
    <Section id="why" title="Why" more={may.describe ? <a href={`/proposals/${proposal.id}/description`}>Edit the reasons</a> : undefined}>
      <blockquote className="why prose said">{why}</blockquote>
      <p>
        <strong>{author.name}</strong>, <span className="quiet">{author.organization.name}</span> <GroupMark group={author.organization.group} />
      </p>
      <KeyFacts facts={more.map(({ term, fact }) => ({ term, fact: <span className="said"><LinkedText text={fact} /></span> }))} />
      {may.withdraw && (
        <p>
          <a href={`/proposals/${proposal.id}/withdrawal`}>Withdraw this proposal</a>
        </p>
      )}
    </Section>
  );
}

function Vote({ page, round }: { page: ProposalOnPage; round: NonNullable<ProposalOnPage["round"]> }) {
  const { ballot, timeZone, now, may, faces } = page;
  const isOpen = round.state === "open";
  return (
    <Section id="vote" title={isOpen ? "The vote" : "The result"}>
      <KeyFacts
        inLine
        facts={[
          { term: "Round", fact: round.number },
          { term: isOpen ? "Closes" : "Closed", fact: <When at={isOpen ? round.closesAt : (round.closedAt ?? round.closesAt)} timeZone={timeZone} now={now} /> },
          { term: "Kind", fact: `${kindNames[round.kind]}${round.secret ? ", secret" : ""}` },
          { term: "Rules", fact: <a href={`/charter/versions/${round.charterVersion}`}>{`Charter version ${round.charterVersion}`}</a> },
          { term: "Text", fact: <code className="hash">{round.hash}</code> },
        ]}
      />
      {isOpen && ballot && <Ballot ballot={ballot} question={questionOf(page)} timeZone={timeZone} now={now} />}
      {isOpen && !ballot && <p className="quiet">You are not on the roll of this vote. You can take part in the discussion.</p>}
      {round.tally ? (
        <VoteResult tally={round.tally} votes={round.votes} published={round.published} faces={faces} closed={!isOpen} />
      ) : (
        <p className="quiet">{ballot && !ballot.hasVoted && !round.secret ? "You see the count after you have voted, or when the vote closes." : "The count is shown when the vote closes."}</p>
      )}
      <RoundRecord round={round} timeZone={timeZone} faces={faces} />
      {(may.closeRound || may.voidRound || may.extendRound || may.recordVote || may.writeOutcome || may.dissent) && (
        <div className="row">
          {may.writeOutcome && <ButtonLink look="secondary" href={`/rounds/${round.id}/outcome`}>Write the outcome</ButtonLink>}
          {may.dissent && <ButtonLink look="secondary" href={`/rounds/${round.id}/dissents`}>Attach a dissent</ButtonLink>}
          {may.recordVote && <ButtonLink look="secondary" href={`/rounds/${round.id}/phone-votes`}>Record a phone vote</ButtonLink>}
          {may.extendRound && <ButtonLink look="secondary" href={`/rounds/${round.id}/extension`}>Give more time</ButtonLink>}
          {may.closeRound && <ButtonLink look="secondary" href={`/rounds/${round.id}/closing`}>Close the vote</ButtonLink>}
          {may.voidRound && <ButtonLink look="quiet" href={`/rounds/${round.id}/voiding`}>Void the vote</ButtonLink>}
        </div>
      )}
    </Section>
  );
}

function HeldVote({ page: { proposal, faces, timeZone, now }, held }: { page: ProposalOnPage; held: Counted }) {
  return (
    <Section id="held" title="The first vote was held">
      <NoticeLine kind="warning" title="It would have carried, but an objection of safety holds it.">
        {proposal.stage === "drafting" && proposal.reviseUntil ? (
          <>
            The text is revised until <When at={proposal.reviseUntil} timeZone={timeZone} now={now} />. Then a second vote decides, by the same rules.
          </>
        ) : (
          "The text was revised, and the second vote decides by the same rules."
        )}
      </NoticeLine>
      {held.tally && (
        <details>
          <summary>{`Round ${held.number}: the count, the votes and their reasons`}</summary>
          <VoteResult tally={held.tally} votes={held.votes} published={held.published} faces={faces} closed={false} />
        </details>
      )}
      <RoundRecord round={held} timeZone={timeZone} faces={faces} />
    </Section>
  );
}

export function questionOf({ proposal, document }: { proposal: { title: string }; document: { number: string } }): string {
  return `Should ${document.number} be changed as proposed: ${proposal.title}?`;
}

function stationsOf({ proposal, discussion, round, decisions, timeZone }: ProposalOnPage) {
  const talk = discussion.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  const notes: Record<string, ReactNode> = {
    drafted: proposal.author.name,
    discussed: talk > 0 ? `${talk} ${talk === 1 ? "comment" : "comments"}` : undefined,
    voted: round && (round.state === "open" ? <>Open until <When at={round.closesAt} timeZone={timeZone} /></> : proposal.stage === "carried" ? "Carried" : "Not carried"),
    decided: decisions.length > 0 ? `${decisions.filter(({ outcome }) => outcome === "adopted" || outcome === "declined").length} of ${decisions.length} agencies` : undefined,
  };
  const anchors: Record<string, string> = { discussed: "#discussion", ...(round ? { voted: "#vote" } : {}), ...(decisions.length > 0 ? { decided: "#decisions" } : {}) };
  return stationNames.map((name) => ({ name, note: notes[name], href: anchors[name] }));
}

function Section({ id, title, more, children }: { id: string; title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="section stack">
      <SectionHead title={title} id={`${id}-title`} more={more} />
      {children}
    </section>
  );
}
