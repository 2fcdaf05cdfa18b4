import { textIsFrozen } from "~/domain/drafting/frozen";
import type { Redline } from "~/editor/redline";
import { Button } from "./button";
import { Comparison } from "./comparison";
import { When } from "./dates";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";

export type RestorationPageProps = { draftId: string; path: string; title: string; timeZone: string; frozen: boolean; kept: { id: string; version: number; name: string | null; createdAt: Date }; changes: Redline; refused?: string };

/** What would change if an older version were the text again, before anybody decides it. */
export function RestorationPage({ draftId, path, title, timeZone, frozen, kept, changes, refused }: RestorationPageProps) {
  const name = kept.name ? `“${kept.name}”` : `version ${kept.version}`;
  const same = changes.touchedClauseIds.length === 0;
  return (
    <>
      <PageHead title={`Restore ${name}`} above={<a href={path}>{title}</a>} lead={<>The text becomes what it was on <When at={kept.createdAt} timeZone={timeZone} />. What is there now stays in the history as a version of its own.</>} />
      {refused && <NoticeLine kind="danger">{refused}</NoticeLine>}
      {frozen && <NoticeLine kind="warning">{textIsFrozen} It can be restored when that is over.</NoticeLine>}
      {same && <p>The text is already what it was then.</p>}
      <form method="post" action={`/versions/${kept.id}/restoration`} className="row">
        <input type="hidden" name="next" value={`/drafts/${draftId}/versions`} />
        {!frozen && !same && <Button>Restore this version</Button>}
        <a href={`/drafts/${draftId}/versions`}>Leave it as it is</a>
      </form>
      {!same && (
        <>
          <SectionHead title="What would change" />
          <Comparison changes={changes} reading="inline" names={{ before: "Now", after: `Version ${kept.version}` }} />
        </>
      )}
    </>
  );
}
