import { useState, type FormEvent } from "react";
import { Button } from "./button";
import { Field } from "./field";

/** Signing in without leaving the text: a session has ended, the words have not. */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const [refused, setRefused] = useState<string>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const body = new URLSearchParams({ email: String(typed.get("email")), password: String(typed.get("password")), next: "/" });
    const answer = await fetch("/sign-in", { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.type === "opaqueredirect") return onSignedIn();
    setRefused(answer === null ? "The server could not be reached. Try again in a moment." : answer.status === 429 ? "Too many tries. Wait a few minutes, then try again." : "This e-mail address and password do not open an account.");
  };
  return (
    <form className="sign-in-again form" data-not-kept onSubmit={(event) => void send(event)}>
      <Field label="E-mail address" name="email" type="email" required autoComplete="username" />
      <Field label="Password" name="password" type="password" required autoComplete="current-password" error={refused} />
      <div className="row">
        <Button>Sign in again</Button>
      </div>
    </form>
  );
}
