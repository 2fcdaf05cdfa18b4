import { sectionNames } from "~/domain/evaluation/finding";
import { versionAddress, type PublishedFinding } from "~/domain/evaluation/published-finding";
import { Day } from "./dates";
import { AgencyAnswers, FindingBody, Prose, Tombstone } from "./finding-body";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;
type Standing = "current" | "superseded" | "retracted";

export type PublishedFindingPageProps = {
  number: number;
  program: { name: string; timeZone: string };
  /** The whole address of this version, to be written into a paper. */
  citedAt: string;
  shown: { version: number; standing: Standing; publishedAt: Moment; reason: string; hash: string; content: PublishedFinding };
  versions: readonly { version: number; standing: Standing; publishedAt: Moment; reason: string }[];
  steps: readonly Step[];
};

type Step = { id: string; weakness: string; step: string; organization: string; due: string; doneAt: Moment | null; proposal: { number: number; title: string } | null };

/** A published version as anybody reads it. It never changes, but says when another has taken its place or it was retracted. */
export function PublishedFindingPage({ number, program, citedAt, shown, versions, steps }: PublishedFindingPageProps) {
  const { content, version, standing, reason, publishedAt, hash } = shown;
  const files = `${versionAddress(number, version)}/files`;
  const plan = content.plan.public ? `/library/plans/${encodeURIComponent(content.plan.number)}/versions/${content.plan.version}` : undefined;
  const newest = versions[0]?.version ?? version;
  return (
    <>
      <PageHead title={content.content.question} above={<a href="/library/findings">Findings</a>}>
        <KeyFacts
          facts={[
            { term: "Finding", fact: `Number ${number}, version ${version}` },
            { term: "Published", fact: <Day at={publishedAt} timeZone={program.timeZone} /> },
            { term: "Written by", fact: `${content.author.name}, ${content.author.organization}` },
            { term: "Checked by", fact: content.checkedBy },
            { term: "Plan", fact: plan ? <a href={plan}>{`${content.plan.number}, version ${content.plan.version}`}</a> : `${content.plan.number}, version ${content.plan.version}` },
          ]}
        />
      </PageHead>
      {standing === "superseded" && <NoticeLine kind="warning" title="Superseded.">{`Version ${newest} takes the place of this one. ${reason}`} <a href={versionAddress(number, newest)}>Read it</a></NoticeLine>}
      {standing === "retracted" && <NoticeLine kind="warning" title="Retracted.">{reason}</NoticeLine>}
      {content.correction && <NoticeLine kind="info" title={`Corrected since version ${version - 1}.`}>{content.correction}</NoticeLine>}
      {standing === "retracted" ? (
        <Tombstone />
      ) : (
        <div className="finding-columns">
          <div>
            <FindingBody content={content.content} analysis={content.analysis} files={files} definition={plan && `${plan}#definitions`} />
            {steps.length > 0 && <Steps steps={steps} timeZone={program.timeZone} />}
          </div>
          <aside className="finding-beside" aria-label="Dialogue">
            <AgencyAnswers agencies={content.agencies} />
            {content.comments.length > 0 && (
              <section className="section" aria-labelledby="dialogue">
                <SectionHead title="Dialogue before publication" id="dialogue" />
                <ul className="plain" role="list">
                  {content.comments.map(({ section, organization, body, reply, corrected }) => (
                    <li key={`${section}${body}`} className="finding-comment">
                      <p className="small">{`${sectionNames[section]}, ${organization}`}</p>
                      <Prose text={body} />
                      <div className="finding-reply">
                        <p className="small">{corrected ? "Answer; the text was corrected" : "Answer"}</p>
                        <Prose text={reply} />
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      )}
      <section className="section" aria-labelledby="cite">
        <SectionHead title="Cite this version" id="cite" />
        <p>{`${content.author.name}: ${content.content.question} ${program.name}, finding ${number}, version ${version}, `}<Day at={publishedAt} timeZone={program.timeZone} />. <span className="address">{citedAt}</span></p>
        <p className="row files">
          <a href={`${files}/citation.bib`}>BibTeX</a>
          <a href={`${files}/citation.json`}>CSL-JSON</a>
        </p>
        <p className="quiet small">{"SHA-256 of this version: "}<code className="hash">{hash}</code></p>
        {versions.length > 1 && (
          <ul className="plain" role="list">
            {versions.map(({ version: of, standing: now, publishedAt: at }) => (
              <li key={of}><a href={versionAddress(number, of)}>{`Version ${of}`}</a>{", "}<Day at={at} timeZone={program.timeZone} />{`, ${now}`}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** What the program does about what was found, as it stands today. */
function Steps({ steps, timeZone }: { steps: readonly Step[]; timeZone: string }) {
  return (
    <section className="section" aria-labelledby="steps">
      <SectionHead title="What follows from it" id="steps" />
      <ul className="lines" role="list">
        {steps.map(({ id, weakness, step, organization, due, doneAt, proposal }) => (
          <li key={id}>
            <p className="needs-what">{weakness}</p>
            <p>
              {`${step.replace(/[.!?]?$/, ".")} ${organization}, by `}
              <Day at={due} timeZone="UTC" />
              {doneAt ? <>{". Done "}<Day at={doneAt} timeZone={timeZone} />.</> : ". Not done yet."}
            </p>
            {proposal && <p className="small"><a href={`/library/recommendations/${proposal.number}`}>{`Recommendation ${proposal.number}, ${proposal.title}: what became of it`}</a></p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
