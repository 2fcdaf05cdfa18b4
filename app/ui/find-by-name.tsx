import { Button } from "./button";
import { Field } from "./field";

/** Finds people by some letters of their name, without script. */
export function FindByName({ action, letters }: { action: string; letters: string }) {
  return (
    <form method="get" action={action} role="search" aria-label="People by name" className="search row">
      <Field label="Part of the name" name="name" id="find-name" required={false} autoComplete="off" defaultValue={letters} />
      <Button look="secondary">Find</Button>
      {letters && <a href={action}>Show all</a>}
    </form>
  );
}
