import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveCourseOn } from "~/commands/training/move-course.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { coursePage } from "~/queries/training/course-pages.server";
import { CoursePage } from "~/ui/course-page";

export const meta: MetaFunction = () => [{ title: "Course - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await coursePage(await personOf(request), { courseId: params.courseId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await moveCourseOn(actor, { ...values, courseId: params.courseId ?? "" }), values, ({ courseId }) => seeOther(`/training/courses/${courseId}`));
}

export default function CourseAgain() {
  return <CoursePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
