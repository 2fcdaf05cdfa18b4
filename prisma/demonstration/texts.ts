import type { DocumentNode } from "~/editor/schema/document-node";

type Body = string | readonly string[];
export type Clause = { id: string; title: string; body: readonly Body[]; clauses?: readonly Clause[] };

/** A document from clauses. A string is a paragraph, a list of strings a bullet list. */
export function textOf(clauses: readonly Clause[]): DocumentNode {
  return { type: "doc", content: clauses.map(clauseNode) };
}

/** The same text with one clause changed. */
export function withClause(clauses: readonly Clause[], id: string, change: (clause: Clause) => Clause): Clause[] {
  return clauses.map((clause) => (clause.id === id ? change(clause) : { ...clause, clauses: clause.clauses && withClause(clause.clauses, id, change) }));
}

function clauseNode({ id, title, body, clauses = [] }: Clause): DocumentNode {
  return {
    type: "clause",
    attrs: { id },
    content: [{ type: "clauseTitle", content: [words(title)] }, ...body.map((block) => (typeof block === "string" ? paragraph(block) : list(block))), ...clauses.map(clauseNode)],
  };
}

function paragraph(text: string): DocumentNode {
  return { type: "paragraph", content: [words(text)] };
}

function list(lines: readonly string[]): DocumentNode {
  return { type: "bulletList", content: lines.map((line) => ({ type: "listItem", content: [paragraph(line)] })) };
}

function words(text: string): DocumentNode {
  return { type: "text", text };
}

export const crisisResponse: Clause[] = [
  {
    id: "purpose0001",
    title: "Purpose",
    body: [
      "This policy says how officers, call-takers and their partners respond to a person in crisis. It belongs to the program and not to one agency: clinicians, advocates and people who have lived through a crisis wrote it together with the police.",
      "The aim is that everyone is safe and that the person is connected to care. Jail is the last answer, not the first.",
    ],
  },
  {
    id: "definitions1",
    title: "Words used here",
    body: [
      "A person in crisis is someone whose thoughts, feelings or behavior put them or others at risk, or keep them from caring for themselves, whatever the cause.",
      "A CIT officer is an officer who volunteered for the role, was selected, and has finished the 40-hour week.",
    ],
  },
  {
    id: "dispatch0001",
    title: "Dispatch",
    body: [],
    clauses: [
      {
        id: "callcoding01",
        title: "Coding the call",
        body: ["Call-takers shall ask whether the person may be in crisis and shall code the call so. A call that turns out otherwise is recoded by the officer at the scene."],
      },
      {
        id: "sendofficer1",
        title: "Sending a CIT officer",
        body: ["Dispatchers shall send a CIT officer to a coded call when one is on duty in any district. If none can be reached within ten minutes, the dispatcher tells the supervisor."],
      },
    ],
  },
  {
    id: "scene0000001",
    title: "At the scene",
    body: ["Officers follow the Critical Decision-Making Model. They collect information, assess the situation, consider their powers and this policy, choose among options, act, and look again."],
    clauses: [
      {
        id: "timedistance",
        title: "Time and distance",
        body: ["When nobody is in immediate danger, officers slow the encounter down. They may wait, move back, or call for help."],
      },
      {
        id: "onevoice0001",
        title: "One voice",
        body: ["One officer speaks with the person. The others:", ["lower radios and lights where that is safe", "keep bystanders back", "do not give orders of their own"]],
      },
      {
        id: "family000001",
        title: "Family and peers",
        body: ["Officers may ask family members or a peer supporter what has helped before."],
      },
    ],
  },
  {
    id: "transport001",
    title: "Transport and transfer of custody",
    body: ["A person who agrees to go is taken to the receiving facility that the person prefers, if it has room. Handcuffs are used only when there is a risk that can be put in words and is written in the report."],
  },
  {
    id: "supervisors1",
    title: "Supervisors",
    body: ["A supervisor shall go to a coded call when force was used or when officers ask for it. Once a month the supervisor talks one call through with each officer, step by step of the model."],
  },
  {
    id: "review000001",
    title: "Review",
    body: ["The program reviews this policy once a year with the measures and findings of that year."],
  },
];

/** Edition 2: "may" became "shall" in time and distance, and a last sentence was added. */
export const crisisResponse2 = withClause(crisisResponse, "timedistance", (clause) => ({
  ...clause,
  body: ["When nobody is in immediate danger, officers shall slow the encounter down. They may wait, move back, or call for help. No officer is blamed for taking time."],
}));

/** Open for vote: family and peers are asked, not only may be. */
export const askFamily = withClause(crisisResponse2, "family000001", (clause) => ({
  ...clause,
  body: ["Officers shall ask family members, or a peer supporter if one is there, what has helped before. If the person objects, officers respect that and write down why they did not ask."],
}));

/** Carried and waiting for the agencies. */
export const quietTransport = withClause(crisisResponse2, "transport001", (clause) => ({
  ...clause,
  body: [
    "A person who agrees to go is taken to the receiving facility that the person prefers, if it has room. A friend, family member or peer supporter may ride along when that is safe.",
    "Handcuffs are used only when there is a risk that can be put in words and is written in the report.",
  ],
}));

/** Not carried: it failed in two groups. */
export const handcuffsAlways = withClause(crisisResponse2, "transport001", (clause) => ({
  ...clause,
  body: ["A person who agrees to go is taken to the nearest receiving facility. Handcuffs are used on every transport."],
}));

/** Carried and in the stages of the agencies. */
export const talkAfterwards = withClause(crisisResponse2, "supervisors1", (clause) => ({
  ...clause,
  body: ["A supervisor shall go to a coded call when force was used or when officers ask for it. When force was used, the supervisor talks the call through with each officer by the end of the next day. The talk is for learning and is not part of an investigation."],
}));

/** The same clause as the sheriff's office would have it. */
export const supervisorsInCounty =
  "A supervisor shall go to a coded call when force was used or when officers ask for it. When force was used, the supervisor talks the call through with each officer within three days. The talk is for learning and is not part of an investigation.";

/** Being drafted. */
export const dispatchSooner = withClause(crisisResponse2, "sendofficer1", (clause) => ({
  ...clause,
  body: ["Dispatchers shall send a CIT officer to a coded call when one is on duty in any district. If none can be reached within five minutes, the dispatcher tells the supervisor and calls the mobile crisis team."],
}));

export const callTaking: Clause[] = [
  { id: "calltaking01", title: "First questions", body: ["Ask what is happening now, who is there, and whether anyone is hurt.", "Ask whether the person has had such a crisis before and what helped."] },
  { id: "calltaking02", title: "988", body: ["Offer to bring the 988 counselor into the call when nobody is in immediate danger."] },
  { id: "calltaking03", title: "What officers are told", body: [["what the caller saw", "weapons that were seen, not guessed", "what calms the person, in the caller's words"]] },
];
