import type { DocumentMark, DocumentNode } from "../../schema/document-node";

type Words = string | DocumentNode;

const inline = (words: Words[]): DocumentNode[] => words.filter((word) => word !== "").map((word) => (typeof word === "string" ? { type: "text", text: word } : word));

/** A paragraph. */
export const p = (...words: Words[]): DocumentNode => ({ type: "paragraph", content: inline(words) });
/** Letters with marks. */
export const marked = (text: string, ...marks: (string | DocumentMark)[]): DocumentNode => ({ type: "text", text, marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)) });
/** A footnote. */
export const note = (text: string): DocumentNode => ({ type: "footnote", attrs: { text } });
/** A mention of another clause. */
export const see = (clause: string): DocumentNode => ({ type: "crossReference", attrs: { clause } });
const link = (text: string, href: string) => marked(text, { type: "link", attrs: { href } });
const entry = (words: Words | Words[] | DocumentNode[]): DocumentNode => {
  if (typeof words === "string") return { type: "listItem", content: [p(words)] };
  if (Array.isArray(words) && words.every((word) => typeof word !== "string" && ["paragraph", "bulletList", "orderedList"].includes(word.type))) return { type: "listItem", content: words as DocumentNode[] };
  return { type: "listItem", content: [p(...(Array.isArray(words) ? words : [words]))] };
};
/** A list with bullets; an entry of several blocks is an array of them. */
export const bullets = (...entries: (string | Words[])[]): DocumentNode => ({ type: "bulletList", content: entries.map(entry) });
/** A numbered list. */
export const steps = (start: number, ...entries: (string | Words[])[]): DocumentNode => ({ type: "orderedList", attrs: { start }, content: entries.map(entry) });
/** A callout. */
export const callout = (tone: "note" | "important" | "example", ...content: DocumentNode[]): DocumentNode => ({ type: "callout", attrs: { tone }, content });
const cell = (type: string, words: Words | DocumentNode[], attrs: Record<string, unknown> = {}): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, ...attrs }, content: Array.isArray(words) ? words : [p(words)] });
/** A table of words with a row of headings. */
export const table = (heads: string[], ...rows: (string | DocumentNode)[][]): DocumentNode => ({
  type: "table",
  content: [{ type: "tableRow", content: heads.map((words) => cell("tableHeader", words)) }, ...rows.map((row): DocumentNode => ({ type: "tableRow", content: row.map((each) => (typeof each === "string" ? cell("tableCell", each) : each)) }))],
});
/** A clause: its blocks, then the clauses below it. */
export const clause = (id: string, title: string, ...content: DocumentNode[]): DocumentNode => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", ...(title ? { content: [{ type: "text", text: title }] } : {}) }, ...content] });
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

const purpose = (id: string, words: string) => clause(id, "Purpose", p(words));

