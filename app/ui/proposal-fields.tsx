import { Field, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

export type Said = { title?: string; why?: string; affected?: string; evidence?: string; cost?: string; trainingImpact?: string };

/** What an author says about a proposal. Why and who is affected are what a vote cannot open without. */
export function ProposalFields({ refused, said = {} }: { refused?: RefusedForm; said?: Said }) {
  const from = (name: keyof Said) => ({ name, defaultValue: typed(refused, name, said[name]), error: errorAt(refused, name) });
  return (
    <>
      <TextArea label="Why should it change?" required {...from("why")} hint="In your own words. Everyone who votes reads this first." />
      <TextArea label="Who is affected?" required {...from("affected")} hint="People in crisis, families, officers, dispatchers: whoever would notice the change." />
      <Field label="Title" {...from("title")} hint="A few words that name the change. Left empty, the clause gives its name." />
      <TextArea label="Evidence" {...from("evidence")} hint="Cases, numbers, studies, or what others do." />
      <TextArea label="Cost" {...from("cost")} hint="Money, time or staff it would take." />
      <TextArea label="Effect on training" {...from("trainingImpact")} hint="What would have to be taught, and to whom." />
    </>
  );
}
