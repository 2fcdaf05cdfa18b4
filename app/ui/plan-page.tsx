import type { Names } from "~/domain/evaluation/part-changes";
import { partNames, planPartsSpec, type PlanParts } from "~/domain/evaluation/plan-parts";
import { reviewOutcomeNames, silenceRule, type ReviewOutcome, type SignerAnswer } from "~/domain/evaluation/plan-review";
import { planStateNames, type PlanState } from "~/domain/evaluation/plan-stages";
import { visibilityNames } from "~/domain/documents/description";
import type { Visibility } from "~/domain/access/may";
import { Button, ButtonLink } from "./button";
import { When } from "./dates";
import { formatDay } from "~/domain/programs/format-when";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { Contributors, type Contributor } from "./plan-contributors";
import { PlanPart } from "./plan-part";

type Moment = Date | string;

export type PlanPageProps = {
  now: Moment;
  timeZone: string;
  plan: {
    id: string;
    state: PlanState;
    parts: PlanParts;
    amendment: { why: string; dataSeen: boolean; openedAt: string } | null;
    signers: readonly { id: string; name: string; organization: { name: string } }[];
    review: { outcome: ReviewOutcome; hash: string; answerBy: Moment; submittedAt: Moment; answers: readonly { personId: string; personName: string; organizationName: string; answer: SignerAnswer; reason: string; at: Moment | null }[] } | null;
  };
  document: { id: string; number: string; title: string; organization: { name: string }; agencies: readonly string[]; visibility: Visibility };
  sections: readonly { clauseId: string; title: string; guide: string; written: boolean }[];
  names: Names;
  ethics: string | null;
  contributors: readonly Contributor[];
  versions: readonly { version: number | null; hash: string; endedAt: Moment | null }[];
  may: { write: boolean; staff: boolean; submit: boolean; recall: boolean; amend: boolean; drop: boolean; sign: boolean };
};

