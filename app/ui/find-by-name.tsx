import type { ReactNode } from "react";
import { Button } from "./button";
import { Field } from "./field";

/** Finds people by some letters of their name, without script. */
export function FindByName({ action, letters, all = true, children }: { action: string; letters: string; all?: boolean; children?: ReactNode }) {
  return (
    <form method="get" action={action} role="search" aria-label="People by name" className="search row">
      <Field label="Part of the name" name="name" id="find-name" required={false} autoComplete="off" defaultValue={letters} />
      {children}
      <Button look="secondary">Find</Button>
      {(letters || !all) && <a href={action}>Show all</a>}
    </form>
  );
}
