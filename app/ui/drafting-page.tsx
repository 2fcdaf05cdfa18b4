import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { DocumentNode } from "~/editor/schema/document-node";
import { DocumentText } from "./document-text";
import type { DeskProps } from "./drafting-desk";
import { PageHead } from "./page-head";

const DraftingDesk = lazy(() => import("./drafting-desk"));

export type DraftingPageProps = { desk: DeskProps & { clean: DocumentNode }; above: ReactNode; lead?: ReactNode };

/** The text to read, which becomes the text to write as soon as the editor has come. Without a script it stays to be read. */
export function DraftingPage({ desk, above, lead }: DraftingPageProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const reading = <DocumentText content={desk.clean} />;
  return (
    <>
      <PageHead title={desk.title} above={above} lead={lead} actions={<a href={`/drafts/${desk.draftId}/versions`}>Versions</a>} />
      <noscript>
        <p className="drafting-notice">Writing needs JavaScript. Without it the text is here to be read.</p>
      </noscript>
      {scripted ? (
        <Suspense fallback={reading}>
          <DraftingDesk key={desk.draftId} {...desk} />
        </Suspense>
      ) : (
        reading
      )}
    </>
  );
}
