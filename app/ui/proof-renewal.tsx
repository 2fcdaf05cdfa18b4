import { proofStateInWords, type ProofState } from "~/domain/crosswalk/proof";
import type { ClauseChange } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Button, ButtonLink } from "./button";
import { DocumentText } from "./document-text";
import { ErrorSummary } from "./error-summary";
import { TextArea } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { ChangedClause } from "./redline-view";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

export type ProofRenewalProps = {
  proof: { id: string; clauseName: string; note: string; edition: number; state: ProofState };
  document: { id: string; number: string; title: string };
  requirement: { id: string; reference: string; words: string };
  standard: { id: string; name: string };
  newest: number | null;
  text: { content: DocumentNode; numbers: readonly (readonly [string, string])[] } | null;
  change: ClauseChange | null;
  refused?: RefusedForm;
};

/** A proof whose clause or requirement has other words now: what changed, and whether it still answers. */
export function ProofRenewal({ proof, document, requirement, standard, newest, text, change, refused }: ProofRenewalProps) {
  const back = `/standards/${standard.id}#requirement-${requirement.id}`;
  const stale = proof.state !== "stands" && proof.state !== "gone";
  return (
    <>
      <PageHead title={`Does it still answer requirement ${requirement.reference}?`} above={<a href={back}>{standard.name}</a>} lead={requirement.words}>
        <p>{`${document.number} ${document.title}, ${proof.clauseName}. ${proofStateInWords[proof.state]}.`}</p>
      </PageHead>
      <section className="section" aria-labelledby="text">
        <SectionHead id="text" title={change ? `What changed since edition ${proof.edition}` : `The clause in edition ${newest ?? proof.edition}`} />
        {change ? (
          <div className="document redline">
            <div className="redline-clause clause-text">
              <ChangedClause change={change} />
            </div>
          </div>
        ) : (
          text && <DocumentText content={text.content} numbers={new Map(text.numbers)} />
        )}
      </section>
      <form method="post" action={`/proofs/${proof.id}/renewal`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {stale && <TextArea label="How it answers" name="note" rows={3} defaultValue={typed(refused, "note", proof.note)} error={errorAt(refused, "note")} />}
        <div className="row">
          {stale && <Button>It still answers</Button>}
          <ButtonLink look="secondary" href={back}>Back to the standard</ButtonLink>
        </div>
      </form>
    </>
  );
}
