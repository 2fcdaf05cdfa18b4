import { proposalStageNames, proposalStages, type ProposalStage } from "~/domain/proposals/stages";
import type { Standing } from "~/domain/proposals/station";
import { ButtonLink } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { GroupMark, type GroupFace } from "./group-mark";
import { Thread } from "./thread";

type Moment = Date | string;

export type ProposalLine = {
  id: string;
  number: number;
  title: string;
  stage: ProposalStage;
  standing: Standing;
  closesAt: Moment | null;
  document: { id: string; number: string; title: string };
  author: { name: string; organization: { name: string; group: GroupFace } };
};

/** The proposals of the program, each with its thread. */
export function ProposalList({ proposals, older, stage, timeZone, now }: { proposals: ProposalLine[]; older: number | null; stage: string; timeZone: string; now: Moment }) {
  return (
    <>
      <StageLinks stage={stage} />
      {proposals.length > 0 ? (
        <ul className="lines" role="list">
          {proposals.map((proposal) => (
            <li key={proposal.id} className="needs-line">
              <Line proposal={proposal} timeZone={timeZone} now={now} />
              <Thread size="small" current={proposal.standing.current} stopped={proposal.standing.stopped} words={proposal.standing.words} />
            </li>
          ))}
        </ul>
      ) : stage ? (
        <EmptyState title="No proposal stands here now." step={<ButtonLink look="secondary" href="/proposals">Show all proposals</ButtonLink>} />
      ) : (
        <EmptyState title="No proposals yet." step={<ButtonLink href="/documents">Choose a document</ButtonLink>}>
          <p>A proposal changes a clause of a policy in force: you say why and who is affected, write the new text together, discuss it, and the groups vote. Open a document and choose “Propose a change” beside a clause.</p>
        </EmptyState>
      )}
      {older !== null && <p><a href={`/proposals?${new URLSearchParams({ ...(stage ? { stage } : {}), before: String(older) })}`}>Older proposals</a></p>}
    </>
  );
}

function StageLinks({ stage }: { stage: string }) {
  const choices = [{ value: "", label: "All" }, ...proposalStages.map((value) => ({ value, label: proposalStageNames[value] }))];
  return (
    <nav aria-label="Filter by stage" className="stage-links">
      <ul role="list" className="row">
        {choices.map(({ value, label }) => (
          <li key={value}>
            <a href={value ? `/proposals?stage=${value}` : "/proposals"} aria-current={value === stage ? "true" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Line({ proposal, timeZone, now }: { proposal: ProposalLine; timeZone: string; now: Moment }) {
  const { id, number, title, document, author, closesAt, standing } = proposal;
  return (
    <div>
      <p className="needs-what">
        <a href={`/proposals/${id}`}>{`${number}. ${title}`}</a>
      </p>
      <p className="needs-why">
        {`${document.number} ${document.title}, by ${author.name} `}
        <GroupMark group={author.organization.group} />
      </p>
      {closesAt && (
        <p>
          {"Voting until "}
          <When at={closesAt} timeZone={timeZone} now={now} />
        </p>
      )}
      {standing.stopped && <p className="needs-why">{`${standing.stopped.why} ${standing.stopped.whoseTurn ?? ""}`}</p>}
    </div>
  );
}
