import type { CharterForm } from "~/domain/voting/charter-form";
import { Choices, Field } from "./field";
import { chosen, errorAt, typed, type RefusedForm } from "./refused-form";

type Group = { id: string; name: string; seats: { authorized: number; filled: number } | null };
type Props = { form: CharterForm; groups: readonly Group[]; refused?: RefusedForm };

const hints = {
  share: "A share such as 60 % or 2/3.",
  days: "Whole days.",
};

/** Every rule of the charter as a field that says what it means. */
export function CharterFields({ form, groups, refused }: Props) {
  const text = (name: "overallQuorum" | "groupQuorum" | "overallThreshold" | "groupThreshold" | "organizationCap" | "noticeDays" | "votingDays" | "daysToDecide", label: string, hint: string) => (
    <Field label={label} name={name} required inputMode={hint === hints.share ? "text" : "numeric"} hint={hint} defaultValue={typed(refused, name, form[name])} error={errorAt(refused, name)} />
  );
  const choice = (name: "quorumBase" | "abstentions" | "tie" | "results" | "reasons" | "opening" | "extending" | "phoneVotes", label: string, options: readonly [string, string, string?][]) => (
    <Choices label={label} name={name} required defaultValue={typed(refused, name, form[name])} error={errorAt(refused, name)} choices={options.map(([value, said, explanation]) => ({ value, label: said, explanation }))} />
  );
  const list = (name: "requiredGroups" | "safetyGroups", label: string, hint: string) => (
    <Choices
      label={label}
      name={name}
      several
      hint={hint}
      defaultValue={chosen(refused, name, form[name])}
      error={errorAt(refused, name)}
      choices={groups.map(({ id, name: group, seats }) => ({ value: id, label: group, explanation: seats ? `${seats.filled}/${seats.authorized} voting seats filled` : undefined }))}
    />
  );
  return (
    <>
      <h2>Who must take part</h2>
      {list("requiredGroups", "Groups that must agree", "Each of them must reach its own quorum and its own share of consent.")}
      {choice("quorumBase", "A quorum is a share of", [
        ["filled", "Filled seats", "Vacant seats do not count."],
        ["authorized", "All seats", "Vacant seats count as not having voted."],
      ])}
      {text("overallQuorum", "Quorum of the whole vote", hints.share)}
      {text("groupQuorum", "Quorum of each group that must agree", hints.share)}
      <h2>What carries</h2>
      {text("overallThreshold", "Consent of the whole vote", hints.share)}
      {text("groupThreshold", "Consent of each group that must agree", `${hints.share} 0 % means that a group needs only its quorum.`)}
      {text("organizationCap", "Most votes of one organization", "If it casts more, each of its votes counts for less.")}
      {choice("abstentions", "Members who abstain", [
        ["aside", "Are left out of the share of consent"],
        ["count", "Count as not consenting"],
      ])}
      {choice("tie", "A vote exactly on the line", [
        ["carries", "Carries"],
        ["fails", "Does not carry"],
      ])}
      <h2>Opening and time</h2>
      {choice("opening", "Who opens a vote", [
        ["coordinators", "A coordinator"],
        ["authors", "A coordinator, or the author of the proposal"],
      ])}
      {text("noticeDays", "Days to read a proposal before its vote opens", hints.days)}
      {text("votingDays", "Days that a vote stays open", hints.days)}
      {choice("extending", "Who gives a vote more time", [
        ["coordinators", "A coordinator"],
        ["authors", "A coordinator, or the author of the proposal"],
        ["nobody", "Nobody"],
      ])}
      <h2>The ballot</h2>
      {choice("reasons", "A reason with the vote", [
        ["off", "Is not asked for"],
        ["optional", "May be given"],
        ["required-to-object", "Must be given to object"],
        ["required", "Must be given always"],
      ])}
      {choice("results", "The count is seen", [
        ["always", "At any time"],
        ["after-voting", "By those who have voted, and by all after the close"],
        ["after-close", "After the close"],
      ])}
      {choice("phoneVotes", "Votes on the phone", [
        ["recorded", "A coordinator may record them", "The member is told at once and can overturn it."],
        ["refused", "Are not taken"],
      ])}
      {list("safetyGroups", "Groups that may object for safety", "Such an objection holds once what would carry: seven days of revision, then a second vote.")}
      <h2>After the vote</h2>
      {text("daysToDecide", "Days for each agency head to decide", hints.days)}
    </>
  );
}
