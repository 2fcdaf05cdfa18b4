import { permissions, type Act, type Reach } from "./permissions";
import type { Role } from "./roles";
import { allowed, missing, refused, type Outcome } from "./ruling";

/** Who asks: a signed-in person, someone who is not signed in, or the program's clock at a deadline. */
export type Actor =
  | {
      kind: "person";
      personId: string;
      name: string;
      programId: string;
      organizationId: string;
      organizationName: string;
      groupId: string;
      roles: readonly Role[];
    }
  | { kind: "anyone" }
  | { kind: "clock"; programId: string };

/** Whose it is: the program, and where they matter the organization, the people it is one's own for, and who may see it. */
export type Thing = {
  programId: string | null;
  organizationId?: string | null;
  ownerIds?: readonly string[];
  visibility?: Visibility;
};

export type Visibility = "organization" | "program" | "public";
export const visibilities = ["organization", "program", "public"] as const satisfies readonly Visibility[];

export const anyone: Actor = { kind: "anyone" };

/**
 * The one question. What the actor may not see is missing, so that nobody learns that it exists;
 * what is seen but not allowed is refused with a sentence.
 */
export function may(actor: Actor, act: Act, thing: Thing): Outcome<true> {
  if (!sees(actor, thing)) return missing;
  const reached = rolesOf(actor).some((role) => reaches(permissions[act][role], actor, thing));
  if (reached) return allowed(true);
  if (actor.kind === "anyone") return refused("Sign in to do this.", 401);
  return refused(denials[act] ?? "Your role does not include this. A coordinator can tell you who may do it.", 403);
}

/** Is the answer yes? For buttons and lists. */
export function can(actor: Actor, act: Act, thing: Thing): boolean {
  return may(actor, act, thing).ok;
}

/** Does the thing exist for the actor? For what hangs on a thing that may be another organization's own. */
export function sees(actor: Actor, thing: Thing): boolean {
  if (thing.programId === null || thing.visibility === "public") return true;
  if (actor.kind === "anyone") return thing.visibility === undefined;
  if (actor.programId !== thing.programId) return false;
  if (thing.visibility !== "organization" || actor.kind === "clock") return true;
  return thing.organizationId === actor.organizationId;
}

function rolesOf(actor: Actor): readonly Role[] {
  if (actor.kind === "clock") return ["clock"];
  if (actor.kind === "anyone") return ["public"];
  return [...actor.roles, "public"];
}

function reaches(reach: Reach, actor: Actor, thing: Thing): boolean {
  switch (reach) {
    case "none":
      return false;
    case "anyone":
      return true;
    case "program":
      return actor.kind !== "anyone" && actor.programId === thing.programId;
    case "organization":
      return actor.kind === "person" && actor.programId === thing.programId && actor.organizationId === thing.organizationId;
    case "own":
      return actor.kind === "person" && (thing.ownerIds ?? []).includes(actor.personId);
  }
}

