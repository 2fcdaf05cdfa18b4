import { filterNames, proofStateInWords, requirementFilters, type ProofState, type RequirementFilter } from "~/domain/crosswalk/proof";
import { standardKindNames, type StandardKind } from "~/domain/crosswalk/standard";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { KeyFacts } from "./key-facts";
import { PageHead } from "./page-head";

type Moment = Date | string;
type Proof = { id: string; documentId: string; number: string; clauseId: string; clauseName: string; edition: number; note: string; provenAt: Moment; provenBy: string; state: ProofState };
type Requirement = { id: string; reference: string; words: string; proofs: readonly Proof[] };

export type StandardPageProps = {
  standard: { id: string; name: string; kind: StandardKind; source: string; address: string };
  timeZone: string;
  counts: Record<RequirementFilter, number>;
  show: RequirementFilter;
  after: number;
  requirements: readonly Requirement[];
  next: number | null;
  mayWrite: boolean;
  mayProve: boolean;
};

/** A standard: what it asks, line by line, and the clauses that answer. */
export function StandardPage(page: StandardPageProps) {
  const { standard, counts, show, after, requirements, next, mayWrite } = page;
  const path = `/standards/${standard.id}`;
  return (
    <>
      <PageHead
        title={standard.name}
        above={<a href="/standards">Crosswalk</a>}
        lead={reach(counts)}
        actions={
          <>
            {mayWrite && <ButtonLink href={`${path}/requirements`}>Add requirements</ButtonLink>}
            {counts.all > 0 && <ButtonLink look="secondary" href={`${path}/table.csv`}>Take it as a table (CSV)</ButtonLink>}
          </>
        }
      >
        <KeyFacts facts={[{ term: "Who asks", fact: standardKindNames[standard.kind] }, { term: "Source", fact: <Source {...standard} /> }]} />
      </PageHead>
      {counts.all > 0 && (
        <nav className="sub-nav no-print" aria-label="What is shown">
          <ul className="sub-nav-links" role="list">
            {requirementFilters.map((filter) => (
              <li key={filter}>
                <a href={filter === "all" ? path : `${path}?show=${filter}`} aria-current={filter === show ? "page" : undefined}>
                  {`${filterNames[filter]} (${counts[filter]})`}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {requirements.length === 0 ? <NoRequirement {...page} /> : <RequirementList {...page} />}
      {(after > 0 || next !== null) && (
        <nav className="row section no-print" aria-label="Pages">
          {after > 0 && <a href={asked(path, show, null)}>From the start</a>}
          {next !== null && <a href={asked(path, show, next)}>More requirements</a>}
        </nav>
      )}
    </>
  );
}

function RequirementList({ requirements, timeZone, mayWrite, mayProve }: StandardPageProps) {
  return (
    <ol className="requirements" role="list">
      {requirements.map(({ id, reference, words, proofs }) => (
        <li key={id} id={`requirement-${id}`} className="requirement">
          <p className="requirement-reference">{reference}</p>
          <div className="stack">
            <p className="requirement-words">{words}</p>
            {proofs.length === 0 && <p className="requirement-gap">No clause answers it yet.</p>}
            {proofs.map((proof) => (
              <ProofLine key={proof.id} proof={proof} timeZone={timeZone} mayProve={mayProve} />
            ))}
            <div className="row no-print">
              {mayProve && (
                <a href={`/requirements/${id}/proofs`}>
                  Choose a clause<span className="visually-hidden">{` for ${reference}`}</span>
                </a>
              )}
              {mayWrite && proofs.length === 0 && (
                <form method="post" action={`/requirements/${id}/removal`}>
                  <Button look="quiet">
                    Remove<span className="visually-hidden">{` requirement ${reference}`}</span>
                  </Button>
                </form>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function ProofLine({ proof, timeZone, mayProve }: { proof: Proof; timeZone: string; mayProve: boolean }) {
  const { id, documentId, number, clauseId, clauseName, edition, note, provenAt, provenBy, state } = proof;
  const stale = state !== "stands";
  return (
    <div className="proof">
      <p>
        <a href={`/documents/${documentId}/clauses/${clauseId}`}>{`${number}, ${clauseName}`}</a>
        {`, edition ${edition}`}
      </p>
      {stale && <p className="overdue">{`${proofStateInWords[state]}.`}</p>}
      {note && <p className="said">{note}</p>}
      <p className="quiet small">
        {`Named by ${provenBy} on `}
        <Day at={provenAt} timeZone={timeZone} />
      </p>
      {mayProve && (
        <div className="row no-print">
          {stale && state !== "gone" && (
            <a href={`/proofs/${id}/renewal`}>
              Look at it again<span className="visually-hidden">{`: ${number}, ${clauseName}`}</span>
            </a>
          )}
          <form method="post" action={`/proofs/${id}/removal`}>
            <Button look="quiet">
              Take it away<span className="visually-hidden">{`: ${number}, ${clauseName}`}</span>
            </Button>
          </form>
        </div>
      )}
    </div>
  );
}

function NoRequirement({ standard, counts, show, mayWrite }: StandardPageProps) {
  if (counts.all > 0) return <EmptyState title={show === "gaps" ? "Every requirement has a clause." : show === "stale" ? "No proof is stale." : "There are no more requirements."} />;
  return (
    <EmptyState title="What does it ask?" step={mayWrite && <ButtonLink href={`/standards/${standard.id}/requirements`}>Add requirements</ButtonLink>}>
      <p>Each requirement is a line: the number that it has in the standard, and a summary in your own words.</p>
    </EmptyState>
  );
}

function Source({ source, address }: { source: string; address: string }) {
  return (
    <>
      {source}
      {address && (
        <>
          {" "}
          <a href={address} rel="noopener noreferrer">{address}</a>
        </>
      )}
    </>
  );
}

function reach({ all, gaps, stale }: StandardPageProps["counts"]): string | undefined {
  if (all === 0) return undefined;
  const answered = gaps === 0 ? "Every requirement is answered by a clause" : `${all - gaps} of ${all} requirements are answered by a clause`;
  return stale === 0 ? `${answered}.` : `${answered}; ${stale === 1 ? "one has a proof" : `${stale} have proofs`} to look at again.`;
}

function asked(path: string, show: RequirementFilter, after: number | null): string {
  const search = new URLSearchParams({ ...(show === "all" ? {} : { show }), ...(after === null ? {} : { after: String(after) }) }).toString();
  return search ? `${path}?${search}` : path;
}
