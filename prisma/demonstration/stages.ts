import { changeText } from "~/commands/decisions/change-text.server";
import { setPath } from "~/commands/decisions/set-path.server";
import { signStage } from "~/commands/decisions/sign-stage.server";
import type { Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { database } from "~/store/database.server";
import { decisionAsked, stageNamed } from "~/store/demonstration.server";
import type { PersonKey } from "./people";
import { signing } from "./signing";

type Member = Extract<Actor, { kind: "person" }>;

/** Each agency has the path that its texts take: the police with a notice to the union, the sheriff's office shorter. */
export async function layPaths({ chief, sheriff, cit, officer, coordinator }: Record<PersonKey, Member>): Promise<void> {
  const row = (name: string, step: string, days: string, approvers: readonly Member[], noticeDays = "") => ({ name, step, days, noticeDays, approverIds: approvers.map(({ personId }) => personId) });
  const holidays = "2026-11-26\n2026-12-25\n2027-01-01\n2027-05-31\n2027-07-05\n2027-09-06\n2027-11-25";
  const police = [row("Legal review", "1", "14", [cit]), row("Notice to the union", "2", "7", [officer], "10"), row("Training plan", "2", "21", [cit, coordinator])];
  const county = [row("Legal review", "1", "21", [coordinator]), row("Accreditation", "2", "14", [sheriff])];
  done(await setPath(chief, { organizationId: chief.organizationId, version: "0", stages: police, holidays }));
  done(await setPath(sheriff, { organizationId: sheriff.organizationId, version: "0", stages: county, holidays }));
}

/** What an agency was asked about a proposal. */
export async function decisionOf(proposalId: string, { organizationId }: Member): Promise<string> {
  return decisionAsked(database(), { proposalId, organizationId });
}

export async function signOff(approver: Member, decisionId: string, name: string): Promise<void> {
  const { stageId, hash } = await stageNamed(database(), decisionId, name);
  done(await signStage(approver, { stageId, hash, note: "No conflict with state law or with our agreements.", ...(await signing(approver)) }));
}

/** A head takes the carried text but for one clause, which is open for comment from now on. */
export async function changeOneClause(head: Member, decisionId: string, { clauseId, words, reason, reasons }: { clauseId: string; words: string; reason: string; reasons: string }): Promise<void> {
  done(await changeText(head, { decisionId, reasons, choices: [{ clauseId, choice: "reword", words, reason }], ...(await signing(head)) }));
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "The demonstration asked for something that is missing." : `The demonstration was refused: ${outcome.reason}`);
}
