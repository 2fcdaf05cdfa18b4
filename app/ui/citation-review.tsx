import type { DocumentNode } from "~/editor/schema/document-node";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { DocumentText } from "./document-text";
import { ErrorSummary } from "./error-summary";
import { TextArea } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

export type CitationReviewProps = {
  citation: { id: string; clauseId: string; clauseName: string };
  document: { id: string; number: string; title: string };
  resource: { id: string; name: string; closedReason: string; validUntil: string | null };
  text: { content: DocumentNode; numbers: readonly (readonly [string, string])[] } | null;
  refused?: RefusedForm;
};

/** A clause that relies on what is gone: read it, then say that it is still right, or propose another one. */
export function CitationReview({ citation, document, resource, text, refused }: CitationReviewProps) {
  const propose = `/proposals/new?document=${document.id}&clause=${citation.clauseId}`;
  return (
    <>
      <PageHead
        title={`${document.number}, ${citation.clauseName}`}
        above={<a href={`/resources/${resource.id}`}>{resource.name}</a>}
        lead={resource.closedReason ? `This clause cites ${resource.name}, which is closed. ${resource.closedReason}` : `This clause cites ${resource.name}, whose time is over.`}
      >
        {!resource.closedReason && resource.validUntil && <p>Its last day was <Day at={resource.validUntil} timeZone="UTC" />.</p>}
      </PageHead>
      <section className="section" aria-labelledby="text">
        <SectionHead id="text" title="The clause as it stands" />
        {text ? <DocumentText content={text.content} numbers={new Map(text.numbers)} /> : <p className="quiet">The newest edition no longer has this clause.</p>}
      </section>
      <form method="post" action={`/citations/${citation.id}/review`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="What is right about it, or what will change?" name="note" required defaultValue={typed(refused, "note")} error={errorAt(refused, "note")} />
        <div className="row">
          <Button>It was looked at</Button>
          {text && <ButtonLink look="secondary" href={propose}>Propose a change</ButtonLink>}
        </div>
      </form>
    </>
  );
}
