/**
 * The five steps of the Critical Decision-Making Model, around a core of ethics, values and mission.
 * Source: Police Executive Research Forum, ICAT training guide, module 2.
 */
export const modelSteps = [
  { number: 1, name: "Collect information", short: "Collect" },
  { number: 2, name: "Assess situation, threats and risks", short: "Assess" },
  { number: 3, name: "Consider police powers and agency policy", short: "Powers and policy" },
  { number: 4, name: "Identify options and choose the best course of action", short: "Options" },
  { number: 5, name: "Act, review and re-assess", short: "Act and review" },
] as const;

export type ModelStep = (typeof modelSteps)[number]["number"];

export function isModelStep(number: number): number is ModelStep {
  return modelSteps.some((step) => step.number === number);
}

/** "Steps 1 and 3", for a list of step numbers. */
export function stepsInWords(steps: readonly number[]): string {
  if (steps.length === 0) return "No step of the model";
  const said = steps.map(String);
  const list = said.length === 1 ? said[0] : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
  return `${said.length === 1 ? "Step" : "Steps"} ${list}`;
}