const denials: Partial<Record<Act, string>> = {
  "draft.write": "You may read this text but not write in it. Open a proposal, or ask a coordinator for the drafter role.",
  "draft.suggest": "Observers read this text but do not suggest changes to it.",
  "suggestion.decide": "Only drafters, coordinators and who started this text accept or reject suggestions.",
  "clause.lock": "Only drafters, coordinators and the head of the agency lock a clause.",
  "clause.unlock": "Only its holder or a coordinator opens a locked clause.",
  "round.open": "Only a coordinator opens a vote, or the author where the charter says so.",
  "round.extend": "Only a coordinator extends a vote, or the author where the charter says so.",
  "vote.record": "Only a coordinator records the vote of a member who calls.",
  "recusal.declare": "Your role does not include voting, so there is nothing to step back from.",
  "outcome.write": "Only a coordinator writes what a vote means and what happens next.",
  "dissent.write": "Observers read the record but do not attach to it.",
  "amendment.offer": "Observers read a proposal but do not offer amendments to it.",
  "amendment.answer": "Only the author of the proposal or a coordinator answers an amendment.",
  "amendment.withdraw": "Only who offered an amendment takes it back.",
  "amendment.promote": "Only who offered an amendment makes a proposal of it.",
  "role.give": "Only an administrator, a coordinator or the head of the organization changes roles.",
  "seat.change": "Only an administrator changes a seat.",
  "committee.change": "Only a coordinator or an administrator changes committees.",
  "round.close": "Only a coordinator closes a vote before its deadline.",
  "meeting.call": "Only a coordinator calls meetings and publishes their notices.",
  "meeting.minute": "Only a coordinator enters who is present, motions and minutes.",
  "meeting.rule": "Only an administrator says whether an open-meetings law applies.",
  "concern.triage": "Concerns are read by voters and coordinators.",
  "ballot.open": "Only coordinators, drafters, researchers and trainers ask the members a question.",
  "vote.cast": "Your role does not include voting. Seats are listed on the program page.",
  "decision.make": "Only the head of this agency, or who acts for the head, decides for it.",
  "path.set": "Only an administrator, the head or a coordinator of the agency sets its path.",
  "stage.sign": "Only the approvers of this stage sign it off.",
  "stage.skip": "Only the head of this agency skips a stage.",
  "typo.confirm": "Observers read along but do not confirm changes.",
  "head.name": "Only an administrator names an acting head.",
  "organization.leave": "Only an administrator records that an agency leaves.",
  "document.create": "Only drafters and coordinators start a document.",
  "document.import": "Only drafters and coordinators import a document.",
  "document.submit": "Only a coordinator sends a text to an agency head.",
  "term.define": "Only drafters and coordinators define words of the glossary.",
  "plain-text.write": "Only drafters, reviewers and coordinators put clauses in plain words.",
  "rights.confirm": "Only a coordinator, an administrator or the head of the agency that keeps the document confirms the right to publish it.",
  "person.invite": "Only a coordinator, an administrator or the head of the organization invites people.",
  "person.suspend": "Only an administrator or the head of the organization suspends people.",
  "measure.write": "Only drafters, researchers and coordinators define measures.",
  "threshold.set": "Only a researcher or a coordinator sets the threshold for small counts.",
  "agreement.write": "Only a researcher or a coordinator records a data-sharing agreement.",
  "data.import": "Only a researcher or a coordinator brings in data.",
  "plan.write": "Only drafters, researchers and coordinators write an evaluation plan.",
  "plan.submit": "Only a researcher or a coordinator puts an evaluation plan before its signers.",
  "plan.sign": "Only the people named as signers answer for an evaluation plan.",
  "notice.follow": "This link was sent to somebody else, so it does not lead on for you. What waits for you stands on your own first page.",
  "mail.govern": "Only an administrator sets what the program's mail may carry.",
  "outbox.read": "Only an administrator reads the outbox.",
  "finding.write": "Only a researcher writes findings, so that no agency writes about itself.",
  "finding.comment": "Only the agencies that a finding is about comment on it before it comes out.",
  "finding.respond": "Only the head or a coordinator of an agency that the finding is about answers for it.",
  "finding.check": "Only a reviewer, a researcher, a coordinator or an administrator checks a finding.",
  "finding.publish": "Only a researcher publishes a finding.",
  "study.write": "Only a researcher or a coordinator changes the evidence library.",
  "survey.write": "Only researchers, trainers and coordinators write surveys.",
  "record.read": "Records are open to administrators, coordinators, agency heads and observers.",
  "bundle.take": "Bundles are open to administrators, coordinators, agency heads and observers.",
  "comment-round.open": "Only a coordinator asks the public.",
  "comment-round.extend": "Only a coordinator gives the public more time.",
  "comment-round.close": "Only a coordinator closes a round of public comment.",
  "comment-round.withdraw": "Only a coordinator withdraws a round of public comment.",
  "public-comment.answer": "Only drafters and coordinators answer comments of the public.",
  "public-comment.hide": "Only a coordinator hides or shows a comment of the public.",
  "audit-contact.choose": "Only an administrator or the head of the organization chooses its audit contact.",
  "curriculum.create": "Only coordinators, drafters and trainers start a curriculum.",
  "curriculum.rule": "Only coordinators, drafters, trainers and voters say what a curriculum owes.",
  "retention.threshold": "Only coordinators and trainers set what a step may not fall below.",
  "module.link": "Only coordinators, drafters and trainers say what teaches a clause.",
  "scenario.write": "Only coordinators, drafters and trainers write scenarios.",
  "course.plan": "Only coordinators and trainers plan courses.",
  "course.run": "Only coordinators and trainers run a course.",
  "trainee.read": "Names of people in training are for the trainers, coordinators and the head of their own organization.",
  "trainee.add": "People in training are added by the trainers, coordinators and the head of their own organization.",
  "trainee.leave": "Who has left is said by the trainers, coordinators and the head of the person's own organization.",
  "trainee.enroll": "People in training are put on a list by their own organization.",
  "headcount.set": "The headcount is given by the trainers, coordinators and the head of the organization itself.",
  "certificate.issue": "Certificates are issued by the organization of the person who was trained.",
  "debrief.read": "Debriefs are for the coordinators, drafters, trainers and the head of the organization itself.",
  "debrief.write": "Only coordinators, drafters, trainers and the head of an organization write debriefs.",
  "edition.acknowledge": "Texts are acknowledged by the people of the agency that adopted them.",
  "acknowledgement.read": "Who has acknowledged a text is for the trainers, coordinators and the head of the agency itself.",
  "quiz.write": "Questions are asked by the trainers, coordinators and the head of the agency itself.",
  "document.review": "Only a coordinator or the head of the agency that keeps the document reviews it.",
  "standard.write": "Only a coordinator or an administrator adds standards and what they ask.",
  "proof.write": "Only drafters and coordinators say which clause answers a requirement.",
  "resource.write": "Only a coordinator or an administrator adds, changes and closes resources.",
  "citation.write": "Only drafters and coordinators say what a clause relies on.",
  "comment.resolve": "Observers read the discussion but do not settle what is in it.",
  "comment.write": "Observers read the discussion but do not take part in it.",
};
