import { sectionNames, type FindingContent, type FindingSection, type Stance } from "~/domain/evaluation/finding";
import { findingStateNames, isPublic, type FindingState } from "~/domain/evaluation/finding-stages";
import type { StoredAnalysis } from "~/domain/evaluation/finding-result";
import { Button, ButtonLink } from "./button";
import { Day, When } from "./dates";
import { AgencyAnswers, FindingBody, Prose, Tombstone } from "./finding-body";
import { FindingRechecks, type Recheck } from "./finding-rechecks";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;
type Comment = { id: string; section: FindingSection; author: string; organizationName: string; body: string; at: Moment; reply: string | null; repliedByName: string | null; repliedAt: Moment | null; corrected: boolean };
type Action = { id: string; weakness: string; step: string; owner: { name: string }; due: string; doneAt: Moment | null; proposal: { id: string; number: number; title: string; stage: string } | null };
type May = Record<"write" | "open" | "close" | "recall" | "answer" | "comment" | "respond" | "releaseEarly" | "check" | "recheck" | "publish" | "embargo" | "correct" | "retract" | "act", boolean>;

export type FindingPageProps = {
  now: Moment;
  unanswered: number;
  /** Its figures were computed before the calculations changed. */
  computedOlder: boolean;
  /** What in its words may point at a person, told to whoever may still change them. */
  named: string | null;
  movement: { newest: string; before: string | null } | null;
  may: May;
  finding: {
    id: string; number: number; state: FindingState; content: FindingContent; analysis: StoredAnalysis | null; planId: string; planVersion: number; measureId: string; dialogueEndsAt: Moment | null; embargoUntil: Moment | null;
    checkedByName: string | null; reason: string; author: { name: string; organization: { name: string } }; program: { timeZone: string };
    plan: { document: { number: string; title: string } }; measure: { name: string };
    agencies: readonly { name: string; stance: Stance | null; response: string }[]; comments: readonly Comment[]; rechecks: readonly Recheck[]; recheckBy: Moment | null; actions: readonly Action[];
  };
};

/** One finding from draft to retraction: what it says, the dialogue beside it, and what follows from it. */
export function FindingPage({ finding, now, unanswered, computedOlder, named, movement, may }: FindingPageProps) {
  const { content, state, program } = finding;
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead
        title={content.question}
        above={<><a href="/evaluation/findings">Findings</a>{`, number ${finding.number}`}</>}
        actions={
          <>
            {may.write && <ButtonLink look="secondary" href={`${path}/text`}>Write</ButtonLink>}
            {may.write && <ButtonLink look="secondary" href={`${path}/analysis`}>Analyse</ButtonLink>}
            {may.open && <ButtonLink href={`${path}/dialogue`}>Show it to the agencies</ButtonLink>}
            {may.respond && <ButtonLink href={`${path}/response`}>Answer for your agency</ButtonLink>}
            {may.check && <ButtonLink href={`${path}/check`}>Check it</ButtonLink>}
            {(may.publish || may.embargo) && <ButtonLink href={`${path}/${may.embargo ? "embargo" : "publication"}`}>{may.embargo ? "Change the embargo" : "Publish"}</ButtonLink>}
          </>
        }
      >
        <KeyFacts
          facts={[
            { term: "State", fact: findingStateNames[state] },
            { term: "Plan", fact: <a href={`/evaluation/plans/${finding.planId}`}>{`${finding.plan.document.number} ${finding.plan.document.title}, version ${finding.planVersion}`}</a> },
            { term: "Measure", fact: <a href={`/evaluation/measures/${finding.measureId}`}>{finding.measure.name}</a> },
            { term: "Written by", fact: `${finding.author.name}, ${finding.author.organization.name}` },
            ...(finding.checkedByName ? [{ term: "Checked by", fact: finding.checkedByName }] : []),
            ...(isPublic(state) ? [{ term: "Public", fact: <a href={`/library/findings/${finding.number}`}>As anybody reads it</a> }] : []),
          ]}
        />
      </PageHead>
      {named && <NoticeLine kind="warning" title="This may point at a person.">{named}</NoticeLine>}
      <Standing finding={finding} now={now} unanswered={unanswered} may={may} path={path} />
      {computedOlder && (
        <NoticeLine kind="warning" title="To be analysed again.">
          {`Its figures come from version ${finding.analysis?.codeVersion} of the calculations, which have changed since, so a figure may be wrong. ${isPublic(state) ? "Open a correction and analyse it again." : "Analyse it again before it goes on."}`}
        </NoticeLine>
      )}
      <div className="finding-columns">
        <div>
          {state === "retracted" ? <Tombstone /> : <FindingBody content={content} analysis={finding.analysis} files={`${path}/files`} definition={`/evaluation/measures/${finding.measureId}#definition`} />}
          <Steps finding={finding} movement={movement} may={may} path={path} />
          <FindingRechecks rechecks={finding.rechecks} recheckBy={finding.recheckBy} path={path} may={may.recheck} timeZone={program.timeZone} now={now} />
        </div>
        <aside className="finding-beside" aria-label="Dialogue">
          {state !== "retracted" && (
            <>
              <AgencyAnswers agencies={finding.agencies} />
              <Dialogue comments={finding.comments} may={may} path={path} timeZone={program.timeZone} now={now} />
            </>
          )}
        </aside>
      </div>
    </>
  );
}

