import type { PollTally } from "~/domain/voting/poll";
import type { CharterRules } from "~/domain/voting/charter";
import { kindMeanings, kindNames, type BallotTerms } from "~/domain/voting/kinds";
import { Ballot, type BallotFacts } from "./ballot";
import { ButtonLink } from "./button";
import { When } from "./dates";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { PageHead, SectionHead } from "./page-head";
import { PollResult } from "./poll-result";
import type { RefusedForm } from "./refused-form";
import { VotesCast, type PublishedLine, type VoteLine } from "./vote-result";

type Moment = Date | string;

export type QuestionOnPage = {
  now: Moment;
  timeZone: string;
  faces: Readonly<Record<string, GroupFace>>;
  round: { id: string; question: string; explanation: string; terms: BallotTerms; state: string; secret: boolean; openedAt: Moment; closesAt: Moment; closedAt: Moment | null; results: CharterRules["results"] };
  opener: { name: string; organization: { name: string } } | null;
  proposals: readonly { id: string; number: number; title: string }[];
  turnout: { seats: number; voted: number | null };
  ballot: BallotFacts | null;
  tally: PollTally | null;
  votes: readonly VoteLine[];
  published: readonly PublishedLine[];
  /** The times for which the reader may call the meeting now. */
  meetingTimes: readonly { label: string; begins: string }[];
  may: { close: boolean };
};

/** A question of its own from its opening to its result, on one page. */
export function QuestionView({ page, refused }: { page: QuestionOnPage; refused?: RefusedForm }) {
  const { round, opener, turnout, ballot, tally, timeZone, now, may, proposals } = page;
  const isOpen = round.state === "open";
  return (
    <>
      <PageHead
        title={round.question}
        above={<a href="/ballots">Ballots</a>}
        lead={round.explanation || undefined}
        actions={may.close ? <ButtonLink look="secondary" href={`/ballots/${round.id}/closing`}>Close the ballot</ButtonLink> : undefined}
      >
        <KeyFacts
          inLine
          facts={[
            { term: "Kind", fact: `${kindNames[round.terms.kind]}${round.secret ? ", secret" : ""}` },
            { term: isOpen ? "Closes" : "Closed", fact: <When at={isOpen ? round.closesAt : (round.closedAt ?? round.closesAt)} timeZone={timeZone} now={now} /> },
            { term: "Asked by", fact: opener ? `${opener.name}, ${opener.organization.name}` : "" },
            { term: "Answered", fact: turnout.voted === null ? `fewer than 3 of ${turnout.seats}` : `${turnout.voted} of ${turnout.seats}` },
          ]}
        />
      </PageHead>
      <p className="quiet prose">{`${kindMeanings[round.terms.kind]} The answer decides nothing by itself: a change of a policy is carried by its own vote.`}</p>
      {proposals.length > 0 && (
        <ul className="lines" role="list">
          {proposals.map(({ id, number, title }) => (
            <li key={id}>
              <a href={`/proposals/${id}`}>{`Proposal ${number}: ${title}`}</a>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <section className="section stack" aria-labelledby="your-ballot">
          <SectionHead title="Your ballot" id="your-ballot" />
          {ballot ? <Ballot ballot={ballot} question={round.question} timeZone={timeZone} now={now} refused={refused} /> : <p className="quiet">You are not on the roll of this ballot.</p>}
        </section>
      )}
      <section id="vote" className="section stack" aria-labelledby="result">
        <SectionHead title={isOpen ? "The count so far" : "The result"} id="result" />
        {tally ? <PollResult terms={round.terms} tally={tally} /> : <p className="quiet">{hiddenUntil(page)}</p>}
        {page.meetingTimes.map(({ label, begins }) => (
          <p key={begins}>
            <ButtonLink href={`/meetings/new?begins=${begins}`}>{`Call a meeting for ${label}`}</ButtonLink>
          </p>
        ))}
        <VotesCast votes={page.votes} published={page.published} faces={page.faces} open={!isOpen && round.secret} />
      </section>
    </>
  );
}

function hiddenUntil({ round, ballot }: QuestionOnPage): string {
  if (round.results === "after-voting") return ballot && !ballot.hasVoted ? "You see the count after you have voted, or when the ballot closes." : "You see the count when the ballot closes.";
  return "Nobody sees the count until the ballot closes.";
}
