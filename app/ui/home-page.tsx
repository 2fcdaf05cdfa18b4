import type { Standing } from "~/domain/proposals/station";
import { reviewInWords } from "~/domain/review/cycle";
import { ButtonLink } from "./button";
import { Day, When } from "./dates";
import { EmptyState } from "./empty-state";
import { NeedsYou, type NeedLine } from "./needs-you";
import { PageHead, SectionHead } from "./page-head";
import { Thread } from "./thread";

type Moment = Date | string;
type Line = { id: string; number: number; title: string };
type Moving = Line & { stage: string; mine: boolean; stale: boolean; author: { name: string }; document: { number: string; title: string }; standing: Standing };

export type Home = {
  now: Moment;
  toDecide: { id: string; dueAt: Moment; changesRead: boolean; document: { number: string; title: string }; proposal: Line | null }[];
  ballots: { seatTitle: string; groupName: string; round: { id: string; closesAt: Moment; question: string; proposal: Line | null } }[];
  toSign: { planId: string; answerBy: Moment; document: { number: string; title: string } }[];
  toAnswer: { id: string; closesAt: Moment; document: { number: string; title: string }; proposal: { title: string } | null; _count: { comments: number } }[];
  toSignOff: { id: string; name: string; dueAt: Moment | null; decision: { organization: { name: string }; document: { number: string; title: string }; proposal: { title: string } | null } }[];
  outcomes: { id: string; dueAt: Moment; overdue: boolean; proposal: Line }[];
  revisions: (Line & { until: Moment; overdue: boolean })[];
  toAcknowledge: { adoptionId: string; number: string; title: string; edition: number; since: Moment }[];
  toReview: { documentId: string; number: string; title: string; due: string; daysLeft: number; expired: boolean }[];
  toRespond: { id: string; number: number; dialogueEndsAt: Moment | null }[];
  toRecheck: { id: string; number: number }[];
  toReply: { id: string; number: number; dialogueEndsAt: Moment | null; unanswered: number }[];
  citations: { id: string; resource: string; closed: boolean; number: string; clauseName: string }[];
  amendments: { id: string; number: number; author: { name: string }; proposal: Line }[];
  toDraft: Moving[];
  moving: Moving[];
  clock: { id: string; dueAt: Moment; overdue: boolean; organization: { name: string }; document: { number: string; title: string }; proposal: Line | null }[];
  notices: { id: string; body: string; path: string; at: Moment; readAt: Moment | null }[];
};

