import { approvalStateNames, type ApprovalState } from "~/domain/decisions/approval";
import { ButtonLink } from "./button";
import { Day, When } from "./dates";
import { SectionHead } from "./page-head";

type Moment = Date | string;

export type StageOnPage = {
  id: string;
  name: string;
  step: number;
  state: ApprovalState;
  dueAt: Moment | null;
  doneAt: Moment | null;
  noticeDays: number | null;
  attempt: number;
  missing: readonly string[];
  signatures: readonly { name: string; signedAt: Moment; note: string; noticeOn: string | null; signedHash: string }[];
  voided: number;
  skipped: { by: string; reason: string } | null;
  maySign: boolean;
  maySkip: boolean;
};

/** The agency's path for this text: which stages are done, who is next, and until when. The head comes last. */
export function DecisionStages({ stages, timeZone, now }: { stages: readonly StageOnPage[]; timeZone: string; now: Moment }) {
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="stages" className="stack">
      <SectionHead title="Stages before the decision" id="stages" />
      <StageList stages={stages} timeZone={timeZone} now={now} />
    </section>
  );
}

export function StageList({ stages, timeZone, now }: { stages: readonly StageOnPage[]; timeZone: string; now: Moment }) {
  return (
    <ol className="stage-list" role="list">
      {stages.map((stage) => (
        <li key={stage.id} className={`stage ${stage.state}`}>
          <p className="stage-head">
            <span className="stage-step">
              <span className="visually-hidden">Step </span>
              {stage.step}
            </span>
            <strong>{stage.name}</strong>
            <span className="quiet">{approvalStateNames[stage.state]}</span>
          </p>
          <StageFacts stage={stage} timeZone={timeZone} now={now} />
        </li>
      ))}
    </ol>
  );
}

function StageFacts({ stage, timeZone, now }: { stage: StageOnPage; timeZone: string; now: Moment }) {
  const { signatures, missing, dueAt, skipped, noticeDays, voided, state } = stage;
  return (
    <div className="stage-facts">
      {noticeDays !== null && <p className="quiet small">{`In force ${noticeDays} business days after the notice at the earliest.`}</p>}
      {signatures.map(({ name, signedAt, note, noticeOn }) => (
        <p key={name}>
          {`Signed by ${name}, `}
          <When at={signedAt} timeZone={timeZone} />
          {noticeOn && (
            <>
              {". Notice given "}
              <Day at={noticeOn} timeZone="UTC" />
            </>
          )}
          {note && <span className="said stage-note">{note}</span>}
        </p>
      ))}
      {skipped && <p>{`Skipped by ${skipped.by}: ${skipped.reason}`}</p>}
      {(state === "open" || state === "waiting") && missing.length > 0 && (
        <p>
          {`${state === "open" ? "Waiting for" : "Then"} ${missing.join(", ")}`}
          {dueAt && (
            <>
              {", until "}
              <When at={dueAt} timeZone={timeZone} now={now} />
            </>
          )}
        </p>
      )}
      {voided > 0 && <p className="quiet small">{`${voided} earlier sign-off${voided === 1 ? "" : "s"} no longer count${voided === 1 ? "s" : ""}, because the text was changed afterwards.`}</p>}
      {(stage.maySign || stage.maySkip) && (
        <p className="row">
          {stage.maySign && (
            <ButtonLink look="secondary" href={`/stages/${stage.id}/signature`}>
              Sign off<span className="visually-hidden">{`: ${stage.name}`}</span>
            </ButtonLink>
          )}
          {stage.maySkip && (
            <a href={`/stages/${stage.id}/omission`}>
              Skip<span className="visually-hidden">{` ${stage.name}`}</span> with a reason
            </a>
          )}
        </p>
      )}
    </div>
  );
}
