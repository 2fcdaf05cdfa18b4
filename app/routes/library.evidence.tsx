import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { publicEvidence } from "~/queries/findings/public-findings.server";
import { PageHead } from "~/ui/page-head";
import { StudyList } from "~/ui/study-list";

export const handle = { published: true };
export const meta: MetaFunction = () => [{ title: "Studies of the field - Concord" }];

export async function loader() {
  return found(await publicEvidence(anyone, null));
}

export default function Evidence() {
  const { studies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Studies of the field" above={<a href="/library/findings">Findings</a>} lead="What others found, in both directions, each with its design, its number and where it can be read." />
      <StudyList studies={studies} />
    </>
  );
}
