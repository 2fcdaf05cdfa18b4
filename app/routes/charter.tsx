import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { charterPage } from "~/queries/programs/charter-page.server";
import { Day } from "~/ui/dates";
import { GroupMark } from "~/ui/group-mark";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead, SectionHead } from "~/ui/page-head";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Charter - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await charterPage(await personOf(request), null));
}

export default function Charter() {
  const { program, version, adoptedAt, sentences, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Charter" lead={`How ${program.name} decides together. Each vote keeps the version it was opened under.`}>
        <KeyFacts inLine facts={[{ term: "Version", fact: version }, { term: "Since", fact: <Day at={adoptedAt} timeZone={program.timeZone} /> }]} />
      </PageHead>
      <section className="section prose" aria-labelledby="rules">
        <SectionHead title="The rules in words" id="rules" />
        <ol className="stack">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="groups">
        <SectionHead title="The groups" id="groups" more={<a href="/members">Their seats and people</a>} />
        <Table
          caption="Groups and whether a vote needs their agreement"
          hideCaption
          rows={groups}
          rowKey={(group) => group.id}
          columns={[
            { title: "Group", heading: true, cell: (group) => <GroupMark group={group} full /> },
            { title: "In a vote", cell: (group) => (group.required ? "Must reach its own quorum and agree" : "Its votes count with all others") },
          ]}
        />
      </section>
    </>
  );
}
