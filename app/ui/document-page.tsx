import type { Visibility } from "~/domain/access/may";
import type { AgencyStanding } from "~/domain/documents/in-force";
import { isDecided, undecidedInWords, type DocumentKind } from "~/domain/documents/kinds";
import type { DocumentState } from "~/domain/documents/standing";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import { proposalStageNames, readProposalStage } from "~/domain/proposals/stages";
import type { Review } from "~/domain/review/cycle";
import type { DocumentNode } from "~/editor/schema/document-node";
import { BeforeFirstEdition, type BeforeFirstEditionProps } from "./before-first-edition";
import { AskedInPublic } from "./asked-in-public";
import { ButtonLink } from "./button";
import { CarriedComments, type CarriedCommentsProps } from "./carried-comments";
import { DocumentAsked, type TextFor } from "./document-asked";
import { DocumentEditions, type Edition } from "./document-editions";
import { documentFacts } from "./document-facts";
import { DocumentRecord, type EditionRecord } from "./document-record";
import { DocumentRights, type KeptRights } from "./document-rights";
import { DocumentText } from "./document-text";
import { ErrorSummary } from "./error-summary";
import { ExportMenu } from "./export-menu";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { OwedAnswers, type OwedAnswer } from "./owed-answers";
import { OwnTextDifferences, type OwnTextOnPage } from "./own-text";
import { PageHead, SectionHead } from "./page-head";
import { SinceRead, type SinceReadProps } from "./since-read";
import type { PlainTexts } from "./plain-clause";
import { ReadingChoice } from "./reading-choice";
import type { ShownTerm } from "./terms-used";
import type { CommentRoundLine } from "./comment-round-lines";
import { TakeBundle } from "./take-bundle";
import { TextCheck } from "./text-check";
import { TextOfDay } from "./text-of-day";

type OpenProposal = { id: string; number: number; title: string; stage: string; clauseId: string | null };

export type DocumentPageProps = Omit<BeforeFirstEditionProps, "document" | "may"> & CarriedCommentsProps & {
  document: KeptRights & {
    number: string;
    title: string;
    kind: DocumentKind;
    topic: string;
    visibility: Visibility;
    organization: { name: string };
    createdBy: { name: string };
    importReport: unknown;
    evaluationPlan: { id: string } | null;
    editions: Edition[];
    proposals: OpenProposal[];
  };
  edition: Edition | null;
  content: DocumentNode | null;
  textFor: TextFor | null;
  /** The day that was typed, with what is wrong with it. */
  wrongDay?: { typed: string; message: string };
  own: OwnTextOnPage | null;
  record: EditionRecord | null;
  acknowledgedAt: string | null;
  owed: readonly OwedAnswer[];
  today: string;
  agencies: AgencyStanding[];
  state: DocumentState;
  review: Review | null;
  timeZone: string;
  terms: readonly ShownTerm[];
  sinceRead: SinceReadProps | null;
  reading: { chosen: PlainLanguage | null; languages: PlainLanguage[]; texts: PlainTexts | null } | null;
  check: { problems: readonly string[]; warnings: readonly string[] } | null;
  commentRounds: readonly CommentRoundLine[];
  may: { askPublic: boolean; bundle: boolean; propose: boolean; write: boolean; suggest: boolean; submit: boolean; share: boolean; rights: boolean; plainText: boolean };
};

