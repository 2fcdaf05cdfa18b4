import { Button } from "./button";
import { Field, Select } from "./field";

export type TextOfDayProps = {
  /** The address of the document, such as "/library/CIT-100". */
  path: string;
  agencies: readonly { id: string; agency: string }[];
  /** Shown unfolded, because it was used. */
  open: boolean;
  asked: { asOf: string; agencyId: string; error?: string };
};

/** Asks for the text that was in force on a day, for one agency or for all. */
export function TextOfDay({ path, agencies, asked, open }: TextOfDayProps) {
  return (
    <details className="no-print text-of-day" open={open}>
      <summary>Read the text of another day, or of one agency</summary>
      <form method="get" action={path} className="row search">
        <Field label="In force on" name="asOf" type="date" required defaultValue={asked.asOf} error={asked.error} />
        <Select label="At" name="agency" required defaultValue={asked.agencyId} options={[{ value: "", label: "any agency" }, ...agencies.map(({ id, agency }) => ({ value: id, label: agency }))]} />
        <Button look="secondary">Show that text</Button>
      </form>
    </details>
  );
}
