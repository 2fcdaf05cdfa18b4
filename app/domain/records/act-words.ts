import type { Act } from "../access/permissions";

const words: Partial<Record<Act, string>> = {
  "session.begin": "Signed in",
  "session.end": "Signed out",
  "invitation.accept": "Accepted an invitation",
  "program.found": "Founded the program",
  "group.add": "Added a group",
  "organization.add": "Added an organization",
  "person.invite": "Invited a person",
  "person.move": "Moved a person to another organization",
  "person.suspend": "Suspended a person",
  "person.restore": "Restored a person",
  "seat.add": "Added a seat",
  "seat.assign": "Assigned a seat",
  "document.create": "Started a document",
  "document.import": "Imported a document",
  "document.share": "Changed who may read a document",
  "rights.confirm": "Confirmed the right to publish",
  "document.submit": "Sent a text to the agency head",
  "term.define": "Wrote in the glossary",
  "plain-text.write": "Put a clause in plain words",
  "draft.write": "Wrote in a draft",
  "draft.suggest": "Suggested a change",
  "suggestion.decide": "Decided about suggestions",
  "clause.lock": "Locked a clause",
  "clause.unlock": "Opened a locked clause",
  "version.name": "Named a version",
  "version.restore": "Restored a version",
  "proposal.open": "Opened a proposal",
  "proposal.describe": "Described a proposal",
  "proposal.withdraw": "Withdrew a proposal",
  "proposal.rebase": "Brought a proposal up to date",
  "comment.write": "Wrote in a discussion",
  "comment.resolve": "Settled a comment",
  "round.open": "Opened a vote",
  "round.close": "Closed a vote",
  "round.void": "Voided a vote",
  "vote.cast": "Cast a vote",
  "decision.make": "Made a decision",
  "record.export": "Took a copy of the records",
};

/** An act as a person would say it. */
export function actInWords(act: string): string {
  return words[act as Act] ?? act;
}
