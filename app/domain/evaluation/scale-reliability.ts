import { analyse } from "./analyse";
import type { Analysis } from "./analysis";
import { scoreOf, smallestGroup, type ItemKind } from "./survey";

type Answer = { number: number; kind: ItemKind; right: number | null; reversed: boolean; value: number };

/** Whether the items of the scale measure one thing (Cronbach's alpha with its interval), or why that cannot be said. Null where there is no scale. */
export function reliabilityOf(sheets: readonly (readonly Answer[])[]): { analysis: Analysis } | { refused: string } | null {
  const people = sheets.map((sheet) => sheet.filter(({ kind }) => kind === "scale").map((answer) => scoreOf(answer, answer.value)));
  const items = people[0]?.length ?? 0;
  if (items < 2) return null;
  if (people.length < smallestGroup) return { refused: "Fewer than five people have answered, so nothing is shown." };
  return analyse({ method: "reliability", answers: people, words: { measure: "the scale" } });
}
