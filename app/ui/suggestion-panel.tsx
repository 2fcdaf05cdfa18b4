import { useFetcher } from "@remix-run/react";
import { useEditorState } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { authorOf, countInWords, isFromWord, type SuggestionAuthors } from "~/domain/drafting/suggestions";
import { pendingSuggestions, type PendingSuggestion } from "~/editor/suggestions/pending";
import { commentsView, showAnchor, tellComments } from "~/editor/view/comment-anchors";
import { suggestionAtCaret, tellSuggestions } from "~/editor/view/suggestion-marks";
import { modeOf } from "~/editor/view/writing-mode";
import { Button } from "./button";
import { NoticeLine } from "./notice-line";
import type { PanelProps } from "./drafting-side";
import { SuggestionCard } from "./suggestion-card";
import { nothingSaid, saidOfSuggestions } from "./suggestion-said";

type Answered = { done: number; left: string | null } | { refusal: { reason: string } };

/** The suggestions in the text, in reading order, to be accepted and rejected beside it. */
export function SuggestionPanel({ editor, desk, state }: PanelProps) {
  const { draftId, personId } = desk;
  const doc = useEditorState({ editor, selector: ({ editor: now }) => now.state.doc, equalityFn: Object.is });
  const current = useEditorState({ editor, selector: ({ editor: now }) => suggestionAtCaret(now.state) });
  const pending = useMemo(() => pendingSuggestions(doc), [doc]);
  const authors = useAuthors(draftId, desk.authors, state.people, pending);
  const known = useEditorState({ editor, selector: ({ editor: now }) => commentsView(now.state)?.known ?? null, equalityFn: Object.is });
  const said = useMemo(() => saidOfSuggestions(known?.threads ?? []), [known]);
  const [whose, setWhose] = useState("");
  const asked = useFetcher<Answered>();
  const list = useRef<HTMLOListElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const mayDecide = desk.mayDecide && state.pen !== null;

  useEffect(() => {
    editor.view.dispatch(tellSuggestions(editor.state, { authors, current }));
    if (current) list.current?.querySelector(`[data-card="${CSS.escape(current)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [editor, authors, current]);
  useEffect(() => () => void (editor.isDestroyed || editor.view.dispatch(tellSuggestions(editor.state, { current: null }))), [editor]);

  const ids = [...new Set(pending.map(({ author }) => author))];
  const shown = ids.includes(whose) ? pending.filter(({ author }) => author === whose) : pending;
  const send = (place: "decisions" | "withdrawal", fields: Record<string, string>) => asked.submit(fields, { method: "post", action: `/drafts/${draftId}/suggestions/${place}` });
  const decide = (fields: Record<string, string>, verdict: "accepted" | "rejected") => send("decisions", { ...fields, verdict });
  const left = useRef<number | null>(null);
  const leaving = (id: string) => (left.current = shown.findIndex((each) => each.id === id));
  // The button that was pressed goes with its card: on to the one that took its place, or to the list's head.
  useEffect(() => {
    if (left.current === null || asked.state !== "idle" || document.activeElement !== document.body) return;
    const cards = list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [];
    (cards[Math.min(left.current, cards.length - 1)]?.querySelector<HTMLElement>(".suggestion-words") ?? head.current)?.focus();
    left.current = null;
  }, [asked.state, shown.length]);
  const all: Record<string, string> = shown === pending ? { all: "yes" } : { authorId: whose };

  return (
    <div className="suggestion-panel">
      <h2 ref={head} tabIndex={-1} className="visually-hidden">Suggestions</h2>
      <p role="status" className="visually-hidden">
        {asked.state === "idle" && asked.data && "done" in asked.data ? `Done: ${countInWords(asked.data.done)}.` : ""}
      </p>
      {asked.data && "refusal" in asked.data && <NoticeLine kind="danger">{asked.data.refusal.reason}</NoticeLine>}
      {asked.data && "done" in asked.data && asked.data.left && <NoticeLine kind="info">{asked.data.left}</NoticeLine>}
      {ids.length > 1 && (
        <div className="field">
          <label className="field-label" htmlFor="suggestions-whose">
            Whose suggestions
          </label>
          <select id="suggestions-whose" className="control" value={ids.includes(whose) ? whose : ""} onChange={(event) => setWhose(event.currentTarget.value)}>
            <option value="">Everybody’s</option>
            {ids.map((id) => (
              <option key={id} value={id}>
                {authorOf(authors, id).name}
              </option>
            ))}
          </select>
        </div>
      )}
      {shown.length === 0 && <p className="quiet">Nothing is suggested now. In “Suggesting”, what you change is marked and the text stays as it is.</p>}
      <ol ref={list} className="suggestion-list" role="list" aria-label="Suggestions">
        {shown.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            author={authorOf(authors, suggestion.author)}
            draftId={draftId}
            timeZone={desk.timeZone}
            current={suggestion.id === current}
            busy={asked.state !== "idle"}
            onShow={() => (modeOf(editor.state) === "viewing" ? showClause(suggestion.clauseId) : showAnchor(editor.view, suggestion.from + 1))}
            onDecide={mayDecide ? (verdict) => (leaving(suggestion.id), decide({ ids: suggestion.id }, verdict)) : undefined}
            onWithdraw={!mayDecide && state.pen !== null && suggestion.author === personId ? () => (leaving(suggestion.id), send("withdrawal", { suggestionId: suggestion.id })) : undefined}
            own={suggestion.author === personId}
            said={said[suggestion.id] ?? nothingSaid}
            known={known}
            onKnown={(threads) => editor.view.dispatch(tellComments(editor.state, { known: threads }))}
          />
        ))}
      </ol>
      {mayDecide && shown.length > 1 && (
        <details className="suggestion-all">
          <summary>{shown === pending ? "Decide all at once" : `Decide all by ${authorOf(authors, whose).name}`}</summary>
          <div className="row">
            <Button type="button" look="secondary" onClick={() => decide(all, "accepted")}>{`Accept all ${shown.length}`}</Button>
            <Button type="button" look="secondary" onClick={() => decide(all, "rejected")}>{`Reject all ${shown.length}`}</Button>
          </div>
        </details>
      )}
      <p className="small">
        <a href={`/drafts/${draftId}/suggestions`}>All suggestions, and what was decided, on a page of their own</a>
      </p>
    </div>
  );
}

/** Where suggestions are not shown, the clause that they are about is. */
function showClause(clauseId: string): void {
  document.getElementById(`clause-${clauseId}`)?.scrollIntoView({ block: "center" });
}

/** Names of all who suggest something: as the page knew them, as the people here, and asked for again where somebody is in neither. */
function useAuthors(draftId: string, atFirst: SuggestionAuthors, people: PanelProps["state"]["people"], pending: readonly PendingSuggestion[]): SuggestionAuthors {
  const fetched = useFetcher<{ page: { authors: SuggestionAuthors } }>();
  const more = fetched.data?.page.authors;
  const authors = useMemo(() => ({ ...Object.fromEntries(people.map(({ personId, name, organization, group }) => [personId, { name, organization, face: group }])), ...atFirst, ...more }), [people, atFirst, more]);
  const unknown = pending.find(({ author }) => !isFromWord(author) && !Object.hasOwn(authors, author))?.author;
  const tried = useRef(new Set<string>());
  useEffect(() => {
    if (!unknown || tried.current.has(unknown)) return;
    tried.current.add(unknown);
    fetched.load(`/drafts/${draftId}/suggestions?index`);
  }, [unknown, draftId, fetched]);
  return authors;
}
