import type { ClauseEntry } from "~/editor/numbering";
import type { Redline } from "~/editor/redline";
import { Blocks } from "./document-nodes";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { RedlineBlock, Spans } from "./redline-blocks";
import { Dissents, type DissentLine } from "./round-record";
import { WeekChanges, type WeekChangesProps } from "./week-changes";

export type ProposalSummaryProps = {
  proposal: { id: string; number: number; title: string; why: string; affected: string; evidence: string; cost: string; trainingImpact: string; author: { name: string; organization: { name: string } }; program: { name: string; timeZone: string } };
  document: { id: string; number: string; title: string };
  baseEdition: { number: number };
  staleInWords: string | null;
  oldClauses: ClauseEntry[];
  redline: Redline;
  week: WeekChangesProps["week"] | null;
  agreements: { id: string; number: string; title: string }[];
  resources: readonly { id: string; name: string; kind: string; gone: "closed" | "lapsed" | null; clauses: readonly string[] }[];
  dissents: readonly DissentLine[];
  faces: Readonly<Record<string, GroupFace>>;
};

/** The whole proposal on a page or two of paper: each clause, old and new, and the reason. */
export function ProposalSummary({ proposal, document, baseEdition, staleInWords, oldClauses, redline, week, agreements, resources, dissents, faces }: ProposalSummaryProps) {
  const old = new Map(oldClauses.map((clause) => [clause.id, clause]));
  const more = [
    { term: "Evidence", fact: proposal.evidence },
    { term: "Cost", fact: proposal.cost },
    { term: "Effect on training", fact: proposal.trainingImpact },
  ].filter(({ fact }) => fact);
  return (
    <article className="summary">
      <PageHead
        title={proposal.title}
        above={<a href={`/proposals/${proposal.id}`}>{`Proposal ${proposal.number}`}</a>}
        lead={`${document.number}, ${document.title}. Changes to edition ${baseEdition.number}, proposed by ${proposal.author.name}, ${proposal.author.organization.name}.`}
      >
        <p className="quiet no-print">To print this page or keep it as a PDF, use your browser’s print command.</p>
      </PageHead>
      {staleInWords && <NoticeLine kind="warning">{staleInWords}</NoticeLine>}
      <KeyFacts facts={[{ term: "Why", fact: proposal.why }, { term: "Who is affected", fact: proposal.affected }, ...more]} />
      <section className="section" aria-labelledby="changes">
        <SectionHead id="changes" title={headOf(redline.changes.length)} />
        {week && <WeekChanges week={week} />}
        {redline.changes.length === 0 && <p className="quiet">The text is not changed yet.</p>}
        {redline.changes.map((change) => {
          const was = old.get(change.clauseId);
          const place = change.after ?? change.before;
          return (
            <section key={change.clauseId} className="summary-change">
              <h3>{`Clause ${place?.number ?? ""} ${place?.title ?? ""}`.trim()}</h3>
              <div className="summary-sides">
                <div>
                  <h4 className="quiet">Old</h4>
                  <div className="document">{was ? <Blocks nodes={was.ownContent.slice(1)} /> : <p className="quiet">New clause</p>}</div>
                </div>
                <div>
                  <h4 className="quiet">New</h4>
                  <div className="document">
                    {change.after ? (
                      <>
                        {change.retitled && (
                          <p>
                            <strong>
                              <Spans spans={change.title} />
                            </strong>
                          </p>
                        )}
                        {change.moved && change.before && <p className="quiet">{`Moved, it was ${change.before.number}`}</p>}
                        {change.blocks.map((block, at) => (
                          <RedlineBlock key={at} block={block} />
                        ))}
                      </>
                    ) : (
                      <p className="quiet">Clause removed</p>
                    )}
                  </div>
                </div>
              </div>
            </section>
          );
        })}
      </section>
      <Dissents dissents={dissents} timeZone={proposal.program.timeZone} faces={faces} />
      {resources.length > 0 && (
        <section className="section" aria-labelledby="resources">
          <SectionHead id="resources" title="What these clauses rely on" />
          <ul>
            {resources.map(({ id, name, kind, gone, clauses }) => (
              <li key={id}>
                <a href={`/resources/${id}`}>{name}</a>
                {`, ${kind.toLowerCase()}, cited by ${clauses.length === 1 ? "clause" : "clauses"} ${clauses.join(", ")}`}
                {gone && <strong className="overdue">{gone === "closed" ? " (closed)" : " (ended)"}</strong>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {agreements.length > 0 && (
        <section className="section" aria-labelledby="agreements">
          <SectionHead id="agreements" title="Agreements of the program to read beside it" />
          <ul>
            {agreements.map(({ id, number, title }) => (
              <li key={id}>
                <a href={`/documents/${id}`}>{`${number}, ${title}`}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function headOf(changes: number): string {
  if (changes === 0) return "No clause changes";
  return changes === 1 ? "One clause changes" : `${changes} clauses change`;
}
