import type { Visibility } from "~/domain/access/may";
import { visibilityNames } from "~/domain/documents/description";
import type { AgencyStanding } from "~/domain/documents/in-force";
import { kindNames, type DocumentKind } from "~/domain/documents/kinds";
import type { DocumentState } from "~/domain/documents/standing";
import { proposalStageNames, readProposalStage } from "~/domain/proposals/stages";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Button, ButtonLink } from "./button";
import { Day, When } from "./dates";
import { DocumentText } from "./document-text";
import { KeyFacts, type Fact } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;
type Edition = { id: string; number: number; hash: string; createdAt: Moment; proposalId: string | null };
type OpenProposal = { id: string; number: number; title: string; stage: string; clauseId: string | null };
type AskedHead = { id: string; dueAt: Moment; organization: { name: string } };

export type DocumentPageProps = {
  document: {
    id: string;
    number: string;
    title: string;
    kind: DocumentKind;
    topic: string;
    visibility: Visibility;
    organization: { name: string };
    createdBy: { name: string };
    importReport: unknown;
    editions: Edition[];
    proposals: OpenProposal[];
  };
  edition: Edition | null;
  draft: { id: string; frozen: boolean } | null;
  content: DocumentNode | null;
  agencies: AgencyStanding[];
  state: DocumentState;
  asked: AskedHead[];
  declined: { id: string; reasons: string; organization: { name: string } }[];
  timeZone: string;
  now: Moment;
  may: { propose: boolean; write: boolean; submit: boolean; share: boolean };
};

/** One document: what is in force where, its text with what is alive on each clause, and how it came about. */
export function DocumentPage(page: DocumentPageProps) {
  const { document, edition, content, may } = page;
  const latest = document.editions[0];
  const onClause = (clauseId: string) => <ClauseRail documentId={document.id} clauseId={clauseId} proposals={document.proposals.filter((proposal) => proposal.clauseId === clauseId)} mayPropose={may.propose} />;
  const alive = edition && edition.id === latest?.id && (may.propose || document.proposals.some(({ clauseId }) => clauseId)) ? onClause : undefined;
  return (
    <article>
      <PageHead
        title={document.title}
        above={
          <>
            <a href="/documents">Documents</a>
            {`, ${document.number}`}
          </>
        }
        actions={may.propose ? <ButtonLink look="secondary" href={`/proposals/new?document=${document.id}`}>Propose a change</ButtonLink> : undefined}
      >
        <KeyFacts facts={factsOf(page)} />
      </PageHead>
      {edition && edition.id !== latest?.id && (
        <NoticeLine kind="warning">
          {`You are reading edition ${edition.number}. `}
          <a href={`/documents/${document.id}`}>{`Read edition ${latest?.number}, the latest`}</a>
        </NoticeLine>
      )}
      {!edition && <BeforeFirstEdition {...page} />}
      <OpenProposals proposals={document.proposals.filter(({ clauseId }) => !clauseId)} />
      <div className="section">{content && <DocumentText content={content} railFor={alive} />}</div>
      {document.editions.length > 0 && <Editions {...page} />}
    </article>
  );
}

function factsOf({ document, agencies, edition, timeZone, may }: DocumentPageProps): Fact[] {
  return [
    ...(edition
      ? agencies.map(({ organizationName, inForce, coming }) => ({
          term: organizationName,
          fact: (
            <>
              {inForce ? (
                <>
                  {`Edition ${inForce.number}, in force since `}
                  <Day at={inForce.since} timeZone={timeZone} />
                </>
              ) : (
                "Not in force"
              )}
              {coming && (
                <>
                  {`. Edition ${coming.number} comes into force on `}
                  <Day at={coming.from} timeZone={timeZone} />
                </>
              )}
            </>
          ),
        }))
      : [{ term: "Applies to", fact: agencies.map(({ organizationName }) => organizationName).join(", ") || "No agency yet" }]),
    { term: "Kind", fact: document.topic ? `${kindNames[document.kind]}, ${document.topic}` : kindNames[document.kind] },
    { term: "Kept by", fact: document.organization.name },
    {
      term: "Who may see it",
      fact: (
        <>
          {visibilityNames[document.visibility]} {may.share && <a href={`/documents/${document.id}/visibility`}>Change who may see it</a>}
        </>
      ),
    },
  ];
}

