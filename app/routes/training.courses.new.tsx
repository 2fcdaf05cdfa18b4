import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { planCourse } from "~/commands/training/plan-course.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { courseForm } from "~/queries/training/course-pages.server";
import { Button } from "~/ui/button";
import { CourseFields } from "~/ui/course-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
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
  return (
    <>
      <PageHead title="Plan a course" above={<a href="/training/courses">Courses</a>} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select label="Curriculum" name="curriculumId" required defaultValue={typed(refused, "curriculumId", curricula[0]?.id ?? "")} error={errorAt(refused, "curriculumId")} hint={curricula.length === 0 ? "Start a curriculum first." : undefined} options={curricula.map(({ id, title }) => ({ value: id, label: title }))} />
        <CourseFields refused={refused} />
        <Button>Plan the course</Button>
      </form>
    </>
  );
}
