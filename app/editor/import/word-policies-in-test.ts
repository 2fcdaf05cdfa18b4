import { bold, box, cell, control, del, en, end, field, fn, formed, from, h, headRow, ins, li, lists, marked, moved, p, r, row, table, to, tracked, wordMade } from "./word-made-in-test";

/** A policy as an agency keeps it in Word, and what is to come of it. `missed` is all that the report has to tell, in its order of words. */
export type WordPolicy = { title: string; file: Uint8Array; outline: string[]; suggestions?: Record<string, number>; comments?: string[]; notes?: number; missed?: string[] };

const title = (words: string) => p(words, '<w:pStyle w:val="Title"/>');
const furniture = { header: "Riverton PD General Order", footer: p(`${r("Page ")}${field("PAGE", "1")}`) };
const told = ["page header or footer: “Page 1”", "page header or footer: “Riverton PD General Order”"];
const dana = "Dana Whitfield";
const marcus = "Marcus Reyes";
const law = "City Attorney";

/** Ten policies as Word files: numbered styles, bold lines, fields, controls, merged cells, notes with form, boxes, several hands. */
export const wordPolicies: WordPolicy[] = [
  {
    title: "Response to a person in crisis",
    file: wordMade({
      ...furniture,
      body: [
        title("Response to a person in crisis"),
        control(`${p("Contents", '<w:pStyle w:val="TOCHeading"/>')}${p("1 Purpose 1", '<w:pStyle w:val="TOC1"/>')}`, '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'),
        h(1, marked("_Ref1", "Purpose")), p("Officers and clinicians answer together."),
        h(1, "Definitions"), li(lists.bullets, 0, "CIT officer: one who volunteered."), li(lists.bullets, 0, "Person in crisis: anyone who cannot cope."),
        h(1, "Procedure"), h(2, "On the way"), p(`${r("See clause ")}${field("REF _Ref1 \\r \\h", "1")}${r(".")}`), h(2, "At the scene"), h(3, "First minute"), p("Slow down."), h(3, "After that"), h(4, "Hand-over"), p("Stay until help is there."),
        h(1, "Review"), p(`${r("Last saved ")}${field("SAVEDATE", "3/3/2026")}${r(".")}`),
      ].join(""),
    }),
    outline: ["1 Purpose", "2 Definitions", "3 Procedure", "3.1 On the way", "3.2 At the scene", "3.2.1 First minute", "3.2.2 After that", "3.2.2.1 Hand-over", "4 Review"],
    missed: ["field (its last shown text is kept)", "line of a table of contents", ...told],
  },
  {
    title: "Use of force",
    file: wordMade({
      body: [
        title("Use of force"), bold("I. PURPOSE"), p(`${r("Life is held in the highest regard.")}${fn(1)}`),
        bold("II. POLICY"), bold("A. De-escalation"), p(`${r("Officers ")}${r("shall", "<w:b/>")}${r(" try words first.")}${fn(2)}`),
        li(lists.counted, 0, "Stop and look."), li(lists.counted, 1, "from cover,"), li(lists.counted, 1, "with distance."), li(lists.counted, 0, "Speak."), p("Then:"), li(lists.counted, 0, "Call."), p("Anew:"), li(lists.countedAnew, 0, "Wait."),
        bold("B. Duty to intervene"), p("Whoever sees too much force steps in."),
      ].join(""),
      footnotes: [`${r(" See the ")}${r("statute", "<w:i/>")}${r(".")}`, "Shields are no force."],
    }),
    outline: ["1 PURPOSE", "2 POLICY", "2.1 De-escalation", "2.2 Duty to intervene"],
    notes: 2,
    missed: ["form of the words in a footnote (the words are kept)", "list counted by letters or Roman numbers (it counts 1, 2, 3 here)"],
  },
  {
    title: "Memorandum of understanding",
    file: wordMade({
      body: [
        title("Memorandum of understanding"), p(`${r("Made on ")}${control("March 3, 2026", "<w:date/>")}${r(" between ")}${control("Click here to name the parties.", "<w:showingPlcHdr/>")}${r("the parties below.")}`),
        li(lists.legal, 0, "Services"), li(lists.legal, 1, "The Center sends a clinician to each call that dispatch marks."), li(lists.legal, 1, "The Department pays nobody."), li(lists.legal, 2, "Overtime stays with each agency."),
        li(lists.legal, 0, "Term"), li(lists.legal, 1, "Three years."),
        bold("Signatures"), table(3, headRow("Party", "Name", "Date"), row([cell("Department"), cell("Chief"), cell(control(p("March 3"), "<w:date/>"))]), row([cell("Center and others", '<w:gridSpan w:val="2"/>'), cell("")])),
      ].join(""),
    }),
    outline: ["1 ", "2 Services", "2.1 ", "2.2 ", "2.2.1 ", "3 Term", "3.1 ", "4 Signatures"],
    missed: ["empty field of a form (its prompt is left out)"],
  },
  {
    title: "Mental health holds",
    file: wordMade({
      body: [
        title("Mental health holds"), h(1, "Criteria"), p(`${r("An officer ")}${del(dana, "shall")}${ins(marcus, `${r("may, ")}${del(law, "always ")}`)}${ins(dana, "when needed ")}${r(" hold a person.")}`),
        h(1, `${r("Paper")}${ins(dana, " work")}`), p(`${r("The form is ")}${formed(law, "signed")}${r(".")}`), p(ins(law, "A copy goes to the person."), end("ins", law)), p(del(marcus, "A copy is kept."), end("del", marcus)), p("The end."),
      ].join(""),
    }),
    outline: ["1 Criteria", "2 Paper work"],
    suggestions: { [dana]: 2, [marcus]: 2, [law]: 3 },
  },
  {
    title: "Dispatch protocol",
    file: wordMade({
      body: [
        title("Dispatch protocol"), h(1, "Codes"),
        table(3, headRow("Code", "Meaning", "Sent"), row([cell("C1", '<w:vMerge w:val="restart"/>'), cell("no danger"), cell("team")]), row([cell("", "<w:vMerge/>"), cell("danger to self"), cell(p("CIT officer") + p("and clinician"))]), row([cell("All others", '<w:gridSpan w:val="2"/>'), cell("patrol")]), row([cell("C9"), cell("new code"), cell("nobody")], tracked("ins", dana)), row([cell("C8"), cell("old code"), cell("patrol")], tracked("del", law))),
        p(""), table(1, row([cell(`${p("Outer")}${table(1, row([cell("Inner")]))}${p("")}`)])),
      ].join(""),
    }),
    outline: ["1 Codes"],
    suggestions: { [dana]: 1, [law]: 1 },
    missed: ["table inside a table (its text is kept)"],
  },
  {
    title: "Hospital handoff",
    file: wordMade({
      body: [
        title("Hospital handoff"), h(1, "At the door"), p(`${from(1)}${r("The officer gives the name.")}`), p(`${r("The nurse signs")}${to(1)}${to(2)}${r(" the form.")}`), p(`${r("A bed ")}${from(3)}${r("within 15 minutes")}${to(3)}${r(" is asked for.")}`), p(`${r("Nobody waits.")}<w:r><w:commentReference w:id="4"/></w:r>`),
      ].join(""),
      comments: [{ id: 1, author: law, says: "Who signs for minors?" }, { id: 2, author: dana, says: "The guardian.", answers: 1 }, { id: 3, author: marcus, says: "Is that agreed?", done: true }, { id: 4, author: law, says: "Nobody at all?" }],
    }),
    outline: ["1 At the door"],
    comments: ["City Attorney on “The officer gives the name. The nurse signs”: Who signs for minors? / The guardian.", "Marcus Reyes on “within 15 minutes”: Is that agreed? (resolved)", "City Attorney on “Nobody waits.”: Nobody at all?"],
  },
  {
    title: "The 40-hour week",
    file: wordMade({
      ...furniture,
      body: [
        title("The 40-hour week"), p("Monday to Friday", '<w:outlineLvl w:val="0"/>'),
        table(2, headRow("Day", "Sessions"), row([cell("Monday"), cell(`${p("Morning:")}${li(lists.bullets, 0, "illness")}${li(lists.bullets, 1, "voices")}${li(lists.bullets, 0, "medicine")}`)]), row([cell("Friday"), cell(li(lists.counted, 0, "scenarios") + li(lists.counted, 0, "graduation"))])),
        p("Checks", '<w:outlineLvl w:val="0"/>'), p(`${control("☐", "<w14:checkbox/>")}${r(" Site visit held ")}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`), p("Below", '<w:outlineLvl w:val="1"/>'), p(`${r("First half")}<w:r><w:br w:type="page"/></w:r>${r("second half, 2")}${r("nd", '<w:vertAlign w:val="superscript"/>')}`),
      ].join(""),
    }),
    outline: ["1 Monday to Friday", "2 Checks", "2.1 Below"],
    missed: [...told, "raised or lowered letters (kept on the line)"],
  },
  {
    title: "Records",
    file: wordMade({
      body: [
        title("Records"), h(1, "Kept"), p(`${box("Call the clerk first.", "Then the chief.")}${r("Votes are kept ten years.")}`), p(`${r("Old ")}${r("rule", "<w:strike/>")}${r(" and ")}${r("new", '<w:highlight w:val="yellow"/>')}${r("secret", "<w:vanish/>")}${r(".")}`),
        h(1, "Asked for"), p(`<w:hyperlink r:id="code" w:history="1">${r("The code", '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>${r(", ")}${field('HYPERLINK "https://example.org/form"', "the form")}${r(" and ")}<w:hyperlink r:id="trap">${r("a trap")}</w:hyperlink>${r(".")}`),
        `<w:p><w:pPr><w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr></w:pPr></w:p>`, p("After the wide page."),
      ].join(""),
      links: { code: "https://example.org/code", trap: "java&#x9;script:alert(1)" },
    }),
    outline: ["1 Kept", "2 Asked for"],
    missed: ["hidden text", "highlighted words (kept without the colour)", "link to an address that is not allowed (its text is kept)", "text box (its words stand behind the paragraph)", "words struck through by hand (kept as plain words: check whether they hold)"],
  },
  {
    title: "Data sharing",
    file: wordMade({
      body: [
        title("Data sharing"), h(1, marked("_Toc7", "What is shared")), p(`${r("Counts only.")}${fn(1)}${r(" And times.")}${en(1)}`), h(1, "Who asks"), p(`${r("See ")}<w:hyperlink w:anchor="_Toc7">${r("1")}</w:hyperlink>${r(", or ")}<w:hyperlink w:anchor="_Toc7">${r("what is shared")}</w:hyperlink>${r(".")}`), `<w:customXml w:element="x">${p(`<w:smartTag w:element="place">${r("Riverton")}</w:smartTag>${r(" keeps the list")}<w:r><w:noBreakHyphen/></w:r>${r("of names.")}`)}</w:customXml>`,
      ].join(""),
      footnotes: ["None below 11."],
      endnotes: ["To the minute."],
    }),
    outline: ["1 What is shared", "2 Who asks"],
    notes: 2,
    missed: ["endnote (taken as a footnote)", "link inside the file (its text is kept)"],
  },
  {
    title: "Body-worn cameras",
    file: wordMade({
      body: [
        title("Body-worn cameras"), h(1, "On"), p(moved("From", law, "The camera is off in hospitals."), end("moveFrom", law)), p("The camera is on at calls."), li(lists.bullets, 0, "at doors,"), li(lists.bullets, 0, ins(dana, "in cars,"), end("ins", dana)), li(lists.bullets, 0, "in yards."),
        h(1, "Off"), p("With clinicians it may be off."), p(moved("To", law, "The camera is off in hospitals."), end("moveTo", law)), p("The end is said aloud."),
      ].join(""),
    }),
    outline: ["1 On", "2 Off"],
    suggestions: { [dana]: 1, [law]: 2 },
  },
];
