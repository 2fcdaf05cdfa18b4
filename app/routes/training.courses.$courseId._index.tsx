import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { coursePage } from "~/queries/training/course-pages.server";
import { CoursePage } from "~/ui/course-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.course.title ?? "Course"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await coursePage(await personOf(request), { courseId: params.courseId ?? "" }));
}

export default function Course() {
  return <CoursePage {...useLoaderData<typeof loader>()} />;
}
