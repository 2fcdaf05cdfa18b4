import { element, valued } from "./xml-text";

/** The numbers of the file's lists: one a list, so that each counts on its own. */
export type ListNumbers = { bullet: (level: number) => number; ordered: (start: number, level: number) => number; part: () => string };

const clauseNumbering = 0;
const bullets = 1;
const counted = 2;

/** The numbering that counts the clauses. */
export const clauseNumberId = 1;

/** Hands out numberings, and writes them down at the end. */
export function listNumbers(): ListNumbers {
  const given: string[] = [];
  const give = (abstract: number, more = "") => {
    const id = given.length + clauseNumberId + 1;
    given.push(element("w:num", { "w:numId": id }, valued("w:abstractNumId", abstract) + more));
    return id;
  };
  return {
    bullet: (level) => give(bullets, startsAt(1, level)),
    ordered: (start, level) => give(counted, startsAt(start, level)),
    part: () => abstractNumberings + element("w:num", { "w:numId": clauseNumberId }, valued("w:abstractNumId", clauseNumbering)) + given.join(""),
  };
}

function startsAt(start: number, level: number): string {
  return element("w:lvlOverride", { "w:ilvl": level }, valued("w:startOverride", start));
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];

function indent(level: number): string {
  return element("w:pPr", {}, element("w:ind", { "w:left": 720 + level * 360, "w:hanging": 360 }));
}

function level(at: number, format: string, text: string, more = "", properties = indent(at)): string {
  return element("w:lvl", { "w:ilvl": at }, valued("w:start", 1) + valued("w:numFmt", format) + more + valued("w:lvlText", text) + valued("w:lvlJc", "left") + properties);
}

const clauseLevels = levels.map((at) => {
  const text = levels.slice(0, at + 1).map((each) => `%${each + 1}`).join(".");
  const hanging = 432 + at * 144;
  return level(at, "decimal", text, at < 4 ? valued("w:pStyle", `Heading${at + 1}`) : "", element("w:pPr", {}, element("w:ind", { "w:left": hanging, "w:hanging": hanging })));
});

const abstractNumberings = [
  element("w:abstractNum", { "w:abstractNumId": clauseNumbering }, valued("w:multiLevelType", "multilevel") + clauseLevels.join("")),
  element("w:abstractNum", { "w:abstractNumId": bullets }, valued("w:multiLevelType", "hybridMultilevel") + levels.map((at) => level(at, "bullet", ["•", "◦", "▪"][at % 3] ?? "•")).join("")),
  element("w:abstractNum", { "w:abstractNumId": counted }, valued("w:multiLevelType", "hybridMultilevel") + levels.map((at) => level(at, "decimal", `%${at + 1}.`)).join("")),
].join("");
