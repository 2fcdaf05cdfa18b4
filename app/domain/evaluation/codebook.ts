import type { AnalysisRequest } from "./analyse";
import { csvOf } from "./r-scripts/r-text";

/** What each column of an analysis' data file holds, by method; columns that are numbered stand once, without their number. */
const meanings: Partial<Record<AnalysisRequest["method"], Record<string, string>>> = {
  "rate-ratio": { period: "Period", events: "Events counted in the period", exposure: "What the events are counted of in the period", after: "1 from the change on, 0 before it" },
  "interrupted-series": { period: "Period", value: "Count or value of the period", exposure: "What the count is counted of in the period" },
  "staggered-panel": { unit: "Unit, such as an agency", period: "Period", value: "Count or value of the unit in the period", exposure: "What the count is counted of", treated: "1 from the period on in which the unit had started, 0 before" },
  "control-chart": { period: "Period", value: "Count or value of the period", of: "What the count is counted of in the period" },
  paired: { before: "One person's score before", after: "The same person's score after" },
  "two-groups": { group: "Group, with its place in front", value: "One person's score" },
  decay: { time: "Time since the training", mean: "Mean score of the wave", deviation: "Standard deviation of the wave", n: "People who answered the wave" },
  "two-by-two": { group: "Group", yes: "Counted with yes", no: "Counted with no" },
  table: { row: "Row of the table", c: "Count of the column of this number" },
  matched: { gained: "People who turned from no to yes", lost: "People who turned from yes to no", stayedYes: "People who said yes both times", stayedNo: "People who said no both times" },
  stratified: { agency: "Agency", yes: "Counted with yes in the group of this number", no: "Counted with no in the group of this number" },
  reliability: { item: "One person's answer to the item of this number" },
  raters: { rater: "Score by the rater of this number" },
  kappa: { c: "Count: first rater's category by row, second rater's by column" },
  pooling: { agency: "Agency", effect: "Effect (a logarithm where it is a ratio)", error: "Standard error of the effect" },
  power: { alpha: "Level of the test" },
};

const heads = ["Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)", "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?", "Field Annotation"];

/** The codebook of a data file, in the columns of a REDCap data dictionary, whose first field is the number of the row. */
export function codebookOf(request: AnalysisRequest, data: string): string {
  const [header = "", ...lines] = data.trimEnd().split("\n");
  const columns = header.split(",");
  const isNumber = (at: number) => lines.every((line) => /^-?[\d.eE+-]+$|^NA$/.test(line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[at] ?? ""));
  const rows = columns.map((column, at) => fieldOf(column.toLowerCase(), meanings[request.method]?.[column] ?? meanings[request.method]?.[column.replace(/\d+$/, "")] ?? column, column, isNumber(at)));
  return csvOf({ columns: heads.map((head) => `"${head}"`), rows: [fieldOf("record_id", "Number of the row", "not a column of data.csv", false), ...rows] });
}

function fieldOf(name: string, label: string, column: string, number: boolean): string[] {
  return [name, "data", "", "text", label, "", `Column of data.csv: ${column}`, number ? "number" : "", "", "", "", "", "", "", "", "", "", ""];
}
