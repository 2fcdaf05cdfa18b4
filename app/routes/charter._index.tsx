import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proposalStageNames, readProposalStage } from "~/domain/proposals/stages";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { charterPage } from "~/queries/programs/charter-page.server";
import { ButtonLink } from "~/ui/button";
import { CharterText } from "~/ui/charter-text";
import { Day } from "~/ui/dates";
import { GroupMark } from "~/ui/group-mark";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Charter - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await charterPage(await personOf(request), null));
}

export default function Charter() {
  const { program, version, adoptedAt, sections, groups, versions, proposals, mayPropose } = useLoaderData<typeof loader>();
  return (
    <>
      <ProgramNav current="/charter" />
      <PageHead
        title="Charter"
        lead={`How ${program.name} decides together. Each vote keeps the version it was opened under. The charter changes only by its own rules, through a proposal and a vote.`}
        actions={mayPropose && <ButtonLink href="/charter/proposal">Propose a change</ButtonLink>}
      >
        <KeyFacts inLine facts={[{ term: "Version", fact: version }, { term: "Since", fact: <Day at={adoptedAt} timeZone={program.timeZone} /> }]} />
      </PageHead>
      <section className="section" aria-labelledby="rules">
        <SectionHead title="The rules in words" id="rules" />
        <CharterText sections={sections} />
      </section>
      <section className="section" aria-labelledby="groups">
        <SectionHead title="The groups" id="groups" more={<a href="/groups">Their seats</a>} />
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
      {proposals.length > 0 && (
        <section className="section" aria-labelledby="proposals">
          <SectionHead title="Proposed changes" id="proposals" />
          <ul className="lines" role="list">
            {proposals.map(({ id, number, title, stage }) => (
              <li key={id}>
                <a href={`/proposals/${id}`}>{`${number}. ${title}`}</a> <span className="quiet">{proposalStageNames[readProposalStage(stage)]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.length > 1 && (
        <section className="section" aria-labelledby="versions">
          <SectionHead title="Versions" id="versions" />
          <ul className="lines" role="list">
            {versions.map((one) => (
              <li key={one.version}>
                <a href={`/charter/versions/${one.version}`}>{`Version ${one.version}`}</a>, since <Day at={one.adoptedAt} timeZone={program.timeZone} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
