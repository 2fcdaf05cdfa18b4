import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeCourse } from "~/commands/training/change-course.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { courseChange } from "~/queries/training/course-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { CourseFields } from "~/ui/course-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Change a course - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await courseChange(await personOf(request), { courseId: params.courseId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await changeCourse(actor, { ...values, courseId: params.courseId ?? "" }), values, ({ courseId }) => seeOther(`/training/courses/${courseId}`));
}

export default function ChangeCourse() {
  const { course, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/training/courses/${course.id}`;
  return (
    <>
      <PageHead title="Change the course" above={<a href={path}>{course.title}</a>} lead="Whoever keeps the list of an organization with people in this course is told." />
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <form method="post" className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <CourseFields course={course} refused={refused} />
          <div className="row">
            <Button>Change the course</Button>
            <ButtonLink look="secondary" href={path}>Back to the course</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
