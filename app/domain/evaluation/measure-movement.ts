import type { FindingFigures as Figures } from "./finding-figures";
import { periodInWords } from "./periods";
import { figureInWords, shownCell } from "./shown-figures";
import { allAgencies } from "./suppression-block";

/** How a measure stands now: its newest figure that may be shown, and the one a year (twelve periods) before; for beside the steps that followed. */
export function effectNow({ cells, measure, periods, agencies }: Pick<Figures, "cells" | "measure" | "periods" | "agencies">): { newest: string; before: string | null } | null {
  const agency = agencies.length === 1 ? (agencies[0]?.id ?? allAgencies) : allAgencies;
  const shown = periods.flatMap((period) => {
    const figure = shownCell(cells, period, agency, measure.unit)?.figure;
    return figure === null || figure === undefined ? [] : [{ period, words: `${figureInWords(figure, measure.unit)} in ${periodInWords(period, measure.frequency)}` }];
  });
  const newest = shown.at(-1);
  return newest ? { newest: newest.words, before: shown.at(-13)?.words ?? null } : null;
}