/** Home: what needs me, what moves, what is new. */
export function HomePage({ home, timeZone }: { home: Home; timeZone: string }) {
  const needs = needsOf(home, timeZone);
  return (
    <>
      <PageHead title="Home" />
      <section aria-labelledby="needs-you" className="section">
        <SectionHead title="Needs you" id="needs-you" more={<a href="/acknowledgements">What your agency asks you to read</a>} />
        {needs.length > 0 ? <NeedsYou lines={needs} /> : <EmptyState title="Nothing waits for you. A good day." />}
      </section>
      <section aria-labelledby="moving" className="section">
        <SectionHead title="Moving" id="moving" more={<a href="/proposals">All proposals</a>} />
        {home.moving.length > 0 ? (
          <ul className="lines" role="list">
            {home.moving.map((proposal) => (
              <li key={proposal.id} className="needs-line">
                <div>
                  <p className="needs-what">
                    <a href={`/proposals/${proposal.id}`}>{`${proposal.number}. ${proposal.title}`}</a>
                  </p>
                  <p className="needs-why">
                    {`${proposal.document.number} ${proposal.document.title}, by ${proposal.mine ? "you" : proposal.author.name}`}
                    {proposal.standing.stopped?.whoseTurn && `. ${proposal.standing.stopped.whoseTurn}`}
                  </p>
                </div>
                <Thread size="small" current={proposal.standing.current} stopped={proposal.standing.stopped} words={proposal.standing.words} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="No proposals yet." step={<ButtonLink href="/documents">Choose a clause to change</ButtonLink>}>
            <p>A proposal starts from a clause of a policy in force.</p>
          </EmptyState>
        )}
      </section>
      {home.clock.length > 0 && (
        <section aria-labelledby="clock" className="section">
          <SectionHead title="Decisions the program waits for" id="clock" />
          <ul className="lines" role="list">
            {home.clock.map((decision) => (
              <li key={decision.id} className="needs-line">
                <div>
                  <p className="needs-what">
                    {decision.proposal ? <a href={`/proposals/${decision.proposal.id}`}>{`${decision.proposal.number}. ${decision.proposal.title}`}</a> : `${decision.document.number} ${decision.document.title}`}
                  </p>
                  <p className="needs-why">
                    {decision.overdue && <span className="overdue">Overdue: </span>}
                    {`${decision.overdue ? "the" : "The"} head of ${decision.organization.name}, ${decision.overdue ? "due since" : "due"} `}
                    <When at={decision.dueAt} timeZone={timeZone} now={home.now} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="new" className="section">
        <SectionHead title="New" id="new" more={<a href="/notices">All notices</a>} />
        {home.notices.length > 0 ? (
          <ul className="lines" role="list">
            {home.notices.map((notice) => (
              <li key={notice.id} className="needs-line">
                <p>
                  <a href={notice.path}>{notice.body}</a>{" "}
                  <span className="quiet small">
                    <When at={notice.at} timeZone={timeZone} now={home.now} />
                  </span>
                </p>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="Nothing new since you joined." />
        )}
      </section>
    </>
  );
}

function needsOf(home: Home, timeZone: string): NeedLine[] {
  return [
    ...home.toDecide.map((decision) => ({
      id: decision.id,
      what: decision.proposal ? decision.proposal.title : `${decision.document.number} ${decision.document.title}`,
      why: decision.changesRead ? "The time for comments on your changes is over. Read them and conclude." : decision.proposal ? "Carried by the groups. Your agency answers in writing." : "The first edition waits for you as head of your agency.",
      until: <When at={decision.dueAt} timeZone={timeZone} now={home.now} />,
      overdue: new Date(decision.dueAt) < new Date(home.now),
      button: { label: "Decide", href: `/decisions/${decision.id}` },
    })),
    ...home.toSignOff.map(({ id, name, dueAt, decision }) => ({
      id,
      what: decision.proposal ? decision.proposal.title : `${decision.document.number} ${decision.document.title}`,
      why: `${name}, a stage at ${decision.organization.name}, waits for your sign-off.`,
      until: dueAt ? <When at={dueAt} timeZone={timeZone} now={home.now} /> : undefined,
      overdue: dueAt !== null && new Date(dueAt) < new Date(home.now),
      button: { label: "Sign off", href: `/stages/${id}/signature` },
    })),
    ...home.ballots.map(({ round, seatTitle }) => ({
      id: round.id,
      what: round.proposal?.title ?? round.question,
      why: `You vote in the seat ${seatTitle}.`,
      until: <When at={round.closesAt} timeZone={timeZone} now={home.now} />,
      button: { label: "Vote", href: round.proposal ? `/proposals/${round.proposal.id}#ballot` : `/ballots/${round.id}#ballot` },
    })),
    ...home.amendments.map(({ id, number, author, proposal }) => ({
      id,
      what: proposal.title,
      why: `${author.name} offers amendment ${number}. No vote can open before it is answered.`,
      button: { label: "Answer the amendment", href: `/amendments/${id}/answer` },
    })),
    ...home.toSign.map(({ planId, answerBy, document }) => ({
      id: planId,
      what: `${document.number} ${document.title}`,
      why: "You are named as a signer of this evaluation plan. No answer counts as no.",
      until: <When at={answerBy} timeZone={timeZone} now={home.now} />,
      button: { label: "Answer", href: `/evaluation/plans/${planId}/signature` },
    })),
    ...home.toRespond.map(({ id, number, dialogueEndsAt }) => ({
      id,
      what: `Finding ${number} waits for your agency's answer.`,
      why: "Your agency reads it before it comes out. What you answer is printed beside it.",
      until: dialogueEndsAt && <When at={dialogueEndsAt} timeZone={timeZone} now={home.now} />,
      button: { label: "Read and answer", href: `/evaluation/findings/${id}` },
    })),
    ...home.toReply.map(({ id, number, unanswered }) => ({
      id: `reply-${id}`,
      what: `Finding ${number}`,
      why: unanswered === 1 ? "One comment waits for your answer." : `${unanswered} comments wait for your answer.`,
      button: { label: "Answer", href: `/evaluation/findings/${id}#dialogue` },
    })),
    ...home.toRecheck.map(({ id, number }) => ({
      id: `recheck-${id}`,
      what: `Finding ${number} is to be read again.`,
      why: "What is out is read again every quarter: whether it still stands, and nobody can be recognized in it.",
      button: { label: "Read it again", href: `/evaluation/findings/${id}/rechecks` },
    })),
    ...home.toAnswer.map((round) => ({
      id: round.id,
      what: round.proposal?.title ?? `${round.document.number} ${round.document.title}`,
      why: round._count.comments === 1 ? "One comment of the public waits for an answer." : `${round._count.comments} comments of the public wait for an answer.`,
      button: { label: "Answer", href: `/comment-rounds/${round.id}` },
    })),
    ...home.outcomes.map(({ id, dueAt, overdue, proposal }) => ({
      id,
      what: proposal.title,
      why: "The vote is closed. Say what it means and what happens next.",
      until: <When at={dueAt} timeZone={timeZone} now={home.now} />,
      overdue,
      button: { label: "Write the outcome", href: `/rounds/${id}/outcome` },
    })),
    ...home.revisions.map(({ id, title, until, overdue }) => ({
      id,
      what: title,
      why: "An objection of safety holds it. The text is revised, then you open the second vote.",
      until: <When at={until} timeZone={timeZone} now={home.now} />,
      overdue,
      button: { label: "See the revision", href: `/proposals/${id}` },
    })),
    ...home.toAcknowledge.map(({ adoptionId, number, title, edition, since }) => ({
      id: adoptionId,
      what: `${number} ${title}`,
      why: (
        <>
          {`Your agency adopted edition ${edition} on `}
          <Day at={since} timeZone={timeZone} />. Read it and acknowledge it.
        </>
      ),
      button: { label: "Read", href: `/acknowledgements/${adoptionId}` },
    })),
    ...home.toReview.map((review) => ({
      id: review.documentId,
      what: `${review.number} ${review.title}`,
      why: `${reviewInWords(review)}.`,
      until: <Day at={review.due} timeZone="UTC" />,
      overdue: review.expired,
      button: { label: "Review", href: `/documents/${review.documentId}/review` },
    })),
    ...home.citations.map(({ id, resource, closed, number, clauseName }) => ({
      id,
      what: `${number}, ${clauseName}`,
      why: `It cites ${resource}, ${closed ? "which is closed" : "whose time is over"}.`,
      button: { label: "Look at the clause", href: `/citations/${id}/review` },
    })),
    ...home.toDraft.map((proposal) => ({
      id: proposal.id,
      what: proposal.title,
      why: proposal.stale ? "A new edition came out since you began: your proposal must be brought up to date." : "Your proposal is being drafted.",
      button: proposal.stale ? { label: "Bring up to date", href: `/proposals/${proposal.id}/rebase` } : { label: "Go on drafting", href: `/proposals/${proposal.id}/draft` },
    })),
  ];
}