function BeforeFirstEdition({ document, draft, asked, declined, timeZone, now, may }: DocumentPageProps) {
  const path = `/documents/${document.id}`;
  return (
    <section className="section" aria-labelledby="draft">
      <SectionHead id="draft" title={asked.length > 0 ? "With the agency head" : "Draft"} />
      {asked.length > 0 ? (
        <ul role="list" className="plain">
          {asked.map(({ id, dueAt, organization }) => (
            <li key={id}>
              {`The head of ${organization.name} is asked to decide by `}
              <When at={dueAt} timeZone={timeZone} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="prose">No edition of this document is in force. It is written as a draft, then the head of each agency decides about it.</p>
      )}
      {declined.map(({ id, reasons, organization }) => (
        <NoticeLine key={id} kind="warning" title={`Declined by the head of ${organization.name}.`}>
          {reasons}
        </NoticeLine>
      ))}
      <div className="row actions-below">
        {may.write && <ButtonLink href={`${path}/draft`}>Open the draft</ButtonLink>}
        {draft && <ButtonLink look="secondary" href={`/drafts/${draft.id}/versions`}>Versions</ButtonLink>}
        {document.importReport !== null && <ButtonLink look="secondary" href={`${path}/import-report`}>What was understood of the file</ButtonLink>}
        {may.submit && (
          <form method="post" action={`${path}/submission`}>
            <Button look={may.write ? "secondary" : "primary"}>Send to the agency head</Button>
          </form>
        )}
      </div>
      {may.submit && <p className="quiet">Sending freezes the text until the agency head answers.</p>}
    </section>
  );
}

function ClauseRail({ documentId, clauseId, proposals, mayPropose }: { documentId: string; clauseId: string; proposals: OpenProposal[]; mayPropose: boolean }) {
  if (!mayPropose && proposals.length === 0) return null;
  return (
    <>
      {proposals.map(({ id, number, title, stage }) => (
        <p key={id} className="rail-line">
          <a href={`/proposals/${id}`}>{`Proposal ${number}: ${title}`}</a>
          {`, ${proposalStageNames[readProposalStage(stage)].toLowerCase()}`}
        </p>
      ))}
      {mayPropose && (
        <p className="rail-line">
          <a href={`/proposals/new?document=${documentId}&clause=${encodeURIComponent(clauseId)}`}>Propose a change</a>
        </p>
      )}
    </>
  );
}

function OpenProposals({ proposals }: { proposals: OpenProposal[] }) {
  if (proposals.length === 0) return null;
  return (
    <section className="section" aria-labelledby="open-proposals">
      <SectionHead id="open-proposals" title="Open proposals on this document" />
      <ul role="list" className="plain">
        {proposals.map(({ id, number, title, stage }) => (
          <li key={id}>
            <a href={`/proposals/${id}`}>{`Proposal ${number}: ${title}`}</a>
            {`, ${proposalStageNames[readProposalStage(stage)].toLowerCase()}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Editions({ document, edition, agencies, timeZone }: DocumentPageProps) {
  const path = `/documents/${document.id}`;
  const inLibrary = document.visibility === "public" && agencies.some(({ inForce }) => inForce);
  return (
    <section className="section" aria-labelledby="editions">
      <SectionHead id="editions" title="Editions" more={document.editions.length > 1 ? <a href={`${path}/compare`}>Compare two editions</a> : undefined} />
      <ul className="lines" role="list">
        {document.editions.map(({ id, number, hash, createdAt, proposalId }) => (
          <li key={id}>
            <p className="needs-what">{id === edition?.id ? `Edition ${number}, shown here` : <a href={`${path}?edition=${number}`}>{`Edition ${number}`}</a>}</p>
            <p className="quiet">
              {"Adopted "}
              <Day at={createdAt} timeZone={timeZone} />
              {proposalId && (
                <>
                  {", from "}
                  <a href={`/proposals/${proposalId}`}>a carried proposal</a>
                </>
              )}
            </p>
            <p className="quiet hash">{`SHA-256 ${hash}`}</p>
          </li>
        ))}
      </ul>
      {inLibrary && (
        <p className="actions-below">
          <a href={`/library/${encodeURIComponent(document.number)}`}>Read it in the public library</a>
        </p>
      )}
    </section>
  );
}
