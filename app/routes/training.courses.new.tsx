import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planCourse } from "~/commands/training/plan-course.server";
import { assignments } from "~/domain/training/assignment";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { courseForm } from "~/queries/training/course-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Plan a course - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { curricula } = found(await courseForm(await personOf(request), null));
  return { curricula };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await planCourse(actor, values), values, ({ courseId }) => seeOther(`/training/courses/${courseId}`));
}

export default function NewCourse() {
  const { curricula } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = (field: string) => errorAt(refused, field);
  return (
    <>
      <PageHead title="Plan a course" above={<a href="/training/courses">Courses</a>} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select label="Curriculum" name="curriculumId" required defaultValue={typed(refused, "curriculumId", curricula[0]?.id ?? "")} error={at("curriculumId")} hint={curricula.length === 0 ? "Start a curriculum first." : undefined} options={curricula.map(({ id, title }) => ({ value: id, label: title }))} />
        <Field label="Name" name="title" required defaultValue={typed(refused, "title")} error={at("title")} hint="Such as CIT week, spring 2027." />
        <Field label="Place" name="place" required defaultValue={typed(refused, "place")} error={at("place")} />
        <Select label="For" name="audience" required defaultValue={typed(refused, "audience", "Patrol")} error={at("audience")} options={assignments.map((assignment) => ({ value: assignment, label: assignment }))} />
        <Field label="Places" name="capacity" required inputMode="numeric" defaultValue={typed(refused, "capacity", "24")} error={at("capacity")} />
        <TextArea label="Days" name="days" required rows={6} defaultValue={typed(refused, "days")} error={at("days")} hint="One a line, such as 2027-03-01." />
        <Button>Plan the course</Button>
      </form>
    </>
  );
}
