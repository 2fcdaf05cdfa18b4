import { useRef, useState } from "react";
import type { SuggestionAuthor } from "~/domain/drafting/suggestions";
import type { ShownThreads } from "~/editor/comments/shown-thread";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { Button } from "./button";
import { CommentField } from "./comment-field";
import { sendForm } from "./comment-request";
import { When } from "./dates";
import { sayWhat, SuggestionSaid, type SaidOfSuggestion } from "./suggestion-said";
import { SuggestionWho } from "./suggestion-who";

type Props = {
  suggestion: PendingSuggestion;
  author: SuggestionAuthor;
  draftId: string;
  timeZone: string;
  current: boolean;
  busy: boolean;
  own: boolean;
  said: SaidOfSuggestion;
  /** The threads on the text; null while they are being read. */
  known: ShownThreads | null;
  onKnown: (threads: ShownThreads) => void;
  onShow: () => void;
  onDecide?: (verdict: "accepted" | "rejected") => void;
  onWithdraw?: () => void;
};

/** One suggestion beside the text: who, what and when, and what can be done with it. */
export function SuggestionCard({ suggestion, author, draftId, timeZone, current, busy, own, said, known, onKnown, onShow, onDecide, onWithdraw }: Props) {
  const { id, at, words } = suggestion;
  const told = ` that ${author.name} ${words}`;
  const what = sayWhat(said, own);
  const [replying, setReplying] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setReplying(false);
    opener.current?.focus();
  };
  return (
    <li className={current ? "suggestion-card current" : "suggestion-card"} data-card={id} aria-current={current ? "true" : undefined}>
      <SuggestionWho author={author} />
      <button type="button" className="suggestion-words" title="Show in the text" onClick={onShow}>
        {words}
      </button>
      <p className="quiet small">
        <When at={at} timeZone={timeZone} />
      </p>
      <SuggestionSaid said={said} author={suggestion.author} />
      <div className="row">
        {onDecide && (
          <>
            <Button type="button" look="secondary" aria-disabled={busy || undefined} onClick={() => !busy && onDecide("accepted")}>
              Accept<span className="visually-hidden">{told}</span>
            </Button>
            <Button type="button" look="quiet" aria-disabled={busy || undefined} onClick={() => !busy && onDecide("rejected")}>
              Reject<span className="visually-hidden">{told}</span>
            </Button>
          </>
        )}
        {onWithdraw && (
          <Button type="button" look="quiet" aria-disabled={busy || undefined} onClick={() => !busy && onWithdraw()}>
            Take back<span className="visually-hidden">{told}</span>
          </Button>
        )}
        {known?.may.write && (
          <button ref={opener} type="button" className="button quiet" aria-expanded={replying} onClick={() => setReplying(!replying)}>
            {what}
            <span className="visually-hidden">{told}</span>
          </button>
        )}
      </div>
      {known?.may.write && replying && <Reply draftId={draftId} suggestionId={id} what={what} said={said} known={known} onKnown={onKnown} onLeave={leave} />}
    </li>
  );
}

type ReplyProps = { draftId: string; suggestionId: string; what: string; said: SaidOfSuggestion; known: ShownThreads; onKnown: (threads: ShownThreads) => void; onLeave: () => void };

/** A reason or a reply begins a thread on the suggestion, or goes on with it. It stands here and with the comments. */
function Reply({ draftId, suggestionId, what, said, known, onKnown, onLeave }: ReplyProps) {
  const [body, setBody] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  async function send(): Promise<void> {
    const answered = said.open ? await sendForm(`/threads/${said.open}/comments`, { body }) : await sendForm(`/drafts/${draftId}/threads`, { suggestionId, body });
    if (!answered.ok) return setRefused(answered.reason);
    onKnown(answered.threads);
    onLeave();
  }
  return (
    <div className="suggestion-reply">
      <CommentField label={what === "Say why" ? "Why you suggest this" : "Your reply"} value={body} onChange={setBody} onSend={() => void send()} onLeave={onLeave} callable={known} error={refused} rows={2} focused />
      <Button type="button" look="secondary" title="Send (Ctrl+Enter)" onClick={() => void send()}>
        Send
      </Button>
    </div>
  );
}
