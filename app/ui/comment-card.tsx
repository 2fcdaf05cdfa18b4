import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ShownThread, ShownThreads } from "~/editor/comments/shown-thread";
import type { ThreadPlace } from "~/editor/comments/thread-places";
import { clauseAt } from "~/editor/comments/anchors";
import { wordsBetween } from "~/editor/comments/words";
import { showAnchor, tellComments } from "~/editor/view/comment-anchors";
import { Button } from "./button";
import { CommentField } from "./comment-field";
import { useKept } from "./comment-kept";
import { namesIn, Remarks } from "./comment-remarks";
import { sendForm } from "./comment-request";
import { standsWhere } from "./comment-where";

type CardProps = { thread: ShownThread; place: ThreadPlace; known: ShownThreads; editor: Editor; keptAs: string; active: boolean; onKnown: (threads: ShownThreads, said: string) => void };

/** One thread beside the text. */
export function CommentCard({ thread, place, known, editor, keptAs, active, onKnown }: CardProps) {
  const { id, resolvedAt, resolvedBy, assignedTo, comments } = thread;
  const [body, setBody] = useKept(keptAs, "");
  const [refused, setRefused] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { write, resolve } = known.may;
  const quoted = place.kind === "words" ? place.words : thread.quote;
  const link = `${known.path}?thread=${id}`;

  useEffect(() => {
    if (!active) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const choose = () => {
    if (!active) editor.view.dispatch(tellComments(editor.state, { active: id }));
  };
  const leave = () => ("at" in place && place.at !== null ? showAnchor(editor.view, place.at) : void editor.view.focus());
  const go = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  };
  async function send(path: string, fields: Record<string, string>, said: string): Promise<void> {
    const answered = await sendForm(`/threads/${id}/${path}`, fields);
    if (!answered.ok) return setRefused(answered.reason);
    setRefused(null);
    if (path === "comments") setBody("");
    onKnown(answered.threads, said);
  }
  function placeHere(): void {
    const { from, to } = editor.state.selection;
    const quote = wordsBetween(editor.state.doc, from, to);
    if (quote === "") return setRefused("Choose the words in the text that it is about now, then press this again.");
    void send("place", { quote, clauseId: clauseAt(editor.state.doc.resolve(from)) }, "The comment has its new place.");
  }

  return (
    <article ref={card} tabIndex={-1} className={active ? "comment-card current" : "comment-card"} aria-label={`Comment by ${thread.startedBy.name}${quoted ? ` on “${quoted.slice(0, 80)}”` : ""}`} onKeyDown={go} onFocus={choose}>
      <p className="small quiet">{standsWhere(thread, place)}</p>
      {quoted && (
        <blockquote className="comment-quote">
          {"at" in place && place.at !== null ? (
            <button type="button" className="comment-quote-words" title="Show in the text" onClick={leave}>
              {quoted}
            </button>
          ) : (
            quoted
          )}
        </blockquote>
      )}
      {place.kind === "removed" && (
        <p className="small">
          <a href={`/drafts/${thread.stood.draftId}/compare?from=${thread.stood.version}`}>Read the version that had it</a>
        </p>
      )}
      <Remarks remarks={comments} timeZone={known.timeZone} names={namesIn(known)} compact />
      {assignedTo && <p className="small">{`For ${assignedTo.name} to deal with.`}</p>}
      {resolvedAt !== null && <p className="small">{`Resolved by ${resolvedBy?.name ?? "somebody"}.`}</p>}
      {write && resolvedAt === null && (active || body !== "") && (
        <>
          <CommentField label="Your reply" value={body} onChange={setBody} onSend={() => void send("comments", { body }, "Your reply is sent.")} onLeave={leave} callable={known} error={refused} rows={2} />
          <div className="row">
            <Button type="button" look="secondary" title="Reply (Ctrl+Enter)" onClick={() => void send("comments", { body }, "Your reply is sent.")}>
              Reply
            </Button>
          </div>
        </>
      )}
      {(active || resolvedAt !== null) && (
        <div className="row comment-acts">
          {resolve && (
            <Button type="button" look="quiet" onClick={() => void send(resolvedAt === null ? "resolution" : "reopening", {}, resolvedAt === null ? `resolved ${id}` : "The thread is open again.")}>
              {resolvedAt === null ? "Resolve" : "Reopen"}
            </Button>
          )}
          {place.kind === "removed" && write && resolvedAt === null && (
            <Button type="button" look="quiet" onMouseDown={(event) => event.preventDefault()} onClick={placeHere}>
              Put it on the chosen words
            </Button>
          )}
          <a
            href={link}
            onClick={(event) => {
              event.preventDefault();
              void navigator.clipboard?.writeText(new URL(link, window.location.href).href).then(() => setCopied(true));
            }}
          >
            {copied ? "Link copied" : "Copy link"}
          </a>
          {resolve && resolvedAt === null && (
            <label className="comment-assign small">
              <span>To deal with it:</span>
              <select className="control" value={assignedTo?.id ?? ""} onChange={(event) => void send("assignment", { personId: event.target.value }, "The person was told.")}>
                <option value="">nobody in particular</option>
                {known.people.filter(({ writes }) => writes).map(({ id: personId, name }) => (
                  <option key={personId} value={personId}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      {refused && !(write && resolvedAt === null && (active || body !== "")) && (
        <p className="field-error" role="alert">
          {refused}
        </p>
      )}
      {!active && (
        <div className="row">
          <Button type="button" look="quiet" onClick={choose}>
            {write && resolvedAt === null ? "Reply" : "Open"}
          </Button>
        </div>
      )}
    </article>
  );
}
