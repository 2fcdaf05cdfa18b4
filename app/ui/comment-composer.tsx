import type { Editor } from "@tiptap/core";
import { useState } from "react";
import type { ShownThreads } from "~/editor/comments/shown-thread";
import { showAnchor, storedPlace, tellComments, type Composing } from "~/editor/view/comment-anchors";
import { Button } from "./button";
import { CommentField } from "./comment-field";
import { useKept } from "./comment-kept";
import { sendForm } from "./comment-request";

type ComposerProps = { editor: Editor; composing: Composing; known: ShownThreads; keptAs: string; onKnown: (composed: Composing, threads: ShownThreads, threadId: string | null) => void };

/** A comment that is being begun on chosen words. */
export function Composer({ editor, composing, known, keptAs, onKnown }: ComposerProps) {
  const { quote, clauseId } = composing;
  const [kept, setKept] = useKept(keptAs, { body: "", quote: "", clauseId: "" });
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function send(): Promise<void> {
    if (sending) return;
    setSending(true);
    const place = await storedPlace(editor.view);
    const answered = await sendForm(`/drafts/${known.draftId}/threads`, { body: kept.body, quote, clauseId, ...(place ? { version: String(place.version), from: String(place.from), to: String(place.to) } : {}) });
    setSending(false);
    if (!answered.ok) return setRefused(answered.reason);
    setKept({ body: "", quote: "", clauseId: "" });
    onKnown(composing, answered.threads, answered.threadId);
  }

  const end = () => {
    setKept({ body: "", quote: "", clauseId: "" });
    editor.view.dispatch(tellComments(editor.state, { composing: null }));
    editor.view.focus();
  };
  const leave = () => (kept.body.trim() === "" ? end() : showAnchor(editor.view, composing.from));
  return (
    <section className="comment-card current comment-new" aria-label="New comment">
      <blockquote className="comment-quote">{quote}</blockquote>
      <CommentField label="Your comment" value={kept.body} onChange={(body) => setKept({ body, quote, clauseId })} onSend={() => void send()} onLeave={leave} callable={known} error={refused} focused rows={4} />
      <div className="row">
        <Button type="button" disabled={sending} title="Comment (Ctrl+Enter)" onClick={() => void send()}>
          {sending ? "Sending…" : "Send comment"}
        </Button>
        <Button type="button" look="quiet" onClick={end}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
