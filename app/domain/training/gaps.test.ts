import { expect, test } from "vitest";
import { clauseStanding, type ClauseFacts } from "./clause-standing";
import { chainReach, gapsIn, laysDuty } from "./gaps";

test("a duty is a clause that says shall or must, not one that says may, and not a word that only begins so", () => {
  expect(["Officers shall wait.", "A report MUST be written.", "They shall\nnot handcuff"].map(laysDuty)).toEqual([true, true, true]);
  expect(["Officers may wait.", "Officers should wait.", "Mustard and shallow water.", ""].map(laysDuty)).toEqual([false, false, false, false]);
});

test("a duty that nothing teaches and a duty that nothing measures are gaps; a clause without a duty is none", () => {
  const clause = (number: string, text: string, taughtBy: number, measuredBy: number) => ({ id: number, number, title: "", text, taughtBy, practisedIn: 0, measuredBy, foundIn: 0 });
  const { untaught, unmeasured } = gapsIn([clause("1", "Officers shall wait.", 0, 1), clause("2", "They must report.", 1, 0), clause("3", "They may ask.", 0, 0)]);
  expect(untaught.map(({ number }) => number)).toEqual(["1"]);
  expect(unmeasured.map(({ number }) => number)).toEqual(["2"]);
});

test("the reach of a chain is counted over duties only", () => {
  const clause = (text: string, taughtBy: number, measuredBy: number, foundIn: number) => ({ id: text, number: "1", title: "", text, taughtBy, practisedIn: 0, measuredBy, foundIn });
  expect(chainReach([clause("Officers shall wait.", 2, 1, 1), clause("They must report.", 1, 0, 0), clause("They may ask.", 1, 1, 1)])).toEqual({ duties: 2, taught: 2, practised: 0, measured: 1, found: 1 });
  expect(chainReach([]).duties).toBe(0);
});

const whole: ClauseFacts = { standsNow: true, everInEdition: true, openProposal: null, inForceAt: ["Riverton Police"], coming: false, waitingFor: [], taughtBy: 1, measuredBy: 1 };

test.each<[string, Partial<ClauseFacts>, string, string | undefined]>([
  ["a clause in a draft stands there", { everInEdition: false, standsNow: false, inForceAt: [] }, "drafted", "Its drafters"],
  ["a clause that a proposal would add is discussed", { everInEdition: false, standsNow: false, inForceAt: [], openProposal: "drafting" }, "discussed", "A coordinator"],
  ["a clause that a proposal would add is voted on", { everInEdition: false, standsNow: false, inForceAt: [], openProposal: "voting" }, "voted", "The voting seats"],
  ["a clause that waits for a head names the agency", { everInEdition: false, standsNow: false, inForceAt: [], waitingFor: ["Cedar County Sheriff"] }, "decided", "Waiting for the head of Cedar County Sheriff."],
  ["an adopted clause waits for its first day", { inForceAt: [], coming: true }, "in force", undefined],
  ["a clause that was taken out stops", { standsNow: false, inForceAt: [] }, "in force", undefined],
  ["a clause in force that no module teaches is not trained", { taughtBy: 0 }, "trained", "A trainer"],
  ["a clause that is measured but not taught is not trained", { taughtBy: 0, measuredBy: 3 }, "trained", "A trainer"],
  ["a clause that is taught but not measured is not measured", { measuredBy: 0 }, "measured", "A researcher"],
])("%s", (_sentence, facts, station, turn) => {
  const { current, stopped } = clauseStanding({ ...whole, ...facts });
  expect(current).toBe(station);
  expect(stopped?.station).toBe(station);
  if (turn) expect(stopped?.whoseTurn).toContain(turn);
  else expect(stopped?.whoseTurn).toBeUndefined();
});

test("a clause that is in force, taught and measured has come to the end of the thread", () => {
  expect(clauseStanding(whole)).toEqual({ current: "measured" });
});
