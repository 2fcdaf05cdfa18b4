import { useEffect, useState } from "react";
import { keptOnDevice, type KeptOnDevice } from "~/editor/view/kept-on-device";
import { Button, ButtonLink } from "./button";
import { SectionHead } from "./page-head";

/** Signing out clears the device, after showing what is not stored yet. */
export function SignOutStep({ personId }: { personId: string }) {
  const [kept, setKept] = useState<KeptOnDevice | null>(null);
  useEffect(() => {
    void keptOnDevice(personId).then(setKept);
  }, [personId]);
  const own = kept ? [...kept.texts.map((text) => ({ ...text, what: text.title })), ...kept.forms.map((form) => ({ ...form, what: "A form that was not sent" }))] : [];
  const asks = own.length > 0 || (kept?.others ?? 0) > 0;
  return (
    <>
      {asks && (
        <section className="section" role="alert">
          <SectionHead title="Not everything is stored yet" />
          <p>{counted(own.length, kept?.others ?? 0)} Signing out clears this device, and what is not stored is then gone.</p>
          {own.map(({ what, path, words }, at) => (
            <NotStored key={`${path} ${at}`} id={`not-stored-${at}`} what={what} path={path} words={words} />
          ))}
        </section>
      )}
      <form method="post" action="/sign-out" data-not-kept>
        <Button look={asks ? "danger" : "primary"}>{asks ? "Sign out and clear" : "Sign out"}</Button>
      </form>
    </>
  );
}

function NotStored({ id, what, path, words }: { id: string; what: string; path: string; words: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(words).then(() => setCopied(true), () => document.getElementById(id)?.focus());
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {what}
      </label>
      <textarea id={id} className="control" rows={3} readOnly value={words} onFocus={(event) => event.currentTarget.select()} />
      <div className="row">
        <ButtonLink href={path}>Stay and send it</ButtonLink>
        <Button type="button" look="secondary" onClick={copy}>
          Copy it
        </Button>
        <span role="status">{copied ? "Copied." : ""}</span>
      </div>
    </div>
  );
}

function counted(own: number, others: number): string {
  const mine = own === 0 ? "" : `What you wrote in ${own === 1 ? "one place" : `${own} places`} is not stored.`;
  const theirs = others === 0 ? "" : `Somebody else who used this device has not stored what they wrote in ${others === 1 ? "one text" : `${others} texts`}; it is shown to nobody but them.`;
  return [mine, theirs].filter(Boolean).join(" ");
}
