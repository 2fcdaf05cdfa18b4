import { Button, ButtonLink } from "./button";
import { When } from "./dates";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { UndecidedNotice } from "./undecided-notice";

type Moment = Date | string;

export type BeforeFirstEditionProps = {
  document: { id: string; importReport: unknown };
  draft: { id: string; frozen: boolean } | null;
  asked: { id: string; dueAt: Moment; organization: { name: string } }[];
  declined: { id: string; reasons: string; organization: { name: string } }[];
  timeZone: string;
  now: Moment;
  undecided: { draftId: string; count: number } | null;
  may: { write: boolean; suggest: boolean; submit: boolean };
};

/** What a new document waits for, and what can be done with its draft. */
export function BeforeFirstEdition({ document, draft, asked, declined, timeZone, now, undecided, may }: BeforeFirstEditionProps) {
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
      {may.submit && <UndecidedNotice undecided={undecided} toDo="send the text" />}
      <div className="row actions-below">
        {may.write && <ButtonLink href={`${path}/draft`}>Open the draft</ButtonLink>}
        {may.suggest && !may.write && <ButtonLink href={`${path}/draft`}>Suggest changes</ButtonLink>}
        {draft && <ButtonLink look="secondary" href={`/drafts/${draft.id}/versions`}>Versions</ButtonLink>}
        {may.write && <ButtonLink look="secondary" href={`${path}/newer-text`}>Import a newer text</ButtonLink>}
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