/** One document: what is in force where, its text with what is alive on each clause, and how it came about. */
export function DocumentPage(page: DocumentPageProps) {
  const { document, edition, content, may, textFor, own, wrongDay } = page;
  const latest = document.editions[0];
  const onClause = (clauseId: string) => <ClauseRail documentId={document.id} clauseId={clauseId} proposals={document.proposals.filter((proposal) => proposal.clauseId === clauseId)} mayPropose={may.propose} />;
  const alive = edition && edition.id === latest?.id && !own ? onClause : undefined;
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
        actions={
          <>
            {may.propose && <ButtonLink look="secondary" href={`/proposals/new?document=${document.id}`}>Propose a change</ButtonLink>}
            {may.propose && <ButtonLink look="secondary" href={`/documents/${document.id}/newer-text`}>Import a newer text</ButtonLink>}
            {/* The carried text must not leave under the name of an agency that changed it: it takes the agency's own along. */}
            {edition && (!own || textFor?.agency) && <ExportMenu path={`/documents/${document.id}/editions/${edition.number}`} agency={own ? textFor?.agency?.id : undefined} />}
            {!edition && page.draft && <ExportMenu path={`/drafts/${page.draft.id}`} word={`/drafts/${page.draft.id}/exports/word`} />}
          </>
        }
      >
        <KeyFacts facts={documentFacts(page)} />
      </PageHead>
      <ul role="list" className="row quiet small no-print">
        <li>
          <a href={`/documents/${document.id}/chain`}>What is taught, practised and measured of this text</a>
        </li>
        {edition && (
          <>
            <li>
              <a href={page.acknowledgedAt ? `/acknowledgements/agencies/${page.acknowledgedAt}` : "/acknowledgements"}>Who has read and acknowledged it</a>
            </li>
            <li>
              <a href="/decisions/variance">Policy by agency</a>
            </li>
          </>
        )}
      </ul>
      <div className="stack document-notices">
        {wrongDay && <ErrorSummary errors={[{ field: "asOf", message: wrongDay.message }]} />}
        {textFor && <DocumentAsked textFor={textFor} edition={edition?.number ?? null} own={own !== null} documentId={document.id} today={page.today} />}
        {edition && !textFor && <OwedAnswers owed={page.owed} timeZone={page.timeZone} now={page.now} hrefOf={({ id }) => `/decisions/${id}`} />}
        {edition && !textFor && edition.id !== latest?.id && (
          <NoticeLine kind="info">
            {`You are reading edition ${edition.number}. `}
            <a href={`/documents/${document.id}`}>{`Read edition ${latest?.number}, the latest`}</a>
          </NoticeLine>
        )}
        {edition && !textFor && edition.id === latest?.id && <NotYetInForce {...page} />}
        {page.sinceRead && !textFor && edition?.id === latest?.id && <SinceRead {...page.sinceRead} />}
      </div>
      {!edition && <BeforeFirstEdition {...page} />}
      {!edition && !isDecided(document.kind) && <p className="quiet">{undecidedInWords(document.kind)}</p>}
      {document.evaluationPlan && (
        <p className="prose">
          <a href={`/evaluation/plans/${document.evaluationPlan.id}`}>Open the evaluation plan</a> with its questions, measures and signers.
        </p>
      )}
      {page.check && <TextCheck {...page.check} before={isDecided(document.kind) ? "this text can go to the agency head" : "this text is complete"} />}
      <DocumentRights document={document} mayConfirm={may.rights} />
      {!edition && <AskedInPublic rounds={page.commentRounds} now={page.now} ask={may.askPublic ? `/comment-rounds/new?document=${document.id}` : null} />}
      <OpenProposals proposals={document.proposals.filter(({ clauseId }) => !clauseId)} />
      <CarriedComments carried={page.carried} />
      <div className="section">
        {page.reading && <ReadingChoice path={pathOf(page)} {...page.reading} />}
        {may.plainText && content && (
          <p className="quiet small">
            <a href={`/documents/${document.id}/plain-text`}>Write what the clauses mean in plain words</a>
          </p>
        )}
        {content && !wrongDay && <DocumentText content={content} railFor={alive} terms={page.terms} plain={page.reading?.texts ?? null} />}
      </div>
      {own && textFor?.agency && edition && <OwnTextDifferences agency={textFor.agency.name} own={own} votedHash={edition.hash} />}
      {page.record && edition && !wrongDay && <DocumentRecord record={page.record} documentId={document.id} edition={edition.number} timeZone={page.timeZone} now={page.now} />}
      {edition && <TextOfDay path={`/documents/${document.id}`} open={wrongDay !== undefined || textFor !== null} agencies={page.agencies.map(({ organizationId, organizationName }) => ({ id: organizationId, agency: organizationName }))} asked={{ asOf: wrongDay?.typed ?? textFor?.asOf ?? page.today, agencyId: textFor?.agency?.id ?? "", error: wrongDay?.message }} />}
      {document.editions.length > 0 && <DocumentEditions {...page} />}
      {edition && may.bundle && <TakeBundle path={`/documents/${document.id}/editions/${edition.number}/bundle`} />}
    </article>
  );
}

/** The address of what is shown, without the choice of a reading. */
function pathOf({ document, edition, textFor }: DocumentPageProps): string {
  const isOlder = edition && (edition.id !== document.editions[0]?.id || textFor?.agency) && !textFor?.asOf;
  const parts = [["edition", isOlder ? String(edition.number) : ""], ["agency", textFor?.agency?.id ?? ""], ["asOf", textFor?.asOf ?? ""]];
  const asked = new URLSearchParams(parts.filter(([, value]) => value !== "")).toString();
  return `/documents/${document.id}${asked && `?${asked}`}`;
}

/** The latest edition is shown because proposals start from it, even before its first day. */
function NotYetInForce({ document, edition, agencies }: DocumentPageProps) {
  if (!edition || agencies.some(({ inForce }) => inForce?.number === edition.number)) return null;
  const held = Math.max(0, ...agencies.map(({ inForce }) => inForce?.number ?? 0));
  return (
    <NoticeLine kind="info">
      {`You are reading edition ${edition.number}. It is adopted but not in force yet. `}
      {held > 0 && <a href={`/documents/${document.id}?edition=${held}`}>{`Read edition ${held}, in force today`}</a>}
    </NoticeLine>
  );
}

function ClauseRail({ documentId, clauseId, proposals, mayPropose }: { documentId: string; clauseId: string; proposals: OpenProposal[]; mayPropose: boolean }) {
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
      <p className="rail-line">
        <a href={`/documents/${documentId}/clauses/${encodeURIComponent(clauseId)}`}>Thread</a>
      </p>
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