function Standing({ finding: { state, dialogueEndsAt, embargoUntil, reason, program }, now, unanswered, may, path }: { finding: FindingPageProps["finding"]; now: Moment; unanswered: number; may: May; path: string }) {
  const ended = dialogueEndsAt !== null && new Date(dialogueEndsAt) <= new Date(now);
  return (
    <div className="finding-standing">
      {state === "dialogue" && dialogueEndsAt && (
        <p>
          {ended ? "The days for comments ended " : "The agencies may comment until "}
          <When at={dialogueEndsAt} timeZone={program.timeZone} now={now} />
          {`. ${unanswered === 0 ? "Every comment is answered." : unanswered === 1 ? "One comment waits for an answer." : `${unanswered} comments wait for an answer.`} The agencies may answer this finding; they cannot hold it back.`}
        </p>
      )}
      {state === "embargoed" && embargoUntil && <p>{"Checked. It comes out "}<When at={embargoUntil} timeZone={program.timeZone} now={now} />.</p>}
      {state === "correcting" && <NoticeLine kind="info" title="A correction is being written.">{reason}</NoticeLine>}
      {state === "retracted" && <NoticeLine kind="warning" title="This finding was retracted.">{reason}</NoticeLine>}
      <div className="row">
        {may.close && ended && unanswered === 0 && <form method="post" action={`${path}/closing`}><Button>End the dialogue</Button></form>}
        {may.recall && <form method="post" action={`${path}/recall`}><Button look="secondary">Take it back into drafting</Button></form>}
        {may.releaseEarly && <form method="post" action={`${path}/early-release`}><Button look="secondary">Agree that it comes out now</Button></form>}
        {may.correct && <ButtonLink look="secondary" href={`${path}/correction`}>Correct it</ButtonLink>}
        {may.retract && <ButtonLink look="secondary" href={`${path}/retraction`}>Retract it</ButtonLink>}
      </div>
    </div>
  );
}

function Dialogue({ comments, may, path, timeZone, now }: { comments: readonly Comment[]; may: May; path: string; timeZone: string; now: Moment }) {
  return (
    <section className="section" aria-labelledby="dialogue">
      <SectionHead title="Dialogue" id="dialogue" more={may.comment && <a href={`${path}/comments`}>Comment</a>} />
      {comments.length === 0 && <p className="quiet">No comments yet.</p>}
      <ul className="plain" role="list">
        {comments.map(({ id, section, author, organizationName, body, at, reply, repliedByName, corrected }) => (
          <li key={id} id={`comment-${id}`} className="finding-comment">
            <p className="small">
              <a href={`#${section}`}>{sectionNames[section]}</a>
              {`, ${author}, ${organizationName}, `}
              <When at={at} timeZone={timeZone} now={now} />
            </p>
            <Prose text={body} />
            {reply === null ? (
              may.answer ? <p><a href={`${path}/comments/${id}`}>Answer<span className="visually-hidden">{`: ${sectionNames[section]}`}</span></a></p> : <p className="quiet small">Not answered yet</p>
            ) : (
              <div className="finding-reply">
                <p className="small">{`${repliedByName}${corrected ? ", who corrected the text" : ""}`}</p>
                <Prose text={reply} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ finding, movement, may, path }: Pick<FindingPageProps, "finding" | "movement" | "may"> & { path: string }) {
  if (finding.actions.length === 0 && !may.act) return null;
  return (
    <section className="section" aria-labelledby="steps">
      <SectionHead title="What follows from it" id="steps" more={may.act && <a href={`${path}/steps`}>Add a step</a>} />
      {finding.actions.length === 0 ? <p className="quiet">Each weakness becomes a step with an owner and a day, or a <a href="/proposals/new">proposal to change a clause</a>.</p> : null}
      {movement && <p>{`${finding.measure.name} now: ${movement.newest}${movement.before ? `; a year before: ${movement.before}` : ""}.`}</p>}
      <ul className="lines" role="list">
        {finding.actions.map(({ id, weakness, step, owner, due, doneAt, proposal }) => (
          <li key={id} id={`action-${id}`} className="needs-line">
            <div>
              <p className="needs-what">{weakness}</p>
              <p>{`${step.replace(/[.!?]?$/, ".")} ${owner.name}, by `}<Day at={due} timeZone="UTC" />{doneAt ? ". Done." : ". Open."}</p>
              {proposal && <p className="small"><a href={`/proposals/${proposal.id}`}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>{`: ${proposal.stage}`}</p>}
            </div>
            {may.act && !doneAt && <form method="post" action={`${path}/steps/${id}/end`}><Button look="secondary">Done<span className="visually-hidden">{`: ${step}`}</span></Button></form>}
          </li>
        ))}
      </ul>
    </section>
  );
}

