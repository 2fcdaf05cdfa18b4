import { expect, test } from "vitest";
import { modulesIn, moduleClause, withFacts, withModule } from "~/editor/curriculum-text";
import { startingModules } from "./starting-modules";
import { totalInWords, weekChanges } from "./week-changes";

const week = { type: "doc", content: startingModules("cit").map((module, at) => moduleClause({ id: `m${at}`, ...module })) };
const { modules } = modulesIn(week);
const named = (title: string) => modules.find((module) => module.title.startsWith(title))?.id ?? "";

test("an hour that moves from a lecture to a role play is named, and the sum stays", () => {
  const lecture = withFacts(week, named("Mental illness"), { hours: "3" }) ?? week;
  const moved = withFacts(lecture, named("De-escalation skills"), { hours: "4", when: "Thursday 12:30", method: "Role play" }) ?? week;
  const { total, changes } = weekChanges(modules, modulesIn(moved).modules);
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "“Mental illness: mood, psychosis, anxiety, personality” has 3.0 h instead of 4.0 h.",
    "“De-escalation skills” has 4.0 h instead of 3.0 h, and moves from Thursday 13:00 to Thursday 12:30, and is taught as role play instead of practice.",
  ]);
  expect(totalInWords(total)).toBe("The modules still sum to 40.0 h.");
});

test("a module that comes, one that goes and one that loses its place are named; a change of teacher is left to the redline", () => {
  const more = withModule({ ...week, content: week.content.slice(1) }, { id: "new", title: "Elders", facts: { hours: "1", when: "Friday 17:00", topic: "Older adults" } });
  const unplaced = withFacts(withFacts(more, "m1", { when: "" }) ?? more, "m2", { taughtBy: "Somebody else" }) ?? more;
  const { total, changes } = weekChanges(modules, modulesIn(unplaced).modules);
  expect(changes.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ["changed", "“Culture, race and stigma” loses its place on Monday 9:30."],
    ["added", "“Elders” is new, with 1.0 h, on Friday 17:00."],
    ["removed", "“Welcome, history of CIT, first test” is taken out, with its 1.5 h."],
  ]);
  expect(totalInWords(total)).toBe("The modules sum to 39.5 h instead of 40.0 h.");
});
