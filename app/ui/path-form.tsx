import type { Path } from "~/domain/decisions/path";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { Choices, Field, TextArea } from "./field";
import { chosen, errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Approver = { id: string; name: string; organization: { name: string } };

/** The rows of an agency's path: what is set, and two more to fill in. An emptied name takes a stage away. */
export function PathForm({ agency, path, people, refused }: { agency: { id: string; name: string }; path: Path; people: readonly Approver[]; refused?: RefusedForm }) {
  const rows = [...path.stages, null, null];
  return (
    <form method="post" action={`/organizations/${agency.id}/path`} className="form wide" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="version" value={path.version} />
      {rows.map((stage, at) => (
        <section key={at} className="path-stage" aria-label={stage ? stage.name : `Another stage, ${at + 1}`}>
          <Field
            label={stage ? `Stage ${at + 1}` : "Another stage"}
            name={`name-${at}`}
            required={stage !== null}
            autoComplete="off"
            hint={stage ? "Empty the name to take the stage away." : at === 0 ? "For example Legal review, Notice to the union, Training, Accreditation." : undefined}
            defaultValue={typed(refused, `name-${at}`, stage?.name)}
            error={errorAt(refused, `name-${at}`)}
          />
          <div className="path-numbers">
            <Field label="Place in the order" name={`step-${at}`} inputMode="numeric" required={stage !== null} hint="The same number: side by side." defaultValue={typed(refused, `step-${at}`, stage ? String(stage.step) : "")} error={errorAt(refused, `step-${at}`)} />
            <Field label="Days it may take" name={`days-${at}`} inputMode="numeric" required={stage !== null} defaultValue={typed(refused, `days-${at}`, stage ? String(stage.days) : "")} error={errorAt(refused, `days-${at}`)} />
            <Field label="Business days of notice" name={`noticeDays-${at}`} inputMode="numeric" hint="Only for a notice to the union." defaultValue={typed(refused, `noticeDays-${at}`, stage?.noticeDays ? String(stage.noticeDays) : "")} error={errorAt(refused, `noticeDays-${at}`)} />
          </div>
          <details open={errorAt(refused, `approverIds-${at}`) !== undefined}>
            <summary>{stage ? `Who signs it off (${stage.approverIds.length})` : "Who signs it off"}</summary>
            <div className="approver-list">
              <Choices
                label="All who are chosen must sign"
                name={`approverIds-${at}`}
                several
                required={stage !== null}
                defaultValue={chosen(refused, `approverIds-${at}`, stage?.approverIds ?? [])}
                error={errorAt(refused, `approverIds-${at}`)}
                choices={people.map(({ id, name, organization }) => ({ value: id, label: name, explanation: organization.name }))}
              />
            </div>
          </details>
        </section>
      ))}
      <TextArea label="Holidays of the agency" name="holidays" rows={5} hint="Days such as 2026-12-25, one a line. They do not count as business days." defaultValue={typed(refused, "holidays", path.holidays.join("\n"))} error={errorAt(refused, "holidays")} />
      <div className="row">
        <Button>Save the path</Button>
        <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
      </div>
    </form>
  );
}
