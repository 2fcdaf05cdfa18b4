import { Field } from "./field";
import { errorAt, type RefusedForm } from "./refused-form";

/** The password again, for a form that is a signature. It never comes back filled in. */
export function SigningField({ refused }: { refused?: RefusedForm }) {
  return <Field label="Your password, to sign" name="password" type="password" required autoComplete="current-password" hint="The record keeps who signed, when, which text and from what kind of network." error={errorAt(refused, "password")} />;
}
