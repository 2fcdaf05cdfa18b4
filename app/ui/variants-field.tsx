import { TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

/** The other forms under which a term is found in texts. */
export function VariantsField({ refused, start }: { refused?: RefusedForm; start: readonly string[] }) {
  return <TextArea label="Other forms" name="variants" rows={3} defaultValue={typed(refused, "variants", start.join("\n"))} error={errorAt(refused, "variants")} hint="Its plural and other endings, one on a line. Capital letters do not matter." />;
}
