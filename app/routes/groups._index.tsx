import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { groupList } from "~/queries/programs/group-pages.server";
import { ButtonLink } from "~/ui/button";
import { GroupMark } from "~/ui/group-mark";
import { PageHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Groups - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { groups, mayAdd } = found(await groupList(await personOf(request), null));
  return { mayAdd, groups: groups.map(({ seats: _seats, ...group }) => group) };
}

export default function Groups() {
  const { groups, mayAdd } = useLoaderData<typeof loader>();
  return (
    <>
      <ProgramNav current="/groups" />
      <PageHead title="Groups" lead="The stakeholder groups that decide together, and how many of their voting seats are filled." actions={mayAdd && <ButtonLink href="/groups/new">Add a group</ButtonLink>} />
      <Table
        caption="Groups and their voting seats"
        hideCaption
        stacks
        rows={groups}
        rowKey={(group) => group.id}
        columns={[
          { title: "Group", heading: true, cell: (group) => <a href={`/groups/${group.id}`}><GroupMark group={group} full /></a> },
          { title: "Voting seats", cell: (group) => <strong>{group.short}</strong> },
          { title: "Quorum", cell: (group) => group.base },
          { title: "In a vote", cell: (group) => (group.required ? "Must agree" : "Counts with all others") },
        ]}
      />
    </>
  );
}
