import { studyDirectionNames, studyDirections } from "~/domain/evaluation/study";
import type { StudyOnList } from "./study-list";
import { Choices, Field, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

/** What is asked of a study of the field. */
export function StudyFields({ refused, study }: { refused: RefusedForm | undefined; study?: StudyOnList }) {
  return (
    <>
      <Field label="Study" name="title" required defaultValue={typed(refused, "title", study?.title)} error={errorAt(refused, "title")} />
      <Field label="Year" name="year" required inputMode="numeric" defaultValue={typed(refused, "year", study && String(study.year))} error={errorAt(refused, "year")} />
      <Field label="Design" name="design" required defaultValue={typed(refused, "design", study?.design)} error={errorAt(refused, "design")} />
      <Field label="How many it rests on" name="n" required defaultValue={typed(refused, "n", study?.n)} error={errorAt(refused, "n")} />
      <Choices label="Points to" name="direction" required choices={studyDirections.map((value) => ({ value, label: studyDirectionNames[value] }))} defaultValue={typed(refused, "direction", study?.direction)} error={errorAt(refused, "direction")} />
      <TextArea label="Result" name="result" required defaultValue={typed(refused, "result", study?.result)} error={errorAt(refused, "result")} />
      <TextArea label="Limits" name="limits" defaultValue={typed(refused, "limits", study?.limits)} error={errorAt(refused, "limits")} />
      <Field label="Source" name="source" required defaultValue={typed(refused, "source", study?.source)} error={errorAt(refused, "source")} />
      <Field label="Link" name="link" type="url" defaultValue={typed(refused, "link", study?.link)} error={errorAt(refused, "link")} />
    </>
  );
}
