import { useFetcher } from "@remix-run/react";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { AuthoredPlaces } from "~/editor/authored-places";
import { clausePlaces } from "~/editor/comments/find-words";
import { standingOf } from "~/editor/collaboration";
import { lastWriterAtCaret, showAuthorship } from "~/editor/view/authorship-marks";
import { showAnchor } from "~/editor/view/comment-anchors";
import type { AuthorshipPageProps } from "./authorship-page";
import type { Wrote } from "./authorship-mark";
import { groupsOf, lettersOfGroup, share, type ClauseCount } from "./authorship-share";
import type { PanelProps } from "./drafting-side";
import { GroupMark, GroupShape } from "./group-mark";

type Counted = AuthorshipPageProps & { places: AuthoredPlaces | null };
const restBeforeCounting = 3_000;
// Counting reads the whole log of a text: not more often than this, however much is written.
const betweenCountings = 15_000;

/** While it is open, the text shows who wrote what; here are the shares, of the whole and of each clause. */
export function AuthorshipPanel({ editor, desk, state }: PanelProps) {
  const counted = useCounted(desk.draftId, editor);
  const last = useEditorState({ editor, selector: ({ editor: now }) => lastWriterAtCaret(now.state) });
  const page = counted;
  const away = <a href={`/drafts/${desk.draftId}/authorship`}>Who wrote what, on a page of its own</a>;
  if (!page) return <p className="quiet">{state.connected ? "The letters are being counted…" : "Who wrote what is counted by the server, which cannot be reached now."}</p>;
  const { organizations, letters, total, clauses } = page;
  const show = (clauseId: string) => {
    const place = clausePlaces(editor.state.doc).get(clauseId);
    if (place) showAnchor(editor.view, place.from + 1);
  };
  return (
    <div className="authorship-panel">
      <h2 className="visually-hidden">Who wrote what</h2>
      <p className="quiet small">Each letter counts for the organization of whoever wrote it last. What is only suggested does not count.</p>
      <p className="authorship-here small" role="status">
        {last ?? "Put the caret in a sentence to see who changed it last."}
      </p>
      <h3 id="shares-whole">The whole text</h3>
      <ul role="list" aria-labelledby="shares-whole" className="authorship-shares">
        {organizations.map(({ id, name, group }) => (
          <li key={id}>
            <GroupShape group={group} />
            <span>{name}</span>
            <strong>{share(letters[id] ?? 0, total)}</strong>
          </li>
        ))}
        {(letters[""] ?? 0) > 0 && (
          <li>
            <span aria-hidden="true">○</span>
            <span>The start or an imported file</span>
            <strong>{share(letters[""] ?? 0, total)}</strong>
          </li>
        )}
      </ul>
      <h3 id="shares-clauses">Each clause</h3>
      <ul role="list" aria-labelledby="shares-clauses" className="authorship-clauses">
        {clauses.map((clause) => (
          <li key={clause.clauseId}>
            <button type="button" className="suggestion-words" title="Show in the text" onClick={() => show(clause.clauseId)}>
              {`${clause.number} ${clause.title}`.trim()}
            </button>
            <ClauseShares clause={clause} organizations={organizations} />
          </li>
        ))}
      </ul>
      <p className="small">{away}</p>
    </div>
  );
}

function ClauseShares({ clause: { letters, total }, organizations }: { clause: ClauseCount; organizations: readonly Wrote[] }) {
  const shares = groupsOf(organizations).map((group) => ({ group, count: lettersOfGroup(letters, organizations, group.name) }));
  const start = letters[""] ?? 0;
  return (
    <span className="authorship-groups">
      {shares.filter(({ count }) => count > 0).map(({ group, count }) => (
        <span key={group.name}>
          <GroupMark group={group} /> {share(count, total)}
        </span>
      ))}
      {start > 0 && <span>{`○ Start ${share(start, total)}`}</span>}
      {total === 0 && <span className="quiet">Empty</span>}
    </span>
  );
}

/** Counts again after each rest in the writing, and draws it once the text here is of the version that was counted. */
function useCounted(draftId: string, editor: PanelProps["editor"]): Counted | null {
  const { load, data } = useFetcher<Counted>();
  const version = useEditorState({ editor, selector: ({ editor: now }) => standingOf(now.state).version });
  const [asked, setAsked] = useState<number | null>(null);
  const askedAt = useRef(-Infinity);
  const places = data?.places ?? null;
  useEffect(() => {
    if (asked === version || (places && places.version === version)) return;
    const wait = asked === null ? 0 : Math.max(restBeforeCounting, askedAt.current + betweenCountings - performance.now());
    const timer = setTimeout(() => {
      askedAt.current = performance.now();
      setAsked(version);
      load(`/drafts/${draftId}/authorship?beside`);
    }, wait);
    return () => clearTimeout(timer);
  }, [asked, version, places, draftId, load]);
  useEffect(() => {
    if (!data || !places || editor.isDestroyed) return;
    const { content, organizations, timeZone } = data;
    const shown = showAuthorship(editor.state, { places, content, organizations, timeZone });
    if (shown) editor.view.dispatch(shown);
  }, [editor, data, places, version]);
  useEffect(
    () => () => {
      const hidden = editor.isDestroyed ? null : showAuthorship(editor.state, null);
      if (hidden) editor.view.dispatch(hidden);
    },
    [editor],
  );
  return data ?? null;
}