/** One evaluation plan: where it stands and whose turn it is, then its fifteen sections with their text and their parts. */
export function PlanPage(page: PlanPageProps) {
  const { plan, document, sections, names, ethics, contributors, versions, timeZone, may } = page;
  const path = `/evaluation/plans/${plan.id}`;
  const latest = versions[0];
  return (
    <>
      <PageHead
        title={document.title}
        above={<><a href="/evaluation">Evaluation</a>{`, ${document.number}`}</>}
        actions={
          <>
            {may.write && <ButtonLink look="secondary" href={`/documents/${document.id}/draft`}>Write the text</ButtonLink>}
            {may.submit && <ButtonLink href={`${path}/submission`}>Put before the signers</ButtonLink>}
            {may.sign && <ButtonLink href={`${path}/signature`}>Read and answer</ButtonLink>}
            {may.amend && <ButtonLink look="secondary" href={`${path}/amendment`}>Amend the plan</ButtonLink>}
          </>
        }
      >
        <KeyFacts
          facts={[
            { term: "State", fact: planStateNames[plan.state] },
            { term: "Agencies", fact: document.agencies.join(", ") || "None named yet" },
            { term: "Kept by", fact: document.organization.name },
            { term: "Who may see it", fact: visibilityNames[document.visibility] },
            { term: "Ethics review", fact: ethics?.replace("Ethics review: ", "") ?? "Not determined yet" },
            ...(latest ? [{ term: "Frozen", fact: <><a href={`${path}/versions/${latest.version}`}>{`Version ${latest.version}`}</a>{latest.endedAt && <>{", "}<When at={latest.endedAt} timeZone={timeZone} /></>}</> }] : []),
          ]}
        />
      </PageHead>
      <Signing {...page} />
      <ol className="plan-sections" role="list">
        {sections.map(({ clauseId, title, guide, written }, at) => {
          const parts = partNames.filter((name) => clauseId === `section-evaluation-plan-${planPartsSpec[name].section}`);
          return (
            <li key={clauseId} id={clauseId} className="plan-section">
              <div className="section-head">
                <h2>{`${at + 1}. ${title}`}</h2>
                <span className={written ? "quiet small" : "small"}>{written ? "Text written" : may.write || !latest ? "No text yet" : "No text"}</span>
              </div>
              {(may.write || !latest) && (
                <p className="quiet prose">
                  {guide} {may.write && <a href={`/documents/${document.id}/draft#${clauseId}`}>{written ? "Go on writing" : "Write it"}<span className="visually-hidden">{`: ${title}`}</span></a>}
                </p>
              )}
              {!may.write && latest && written && (
                <p>
                  <a href={`${path}/versions/${latest.version}#clause-${clauseId}`}>{`Read it in version ${latest.version}`}<span className="visually-hidden">{`: ${title}`}</span></a>
                </p>
              )}
              {parts.map((part) => (
                <div key={part} id={part} className="plan-part">
                  {(plan.parts[part].length > 0 || parts.length > 1 || may.write) && (
                    <p className="plan-part-head">
                      <strong>{planPartsSpec[part].title}</strong>{" "}
                      {may.write && <a href={`${path}/parts/${part}`}>{plan.parts[part].length > 0 ? "Change" : "Fill in"}<span className="visually-hidden">{`: ${planPartsSpec[part].title}`}</span></a>}
                    </p>
                  )}
                  <PlanPart part={part} rows={plan.parts[part]} names={names} />
                </div>
              ))}
            </li>
          );
        })}
      </ol>
      <section className="section" aria-labelledby="contributors">
        <SectionHead title="Who works on it" id="contributors" more={may.staff && <a href={`${path}/contributors`}>Change</a>} />
        <Contributors contributors={contributors} />
      </section>
      {versions.length > 0 && (
        <section className="section" aria-labelledby="versions">
          <SectionHead title="Frozen versions" id="versions" />
          <ul className="plain" role="list">
            {versions.map(({ version, endedAt, hash }) => (
              <li key={version}>
                <a href={`${path}/versions/${version}`}>{version === 1 ? "Version 1, the plan as first frozen" : `Version ${version}, an amendment`}</a>
                {endedAt && <>{", "}<When at={endedAt} timeZone={timeZone} /></>}
                <br />
                <code className="hash small">{hash}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Signing({ plan, timeZone, now, may }: PlanPageProps) {
  const { review, signers, amendment, state } = plan;
  const path = `/evaluation/plans/${plan.id}`;
  const open = review?.outcome === "open" ? review : null;
  return (
    <section className="section" aria-labelledby="signers">
      <SectionHead title={open ? "Before its signers" : "Signers"} id="signers" more={may.write && <a href={`${path}/signers`}>{signers.length > 0 ? "Change the signers" : "Name the signers"}</a>} />
      {state === "amending" && amendment && (
        <>
          <NoticeLine kind="info" title="An amendment is being written.">{`${amendment.why} ${amendment.dataSeen ? "Data had been seen by then." : "No data had been seen by then."} The frozen version holds until all signers approve the next.`}</NoticeLine>
          {may.drop && (
            <details className="redline-reading">
              <summary>Drop this amendment</summary>
              <form method="post" action={`${path}/amendment/end`}>
                <p className="prose">Text and parts become those of the frozen version again. What was written for the amendment is kept among the versions of the text.</p>
                <Button look="secondary">Drop the amendment</Button>
              </form>
            </details>
          )}
        </>
      )}
      {!open && review && (review.outcome === "declined" || review.outcome === "lapsed") && (
        <NoticeLine kind="warning" title={`${reviewOutcomeNames[review.outcome]}.`}>
          {review.answers.flatMap(({ personName, answer, reason }) => (answer === "declined" ? [`${personName}: ${reason}`] : review.outcome === "lapsed" && answer === null ? [`${personName} did not answer.`] : [])).join(" ")}
        </NoticeLine>
      )}
      {open && <p className="plan-rule">{silenceRule(open.answers.map(({ answer }) => answer), lastDay(open.answerBy, timeZone))}</p>}
      {open ? (
        <ul className="lines" role="list">
          {open.answers.map(({ personId, personName, organizationName, answer, at }) => (
            <li key={personId} className="needs-line">
              <p>{`${personName}, ${organizationName}`}</p>
              <p className={answer ? undefined : "quiet"}>
                {answer === null ? "Has not answered" : answer === "approved" ? "Approved" : "Declined"}
                {at && <>{", "}<When at={at} timeZone={timeZone} now={now} /></>}
              </p>
            </li>
          ))}
        </ul>
      ) : signers.length > 0 ? (
        <p>{signers.map(({ name, organization }) => `${name} (${organization.name})`).join(", ")}. All must approve; no answer counts as no.</p>
      ) : (
        <p className="quiet">Nobody is named yet. All signers must approve before the plan is frozen.</p>
      )}
      {open && (
        <p className="quiet small">
          {"What is signed has the SHA-256 "}
          <code className="hash">{open.hash}</code>
        </p>
      )}
      {may.recall && (
        <form method="post" action={`${path}/recall`}>
          <Button look="secondary">Take it back from the signers</Button>
        </form>
      )}
    </section>
  );
}

/** The last day on which an answer counts: the one that ends at `answerBy`. */
export function lastDay(answerBy: Moment, timeZone: string): string {
  return formatDay(new Date(new Date(answerBy).getTime() - 60_000), timeZone);
}

