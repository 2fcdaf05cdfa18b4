import { useState, type FormEvent } from "react";
import type { SuggestionAuthor } from "~/domain/drafting/suggestions";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { Button } from "./button";
import { sendForm } from "./comment-request";
import { When } from "./dates";
import { SuggestionWho } from "./suggestion-who";

type Props = {
  suggestion: PendingSuggestion;
  author: SuggestionAuthor;
  draftId: string;
  timeZone: string;
  current: boolean;
  busy: boolean;
  mayReply: boolean;
  onShow: () => void;
  onDecide?: (verdict: "accepted" | "rejected") => void;
  onWithdraw?: () => void;
};

/** One suggestion beside the text: who, what and when, and what can be done with it. */
export function SuggestionCard({ suggestion, author, draftId, timeZone, current, busy, mayReply, onShow, onDecide, onWithdraw }: Props) {
  const { id, at, words } = suggestion;
  const said = ` that ${author.name} ${words}`;
  return (
    <li className={current ? "suggestion-card current" : "suggestion-card"} data-card={id} aria-current={current ? "true" : undefined}>
      <SuggestionWho author={author} />
      <button type="button" className="suggestion-words" title="Show in the text" onClick={onShow}>
        {words}
      </button>
      <p className="quiet small">
        <When at={at} timeZone={timeZone} />
      </p>
      <div className="row">
        {onDecide && (
          <>
            <Button type="button" look="secondary" aria-disabled={busy || undefined} onClick={() => !busy && onDecide("accepted")}>
              Accept<span className="visually-hidden">{said}</span>
            </Button>
            <Button type="button" look="quiet" aria-disabled={busy || undefined} onClick={() => !busy && onDecide("rejected")}>
              Reject<span className="visually-hidden">{said}</span>
            </Button>
          </>
        )}
        {onWithdraw && (
          <Button type="button" look="quiet" aria-disabled={busy || undefined} onClick={() => !busy && onWithdraw()}>
            Take back<span className="visually-hidden">{said}</span>
          </Button>
        )}
      </div>
      {mayReply && <Reply draftId={draftId} suggestionId={id} />}
    </li>
  );
}

/** A reply begins a thread on the suggestion, which stands with the comments from then on. */
function Reply({ draftId, suggestionId }: { draftId: string; suggestionId: string }) {
  const [answer, setAnswer] = useState("");
  async function reply(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const body = String(new FormData(form).get("body") ?? "");
    const answered = await sendForm(`/drafts/${draftId}/threads`, { suggestionId, body });
    setAnswer(answered.ok ? "Sent. It stands under Comments." : answered.reason);
    if (answered.ok) form.reset();
  }
  return (
    <details className="suggestion-reply">
      <summary>Reply</summary>
      <form onSubmit={(event) => void reply(event)}>
        <label className="visually-hidden" htmlFor={`reply-${suggestionId}`}>
          Your reply
        </label>
        <textarea id={`reply-${suggestionId}`} name="body" className="control" rows={2} required />
        <Button look="secondary">Send</Button>
      </form>
      <p role="status" className="small">
        {answer}
      </p>
    </details>
  );
}
