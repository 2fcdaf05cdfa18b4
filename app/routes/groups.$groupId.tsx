import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { groupPage } from "~/queries/programs/group-pages.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { GroupMark } from "~/ui/group-mark";
import { KeyFacts } from "~/ui/key-facts";
import { Seats } from "~/ui/members-group";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.group.name ?? "Group"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await groupPage(await personOf(request), { groupId: params.groupId ?? "" }), request);
}

export default function Group() {
  const { group, organizations, timeZone, rights } = useLoaderData<typeof loader>();
  return (
    <>
      <ProgramNav current="/groups" />
      <PageHead title={group.name} above={<GroupMark group={group} />} lead={group.base} actions={rights.addSeat && <ButtonLink look="secondary" href="/seats">Add a seat</ButtonLink>}>
        <KeyFacts inLine facts={[{ term: "Voting seats", fact: <strong>{group.short}</strong> }, { term: "In a vote", fact: group.required ? "Must reach its own quorum and agree" : "Its votes count with all others" }]} />
      </PageHead>
      <section className="section" aria-labelledby="seats">
        <SectionHead title="Seats" id="seats" />
        {group.seats.length > 0 ? <Seats group={group} timeZone={timeZone} rights={rights} /> : <EmptyState title="No seats yet." step={rights.addSeat && <ButtonLink href="/seats">Add a seat</ButtonLink>} />}
      </section>
      <section className="section" aria-labelledby="organizations">
        <SectionHead title="Organizations" id="organizations" more={<a href="/members">Their people</a>} />
        {organizations.length > 0 ? (
          <ul className="lines" role="list">
            {organizations.map(({ id, name, isAgency }) => (
              <li key={id}>
                {name}
                {isAgency && <span className="quiet">, decides on policies</span>}
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="No organization of this group has joined yet." />
        )}
      </section>
    </>
  );
}
