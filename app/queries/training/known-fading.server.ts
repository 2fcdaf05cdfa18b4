import type { WaveShares } from "~/domain/evaluation/retention";
import { fadingChart, fadingOf, type StepFading } from "~/domain/training/fading";

export type Fading = { steps: StepFading[]; chart: ReturnType<typeof fadingChart> };

/** So many cohorts are remembered, the last asked for; a program has a few. */
const mostKnown = 100;
const known = new Map<string, Fading>();

/** How each step fades in the waves of one cohort. The curves follow from the shares alone, so they are fitted once and found again while the shares are the same. */
export function knownFading(waves: readonly WaveShares[]): Fading {
  const key = JSON.stringify(waves.map(({ kind, months, steps }) => [kind, months, steps]));
  const fading = known.get(key) ?? fadingFitted(waves);
  known.delete(key);
  known.set(key, fading);
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
  return fading;
}

function fadingFitted(waves: readonly WaveShares[]): Fading {
  const steps = fadingOf(waves);
  return { steps, chart: fadingChart(steps) };
}
