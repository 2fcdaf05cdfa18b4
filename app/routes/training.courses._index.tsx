import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { courseList } from "~/queries/training/course-list.server";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { CourseTable } from "~/ui/training-page";

export const meta: MetaFunction = () => [{ title: "Courses - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const page = Number(new URL(request.url).searchParams.get("page"));
  return found(await courseList(await personOf(request), { page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1 }));
}

export default function Courses() {
  const { courses, fewest, timeZone, page, more } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Courses" above={<a href="/training">Training</a>} />
      {courses.length > 0 ? <CourseTable courses={courses} timeZone={timeZone} fewest={fewest} caption="Courses, latest first" /> : <EmptyState title="No course here." />}
      <nav className="row" aria-label="Pages">
        {page > 1 && <a href={`/training/courses?page=${page - 1}`}>Later courses</a>}
        {more && <a href={`/training/courses?page=${page + 1}`}>Earlier courses</a>}
      </nav>
    </>
  );
}
