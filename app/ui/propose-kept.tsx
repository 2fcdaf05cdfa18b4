import { useState, type FormEvent } from "react";
import type { DraftingState } from "~/editor/view/drafting-state";
import { Button } from "./button";
import { Field, TextArea } from "./field";

export type ProposeKeptProps = { draftId: string; kept: NonNullable<DraftingState["kept"]>; onProposed: () => Promise<void> };
type Refusal = { reason: string; fields: Record<string, string[]> };

/** What cannot be stored in this text any more becomes a proposal: never an overwrite, and kept here until it is one. */
export function ProposeKept({ draftId, kept, onProposed }: ProposeKeptProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    body.set("kept", JSON.stringify(kept));
    setBusy(true);
    const answer = await fetch(`/drafts/${draftId}/proposal`, { method: "POST", body, redirect: "manual" }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    if (answer?.ok && said?.path) {
      await onProposed();
      window.location.assign(said.path as string);
      return;
    }
    setBusy(false);
    setRefusal(said?.reason ? (said as Refusal) : { reason: "This could not be sent. What you wrote is still kept here; try again in a moment.", fields: {} });
  };
  const at = (name: string) => refusal?.fields[name]?.[0];
  return (
    <details className="drafting-unsent propose-kept">
      <summary>Make a proposal of what you wrote</summary>
      <form className="form" data-not-kept onSubmit={(event) => void send(event)}>
        <p>Nothing in the text is overwritten: your words become a change of their own, compared with the text that stands now, for the groups to vote on.</p>
        {refusal && (
          <p className="field-error" role="alert">
            {refusal.reason}
          </p>
        )}
        <TextArea label="Why should it change?" name="why" required rows={2} error={at("why")} />
        <TextArea label="Who is affected?" name="affected" required rows={2} error={at("affected")} />
        <Field label="Title" name="title" error={at("title")} />
        <div className="row">
          <Button disabled={busy}>Make a proposal of what you wrote</Button>
        </div>
      </form>
    </details>
  );
}
