import type { Redline as Comparison } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { titleOf } from "./agency-decisions";
import { DocumentText } from "./document-text";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";

export type StageText = { decision: { id: string }; organization: { name: string }; document: { number: string; title: string }; proposal: { number: number; title: string } | null; redline: Comparison | null; content: DocumentNode | null; hash: string };

export function StageHead({ title, page: { decision, organization, document, proposal }, lead }: { title: string; page: Pick<StageText, "decision" | "organization" | "document" | "proposal">; lead: string }) {
  return <PageHead title={title} above={<a href={`/decisions/${decision.id}`}>{titleOf({ document, proposal })}</a>} lead={`${organization.name}. ${lead}`} />;
}

/** The text that a stage signs off, as the change it is or as a whole, with its hash. */
export function TextToSign({ page: { redline, content, hash } }: { page: StageText }) {
  return (
    <section aria-labelledby="text" className="section stack">
      <SectionHead title={redline ? "What changes" : "The whole text"} id="text" />
      {redline && <RedlineReadings changes={redline} />}
      {content && <DocumentText content={content} />}
      <p className="quiet small">
        Hash of this text: <code className="hash">{hash}</code>
      </p>
    </section>
  );
}
