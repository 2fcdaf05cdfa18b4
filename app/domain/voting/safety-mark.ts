import type { CharterRules } from "./charter";
import type { BallotKind } from "./kinds";

/** Whether an objection of a group may be marked as one of safety: in an open vote by consent, before its one revision, where the charter names the group. */
export function mayMarkSafety({ secret, kind, revised, rules, groupId }: { secret: boolean; kind: BallotKind; revised: boolean; rules: Pick<CharterRules, "safetyGroups">; groupId: string }): boolean {
  return !secret && kind === "consent" && !revised && rules.safetyGroups.includes(groupId);
}
