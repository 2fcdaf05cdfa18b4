import { stepsInWords } from "~/domain/training/decision-model";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Select } from "./field";
import { KeyFacts } from "./key-facts";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

export type ScenarioPageProps = {
  scenario: { id: string; title: string; scene: string; roleCard: string; observerSheet: string; safety: string; debrief: string; tags: string[]; steps: number[]; videoUrl: string; videoTitle: string; writtenAt: Date | string; writtenBy: { name: string; organization: { name: string } } };
  timeZone: string;
  linked: { documentId: string; clauseId: string; words: string }[];
  clauses: { value: string; label: string }[];
  mayChange: boolean;
  mayLink: boolean;
  refused?: RefusedForm;
};

/** One scenario as trainers print it: the scene, the role card and the observer sheet each on their own. */
export function ScenarioPage({ scenario, timeZone, linked, clauses, mayChange, mayLink, refused }: ScenarioPageProps) {
  return (
    <>
      <PageHead title={scenario.title} above={<a href="/training/scenarios">Scenarios</a>} actions={mayChange && <ButtonLink look="secondary" href={`/training/scenarios/${scenario.id}/text`}>Change it</ButtonLink>}>
        <KeyFacts
          inLine
          facts={[
            { term: "Practises", fact: stepsInWords(scenario.steps) },
            ...(scenario.tags.length > 0 ? [{ term: "Tags", fact: scenario.tags.join(", ") }] : []),
            { term: "Last written by", fact: <>{`${scenario.writtenBy.name}, ${scenario.writtenBy.organization.name}, `}<Day at={scenario.writtenAt} timeZone={timeZone} /></> },
          ]}
        />
      </PageHead>
      <Part id="safety" title="Safety first" text={scenario.safety} />
      <Part id="scene" title="The scene" text={scenario.scene} />
      <Part id="role" title={`Role card: ${scenario.title}`} text={scenario.roleCard} own />
      <Part id="observers" title={`Observer sheet: ${scenario.title}`} text={scenario.observerSheet} own />
      {scenario.debrief && <Part id="debrief" title="Talking it through" text={scenario.debrief} own />}
      {scenario.videoUrl && (
        <section aria-labelledby="video">
          <SectionHead id="video" title="Video" />
          <p>
            <a href={scenario.videoUrl} rel="noopener noreferrer nofollow" target="_blank">{scenario.videoTitle} (opens the page of its publisher)</a>
          </p>
          <p className="quiet">No person in actual distress is shown: everyone in it acts. Nothing is loaded from there until you follow the link.</p>
        </section>
      )}
      <section aria-labelledby="clauses">
        <SectionHead id="clauses" title="Clauses it exercises" />
        {linked.length === 0 ? <p className="quiet">None yet.</p> : <ul>{linked.map((link) => <Linked key={`${link.documentId}/${link.clauseId}`} {...link} scenarioId={scenario.id} mayLink={mayLink} />)}</ul>}
        {mayLink && (
          <form method="post" action={`/training/scenarios/${scenario.id}/clauses`} className="form no-print" noValidate>
            <ErrorSummary errors={errorsOf(refused)} />
            <Select label="Clause" name="clause" required defaultValue={typed(refused, "clause")} error={errorAt(refused, "clause")} options={[{ value: "", label: "Choose a clause" }, ...clauses]} />
            <Button look="secondary">Link the clause</Button>
          </form>
        )}
      </section>
    </>
  );
}

function Linked({ documentId, clauseId, words, scenarioId, mayLink }: ScenarioPageProps["linked"][number] & { scenarioId: string; mayLink: boolean }) {
  return (
    <li>
      <a href={`/documents/${documentId}/clauses/${clauseId}`}>{words}</a>
      {mayLink && (
        <form method="post" action={`/training/scenarios/${scenarioId}/removal`} className="in-line no-print">
          <input type="hidden" name="clause" value={`${documentId}/${clauseId}`} />
          <Button look="quiet" aria-label={`Take the link to ${words} away`}>Take away</Button>
        </form>
      )}
    </li>
  );
}

/** `own`: printed on a sheet of its own, to be handed to somebody who is not to read the rest. */
function Part({ id, title, text, own = false }: { id: string; title: string; text: string; own?: boolean }) {
  return (
    <section aria-labelledby={id} className={own ? "own-sheet" : undefined}>
      <SectionHead id={id} title={title} />
      <div className="prose">
        {text.split(/\n{1,}/).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}
