import { visibilities } from "~/domain/access/may";
import { visibilityMeanings, visibilityNames } from "~/domain/documents/description";
import { kindMeanings, kindNames, startedKinds, type DocumentKind } from "~/domain/documents/kinds";
import { Choices, Field } from "./field";
import { chosen, errorAt, typed, type RefusedForm } from "./refused-form";

export type DocumentFieldsProps = {
  refused?: RefusedForm;
  number: string;
  topics: readonly string[];
  agencies: readonly { id: string; name: string }[];
  ownAgencyId: string | null;
  /** The title may be left to what stands in the imported file. */
  titleFromFile?: boolean;
  /** Given where only this kind is started; then nothing is asked about it. */
  kind?: DocumentKind;
};

/** What is asked about every new document, from scratch or imported. */
export function DocumentFields({ refused, number, topics, agencies, ownAgencyId, titleFromFile = false, kind }: DocumentFieldsProps) {
  return (
    <>
      <Field
        label="Title"
        name="title"
        required={!titleFromFile}
        defaultValue={typed(refused, "title")}
        error={errorAt(refused, "title")}
        hint={titleFromFile ? "Left empty, the title found in the file is taken." : "As it should stand at the head of the page."}
      />
      <Field label="Number" name="number" required defaultValue={typed(refused, "number", number)} error={errorAt(refused, "number")} hint="Nobody else in the program may use it." autoComplete="off" />
      {!kind && (
        <Choices
          label="Kind"
          name="kind"
          required
          defaultValue={typed(refused, "kind", "policy")}
          error={errorAt(refused, "kind")}
          choices={startedKinds.map((value) => ({ value, label: kindNames[value], explanation: kindMeanings[value] }))}
        />
      )}
      <Field label="Topic" name="topic" list="topics" defaultValue={typed(refused, "topic")} error={errorAt(refused, "topic")} hint="Documents of one topic stand together in the library, such as Transport or Training." />
      <datalist id="topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <Choices
        label="Agencies it applies to"
        name="agencyIds"
        several
        required
        hint={kind ? "Those whose work is evaluated." : "The head of each of them decides about it."}
        defaultValue={chosen(refused, "agencyIds", ownAgencyId ? [ownAgencyId] : [])}
        error={errorAt(refused, "agencyIds")}
        choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <VisibilityChoices refused={refused} start="program" />
    </>
  );
}

/** Who may see a document, with what each choice means. */
export function VisibilityChoices({ refused, start }: { refused?: RefusedForm; start: string }) {
  return (
    <Choices
      label="Who may see it"
      name="visibility"
      required
      defaultValue={typed(refused, "visibility", start)}
      error={errorAt(refused, "visibility")}
      choices={visibilities.map((visibility) => ({ value: visibility, label: visibilityNames[visibility], explanation: visibilityMeanings[visibility] }))}
    />
  );
}
