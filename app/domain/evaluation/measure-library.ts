import type { MeasureDefinition } from "./measure";

export type LibraryMeasure = { key: string } & Omit<MeasureDefinition, "ownerId">;

type Row = readonly [
  key: string, name: string, kind: MeasureDefinition["kind"], domain: MeasureDefinition["domain"], numerator: string, denominator: string,
  unit: MeasureDefinition["unit"], direction: MeasureDefinition["direction"], source: string, more?: Partial<LibraryMeasure>,
];

const composite = "Composite: put together from several programs as a start. Edit it to fit yours.";
const keyOutcome = "One of the four key outcomes of police and mental health collaborations (BJA and CSG Justice Center). The wording is composite: edit it to fit yours.";
const care: Partial<LibraryMeasure> = { healthData: "yes" };

const rows: readonly Row[] = [
  ["connection", "Connection to care", "outcome", "connections", "Crisis contacts that ended in a referral or a transport to care", "Crisis contacts", "share", "up", "Crisis contact form", { origin: keyOutcome }],
  ["repeat-contact", "Repeat contact within 90 days", "outcome", "repeat", "People with two or more crisis contacts within 90 days", "People with a crisis contact", "share", "down", "Records system; the agency counts, and only totals come here", { origin: keyOutcome }],
  ["arrest-share", "Arrest", "outcome", "arrests", "Crisis contacts that ended in an arrest", "Crisis contacts", "share", "down", "Records system", { origin: keyOutcome, exclusions: "Count low-level offenses in a breakdown of their own." }],
  ["force-rate", "Contacts with force", "outcome", "force", "Crisis contacts with any reported use of force", "Crisis contacts", "share", "down", "Use-of-force reports", { origin: keyOutcome, exclusions: "Handcuffs alone, where the agency's policy does not count them as force." }],
  ["person-injury", "Injury of the person", "outcome", "injury", "Crisis contacts in which the person was injured", "Crisis contacts", "perThousand", "down", "Use-of-force and injury reports"],
  ["officer-injury", "Injury of an officer", "outcome", "injury", "Crisis contacts in which an officer was injured", "Crisis contacts", "perThousand", "down", "Injury reports"],
  ["officer-time", "Officer time", "outcome", "time", "Minutes at the scene and in handover, added up", "Crisis contacts", "mean", "none", "CAD times"],
  ["facility-acceptance", "Acceptance at the facility", "outcome", "time", "People accepted", "People brought to the facility", "share", "up", "Facility log", care],
  ["experience", "Experience of persons and families", "outcome", "experience", "Sum of scores", "Surveys answered", "mean", "up", "Survey of persons and families", { frequency: "quarterly", ...care }],
  ["highest-verbal", "Nothing beyond words", "behavior", "force", "Crisis contacts in which the highest technique was verbal", "Crisis contacts", "share", "up", "Crisis contact form"],
  ["coverage", "Patrol trained in crisis intervention", "process", "coverage", "Patrol officers with the training", "Patrol officers", "share", "up", "Training records", { exclusions: "Count by shift where shifts differ." }],
  ["arrival", "A trained officer arrived", "process", "coverage", "Crisis contacts at which a trained officer arrived", "Crisis contacts", "share", "up", "CAD: requested, sent, arrived"],
  ["dispatcher-training", "Call-takers trained", "process", "training", "Call-takers with the training", "Call-takers", "share", "up", "911 center training records", { frequency: "quarterly" }],
  ["form-completion", "Forms completed", "process", "other", "Contacts with a complete form", "Calls coded as a crisis", "share", "up", "CAD and crisis contact form"],
  ["refresher", "Refresher up to date", "process", "training", "Trained officers whose last training was within 24 months", "Trained officers", "share", "up", "Training records", { frequency: "quarterly" }],
  ["reinforcement", "Supervisors' debriefs", "process", "training", "Debriefs that followed the decision model", "Crisis contacts", "rate", "up", "Supervisors' log"],
  ["seat-participation", "Seats that vote", "process", "participation", "Seats that voted", "Seats on the roll", "share", "up", "Concord's own records", { frequency: "quarterly", exclusions: "Count by group." }],
  ["decision-timeliness", "Decisions within 30 days", "process", "participation", "Decisions given within 30 days", "Decisions due", "share", "up", "Concord's own records", { frequency: "quarterly" }],
  ["knowledge", "Knowledge", "learning", "training", "Sum of percent correct", "Officers who answered", "mean", "up", "Test before, after, at 6 and 12 months", { frequency: "wave", exclusions: "Count by step of the decision model." }],
  ["self-efficacy", "Confidence in de-escalation", "learning", "training", "Sum of scale scores", "Officers who answered", "mean", "up", "Survey before, after, at 6 and 12 months", { frequency: "wave" }],
  ["complaints", "Complaints", "balancing", "experience", "Complaints about a crisis contact", "", "count", "down", "Complaint log"],
  ["officer-refusal", "An officer was not available or declined", "balancing", "coverage", "Crisis calls without a trained officer because none was free or one declined", "", "count", "down", "CAD"],
  ["police-transport", "Transports by police", "balancing", "time", "Transports to care by police", "Transports to care", "share", "down", "CAD and facility log", care],
];

/** A library to begin with (the measures that programs of this kind report). Every definition is a start to be edited, and says so. */
export const measureLibrary: readonly LibraryMeasure[] = rows.map(([key, name, kind, domain, numerator, denominator, unit, direction, source, more]) => ({
  key, name, kind, domain, numerator, denominator, unit, direction, source, exclusions: "", frequency: "monthly", healthData: "no", origin: composite, ...more,
}));
