import type { Role } from "./roles";

/** How far a role reaches for an act: nothing, what is one's own, one's organization's, the whole program's, or anyone's. */
export type Reach = "none" | "own" | "organization" | "program" | "anyone";

const columns = [
  "programAdmin", "coordinator", "drafter", "reviewer", "voter",
  "approver", "researcher", "trainer", "observer", "public", "clock",
] as const satisfies readonly Role[];

const letters = { "-": "none", o: "own", g: "organization", p: "program", a: "anyone" } as const;
type Letter = keyof typeof letters;

type Row = readonly [Letter, Letter, Letter, Letter, Letter, Letter, Letter, Letter, Letter, Letter, Letter];

function row(...cells: Row): Record<Role, Reach> {
  return Object.fromEntries(columns.map((role, index) => [role, letters[cells[index] as Letter]])) as Record<Role, Reach>;
}

/** Who may do what. Letters: - nothing, o own, g own organization's, p program's, a anyone's. Columns in the order of `columns`: administrator, coordinator, drafter, reviewer, voter, agency head, researcher, trainer, observer, public, clock. */
export const permissions = {
  "session.begin":     row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "session.end":       row("o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "-"),
  "invitation.accept": row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "program.found":     row("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "a"),
  "program.read":      row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "group.add":         row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "organization.add":  row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "person.invite":     row("p", "p", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "person.move":       row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "person.suspend":    row("p", "-", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "person.restore":    row("p", "-", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "role.give":         row("p", "p", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "seat.add":          row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "seat.assign":       row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "seat.change":       row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "committee.change":  row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "document.read":     row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "document.create":   row("p", "p", "p", "-", "-", "-", "p", "p", "-", "-", "-"),
  "document.import":   row("p", "p", "p", "-", "-", "-", "p", "p", "-", "-", "-"),
  "document.share":    row("p", "g", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "document.submit":   row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "rights.confirm":    row("p", "p", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "term.define":       row("p", "p", "p", "-", "-", "-", "-", "-", "-", "-", "-"),
  "plain-text.write":  row("p", "p", "p", "p", "-", "-", "-", "-", "-", "-", "-"),
  "draft.read":        row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "draft.write":       row("p", "p", "p", "o", "o", "o", "o", "o", "-", "-", "-"),
  "draft.suggest":     row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "suggestion.decide": row("p", "p", "p", "o", "o", "o", "o", "o", "-", "-", "-"),
  "clause.lock":       row("p", "p", "p", "-", "-", "g", "-", "-", "-", "-", "-"),
  "clause.unlock":     row("p", "p", "o", "-", "-", "o", "-", "-", "-", "-", "-"),
  "version.name":      row("p", "p", "p", "-", "-", "-", "-", "-", "-", "-", "-"),
  "version.restore":   row("p", "p", "p", "-", "-", "-", "-", "-", "-", "-", "-"),
  "proposal.read":     row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "proposal.open":     row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "proposal.describe": row("p", "p", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "proposal.withdraw": row("p", "p", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "proposal.rebase":   row("p", "p", "p", "-", "-", "-", "-", "-", "-", "-", "-"),
  "amendment.offer":   row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "amendment.answer":  row("p", "p", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "amendment.promote": row("o", "o", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "comment.write":     row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "comment.resolve":   row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  // How far "own" reaches here, the charter says.
  "round.open":        row("p", "p", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "round.extend":      row("p", "p", "o", "o", "o", "o", "o", "o", "-", "-", "-"),
  "round.close":       row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "p"),
  "round.remind":      row("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "p"),
  "round.void":        row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "ballot.read":       row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "ballot.open":       row("p", "p", "p", "-", "-", "-", "p", "p", "-", "-", "-"),
  "vote.cast":         row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "vote.record":       row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "recusal.declare":   row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "outcome.write":     row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "dissent.write":     row("p", "p", "p", "p", "p", "p", "p", "p", "-", "-", "-"),
  "decision.read":     row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "decision.make":     row("-", "-", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
  "comment-round.read":   row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "comment-round.open":   row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "comment-round.extend": row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "comment-round.close":  row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "comment-round.withdraw": row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "public-comment.write": row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "public-comment.answer": row("p", "p", "p", "-", "-", "-", "-", "-", "-", "-", "-"),
  "public-comment.hide":  row("p", "p", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "edition.read":      row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "evaluation.read":   row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "measure.write":     row("p", "p", "p", "-", "-", "-", "p", "-", "-", "-", "-"),
  "threshold.set":     row("p", "p", "-", "-", "-", "-", "p", "-", "-", "-", "-"),
  "agreement.write":   row("p", "p", "-", "-", "-", "-", "p", "-", "-", "-", "-"),
  "data.import":       row("p", "p", "-", "-", "-", "-", "p", "-", "-", "-", "p"),
  "plan.read":         row("p", "p", "p", "p", "p", "p", "p", "p", "p", "-", "-"),
  "plan.write":        row("p", "p", "p", "-", "-", "-", "p", "-", "-", "-", "-"),
  "plan.submit":       row("p", "p", "-", "-", "-", "-", "p", "-", "-", "-", "-"),
  "plan.sign":         row("o", "o", "o", "o", "o", "o", "o", "o", "o", "-", "-"),
  "plan.lapse":        row("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "p"),
  "notice.read":       row("o", "o", "o", "o", "o", "o", "o", "o", "o", "-", "-"),
  "notice.choose":     row("o", "o", "o", "o", "o", "o", "o", "o", "o", "-", "-"),
  "mail.send":         row("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "p"),
  "mail.stop":         row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "mail.govern":       row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "outbox.read":       row("p", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-"),
  "calendar.make":     row("o", "o", "o", "o", "o", "o", "o", "o", "o", "-", "-"),
  "calendar.read":     row("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "-"),
  "record.read":       row("p", "p", "-", "-", "-", "p", "-", "-", "p", "-", "-"),
  "record.export":     row("p", "p", "-", "-", "-", "p", "-", "-", "-", "-", "-"),
  "bundle.take":       row("p", "p", "-", "-", "-", "p", "-", "-", "p", "-", "-"),
  "records-head.sign": row("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "p"),
  "audit-contact.choose": row("p", "-", "-", "-", "-", "g", "-", "-", "-", "-", "-"),
} as const satisfies Record<string, Record<Role, Reach>>;

export type Act = keyof typeof permissions;
export const acts = Object.keys(permissions) as Act[];
