import { assignments } from "~/domain/training/assignment";
import { Field, Select, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

type Course = { title: string; place: string; audience: string; capacity: number; days: readonly { day: string }[] };

/** What a course is, in the forms that plan and change it. */
export function CourseFields({ course, refused }: { course?: Course; refused: RefusedForm | undefined }) {
  const at = (field: string) => errorAt(refused, field);
  return (
    <>
      <Field label="Name" name="title" required defaultValue={typed(refused, "title", course?.title)} error={at("title")} hint="Such as CIT week, spring 2027." />
      <Field label="Place" name="place" required defaultValue={typed(refused, "place", course?.place)} error={at("place")} />
      <Select label="For" name="audience" required defaultValue={typed(refused, "audience", course?.audience ?? "Patrol")} error={at("audience")} options={assignments.map((assignment) => ({ value: assignment, label: assignment }))} />
      <Field label="Places" name="capacity" required inputMode="numeric" defaultValue={typed(refused, "capacity", String(course?.capacity ?? 24))} error={at("capacity")} />
      <TextArea label="Days" name="days" required rows={6} defaultValue={typed(refused, "days", course?.days.map(({ day }) => day).join("\n"))} error={at("days")} hint="One a line, such as 2027-03-01." />
    </>
  );
}