/** Ten policies of a made-up program, as such policies are built. */
export const policies: { title: string; content: DocumentNode }[] = [
  {
    title: "Crisis transport",
    content: doc(
      purpose("tr-purpose", "A person in crisis is taken to care in the least restrictive way that is safe."),
      clause("tr-scope", "Scope", p("This policy binds every sworn officer of the program’s agencies.", note("Reserve officers are sworn officers while on duty.")), p("It does not change what the law says of custody; see clause ", see("tr-law"), ".")),
      clause(
        "tr-who",
        "Who transports",
        p("The first of these that can come within ", marked("20 minutes", "bold"), " transports:"),
        steps(1, "the mobile crisis team,", "an ambulance,", [p("a patrol car,"), bullets("unmarked where there is one,", "with two officers.")]),
        clause("tr-ride", "During the ride", p("The officer tells the person where they are going and why."), callout("important", p("Nobody is left alone in a car."), bullets("Not at the door.", "Not at a stop."))),
        clause("tr-restraint", "Restraint", p("Handcuffs are used only for a reason that is written down.", note("A form of two lines is enough."), " See ", see("tr-ride"), ".")),
      ),
      clause("tr-law", "What the law says", p("The statute stands ", link("in the code", "https://example.org/code#crisis"), ".")),
    ),
  },
  {
    title: "Integrated Crisis Assessment Team (ICAT)",
    content: doc(
      purpose("icat-1", "An officer and a clinician answer together where both are needed."),
      clause("icat-2", "Team", table(["Role", "From", "Hours"], ["Officer", "Riverton Police", "10:00 to 02:00"], ["Clinician", "Lakeside Center", "10:00 to 02:00"], ["Peer", "NAMI Riverton", "on call"])),
      clause("icat-3", "When the team is called", bullets("The caller asks for it.", "An officer on scene asks for it.", ["The 911 call-taker marks the call ", marked("crisis", "italic"), "."]), clause("icat-3a", "When it is not called", p("A weapon is in use. Then clause ", see("icat-4"), " holds."))),
      clause("icat-4", "Weapons", p("Officers secure the place first."), callout("example", p("A knife on a kitchen table is not in use."))),
    ),
  },
  {
    title: "De-escalation",
    content: doc(
      purpose("de-1", "Time and distance are tools. They come before force."),
      clause("de-2", "Steps", steps(1, "Stop and look.", "Make room.", ["Speak ", marked("one", "bold", "underline"), " at a time."], "Ask for a CIT officer."), p("The count goes on after a pause:"), steps(5, "Wait.", "Wait again.")),
      clause("de-3", "Force", clause("de-3a", "Before", p("Say what will happen.")), clause("de-3b", "After", p("Give aid.", { type: "hardBreak" }, "Call a supervisor."), clause("de-3b1", "Report", p("The report is due at the end of the shift."), clause("de-3b1a", "Late reports", p("The supervisor is told why."))))),
    ),
  },
  {
    title: "Dispatch call-taking",
    content: doc(
      purpose("di-1", "The first minute decides who comes."),
      clause("di-2", "Questions", steps(1, "Where are you?", "Is anybody hurt?", "Is there a weapon?", "Has the person been helped before?"), callout("note", p("Ask in the caller’s own words."))),
      clause("di-3", "Codes", table(["Code", "Meaning", "Who is sent"], ["C1", "Crisis, no danger", "Mobile team"], ["C2", "Crisis, danger to self", [bulletsCell("CIT officer", "Clinician")][0] as DocumentNode], ["C3", "Danger to others", "Patrol, then CIT"])),
      clause("di-4", "Hand-over to 988", p("Calls of code C1 are offered to 988.", note("The caller may refuse."), note("The line stays open until somebody answers."))),
    ),
  },
  {
    title: "Off-duty interventions",
    content: doc(
      purpose("off-1", "An officer off duty first calls, then judges."),
      clause("off-2", "Consider", bullets("your own safety,", "the safety of others,", [p("what you have with you:"), bullets("a phone,", [p("protection:"), steps(1, "a vest,", "gloves.")])], "who else is near.")),
      clause("off-3", "2 officers or more", p("The one on duty leads.")),
      clause("off-4", "Reporting", p("See clauses ", see("off-2"), " and ", see("off-3"), ".")),
    ),
  },
  {
    title: "Hospital handoff",
    content: doc(
      purpose("hos-1", "A handoff takes 15 minutes and not three hours."),
      clause("hos-2", "At the door", p("The officer gives:"), bullets([p("the name,"), p("as the person says it,")], "what was seen,", "what was taken.")),
      clause("hos-3", "Times", tableWithSpans()),
      clause("hos-4", ""),
      clause("hos-5", "Belongings", p("A list is signed by both.")),
    ),
  },
  {
    title: "Memorandum of understanding",
    content: doc(
      clause("mou-1", "Parties", p("Riverton Police, Harlow County Sheriff, Lakeside Center and NAMI Riverton.")),
      clause("mou-2", "What each gives", table(["Party", "Gives"], ["Police", "40 officers a year for training"], ["Center", "two clinicians"])),
      clause("mou-3", "Money", p("Nobody pays anybody, but for ", see("mou-4"), ".")),
      clause("mou-4", "Costs of training", p("Costs are shared by thirds."), callout("important", p("Overtime is each agency’s own."))),
      clause("mou-5", "Term", p("Three years from the last signature."), clause("mou-5-a", "Ending early", p("Ninety days’ notice, in writing."))),
    ),
  },
  {
    title: "Training: the 40-hour week",
    content: doc(
      purpose("week-1", "Forty hours, five days, together with those it is about."),
      clause("week-2", "The week", table(["Day", "Morning", "Afternoon"], ["Monday", "Mental illness", "Medicines"], ["Tuesday", "Site visits", "Site visits"], ["Wednesday", "Law", "Families"], ["Thursday", "De-escalation", "Scenarios"], ["Friday", "Scenarios", "Graduation"])),
      clause("week-3", "Who teaches", p("People with lived experience teach at least ", marked("eight hours", "bold"), ".")),
      clause("week-4", "Who comes", steps(1, "Volunteers,", "chosen by their supervisor,", "with two years of patrol.")),
      clause("week-5", "Refreshers", p("Every two years. Write to ", link("the coordinator", "mailto:coordinator@demo.concord.example"), ".")),
    ),
  },
  {
    title: "Data sharing",
    content: doc(
      purpose("data-1", "We count, so that we learn. We do not count people who can be found again."),
      clause("data-2", "What is shared", bullets("numbers of calls,", "minutes until help came,", "where people were taken.")),
      clause("data-3", "What is never shared", callout("important", p("Names, addresses, dates of birth."), steps(1, "Not in tables.", "Not in notes.")), p("Numbers below 11 are left out.", note("Also those from which they could be computed."))),
      clause("data-4", "Who asks", p("Requests go to the researcher; clause ", see("data-2"), " says what for.")),
    ),
  },
  {
    title: "Records",
    content: doc(
      purpose("rec-1", "Who decided what, and when, can be read for ten years."),
      clause("rec-2", "What is kept", callout("note", p("Drafts are kept too.")), callout("note", p("Votes are kept with their reasons."))),
      clause("rec-3", "How long", table(["Record", "Years"], ["Votes", "10"], ["Drafts", "3"]), table(["Record", "Where"], ["Votes", "with the clerk"])),
      clause("rec-4", "Two lists", bullets("open,", "closed."), steps(1, "read,", "copied.")),
    ),
  },
];

function bulletsCell(...entries: string[]): DocumentNode {
  return cell("tableCell", [p("Both:"), bullets(...entries)]);
}

function tableWithSpans(): DocumentNode {
  const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
  return {
    type: "table",
    content: [
      row(cell("tableHeader", "Step"), cell("tableHeader", "Minutes", { colspan: 2 })),
      row(cell("tableHeader", "Door", { rowspan: 2 }), cell("tableCell", "first"), cell("tableCell", "5")),
      row(cell("tableCell", "second"), cell("tableCell", "10")),
      row(cell("tableHeader", "Whole"), cell("tableCell", "15", { colspan: 2 })),
    ],
  };
}
