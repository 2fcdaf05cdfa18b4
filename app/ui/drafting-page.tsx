import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { DocumentNode } from "~/editor/schema/document-node";
import { DocumentText } from "./document-text";
import type { DeskProps } from "./drafting-desk";
import { ExportMenu } from "./export-menu";
import { PageHead } from "./page-head";
import { SinceRead, type SinceReadProps } from "./since-read";

const DraftingDesk = lazy(() => import("./drafting-desk"));

export type DraftingPageProps = { desk: DeskProps & { clean: DocumentNode | null }; above: ReactNode; lead?: ReactNode; since?: SinceReadProps };

/** The text to read, which becomes the text to write as soon as the editor has come. Without a script it stays to be read. */
export function DraftingPage({ desk, above, lead, since }: DraftingPageProps) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const reading = <DocumentText content={desk.clean ?? desk.content} />;
  return (
    <>
      <PageHead title={desk.title} above={above} lead={lead} actions={<DraftWays draftId={desk.draftId} />} />
      {since && <SinceRead {...since} />}
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

/** The pages about a working text, which need no script. */
function DraftWays({ draftId }: { draftId: string }) {
  return (
    <>
      <a href={`/drafts/${draftId}/suggestions`}>All suggestions</a>
      <a href={`/drafts/${draftId}/threads`}>All comments</a>
      <a href={`/drafts/${draftId}/versions`}>Versions</a>
      <a href={`/drafts/${draftId}/authorship`}>Who wrote what</a>
      <a href={`/drafts/${draftId}/locks`}>Locks</a>
      <ExportMenu path={`/drafts/${draftId}`} word={`/drafts/${draftId}/exports/word`} />
      <a href={`/drafts/${draftId}/replies`}>Import a reply</a>
    </>
  );
}
