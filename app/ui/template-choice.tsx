import { kindNames, startedKinds } from "~/domain/documents/kinds";
import { templates } from "~/domain/documents/templates";
import { Choices } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

/** What a new draft begins with, and what the sections of each kind hold. */
export function TemplateChoice({ refused }: { refused?: RefusedForm }) {
  return (
    <>
      <Choices
        label="The draft begins with"
        name="begin"
        required
        defaultValue={typed(refused, "begin", "sections")}
        error={errorAt(refused, "begin")}
        choices={[
          { value: "sections", label: "The sections of its kind", explanation: "Each with a hint of what it should hold. The text cannot go to an agency head, or to a vote, while one is missing or empty." },
          { value: "empty", label: "An empty page", explanation: "You decide what it holds." },
        ]}
      />
      <details className="template-sections">
        <summary>Read what each kind holds</summary>
        {startedKinds.map((kind) => (
          <section key={kind} aria-labelledby={`sections-${kind}`}>
            <h2 id={`sections-${kind}`}>{kindNames[kind]}</h2>
            <ol>
              {templates[kind].map(({ clauseId, title, guide }) => (
                <li key={clauseId}>
                  <strong>{title}.</strong> {guide}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </details>
    </>
  );
}
