import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { studyList } from "~/queries/studies/study-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { StudyList } from "~/ui/study-list";

export const meta: MetaFunction = () => [{ title: "Studies of the field - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await studyList(await personOf(request), null), request);
}

export default function Studies() {
  const { studies, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Studies of the field" above={<a href="/evaluation">Evaluation</a>} lead="What others found, in both directions, each with where it can be read. Anybody reads this list in the library." actions={mayWrite && <ButtonLink href="/evaluation/studies/new">List a study</ButtonLink>} />
      {mayWrite && studies.length === 0 && <form method="post" action="/evaluation/studies/library"><Button>Add the studies to begin with</Button></form>}
      <StudyList studies={studies} edit={mayWrite ? (id) => `/evaluation/studies/${id}` : undefined} />
    </>
  );
}
