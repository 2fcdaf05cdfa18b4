import { factsOf, readSlot, type FactName, type Method } from "./module-facts";
import type { CurriculumKind } from "./curriculum-kinds";

/** A module that a new curriculum may begin with. */
export type StartingModule = { title: string; facts: Partial<Record<FactName, string>> };

type Row = readonly [title: string, hours: number, when: string, method: Method, topic: string, taughtBy: string, steps?: readonly number[], objectives?: string];

/**
 * Modules to begin with. They are a composite of published schedules and an editable start for a program's own work, never a standard.
 * The week: topics as on the public lists of Memphis, New Jersey, Utah and Illinois, hours ours. ICAT: module names after the guide of the
 * Police Executive Research Forum; twelve contact hours as in the federal course PER-922, their division ours.
 */
export function startingModules(kind: CurriculumKind): StartingModule[] {
  return rows[kind].map(([title, hours, when, method, topic, taughtBy, steps = [], objectives = ""]) => ({
    title,
    facts: factsOf({ minutes: Math.round(hours * 60), slot: readSlot(when), method, topic, taughtBy, steps, objectives }),
  }));
}

const rows: Record<CurriculumKind, readonly Row[]> = {
  cit: [
    ["Welcome, history of CIT, first test", 1.5, "Monday 8:00", "Lecture", "Program", "Program coordinator"],
    ["Culture, race and stigma", 1, "Monday 9:30", "Discussion", "Culture and stigma", "Community members"],
    ["Substance use and co-occurring conditions", 1.5, "Monday 10:30", "Lecture", "Substance use", "Clinician"],
    ["Mental illness: mood, psychosis, anxiety, personality", 4, "Monday 13:00", "Lecture", "Mental illness", "Clinician", [1, 2]],
    ["Medication and its effects", 1, "Tuesday 8:00", "Lecture", "Medication", "Psychiatrist or pharmacist"],
    ["Lived-experience and family panels", 3, "Tuesday 9:00", "Panel", "Lived experience", "People with lived experience and families", [1]],
    ["Suicide risk, and suicide by police", 2, "Tuesday 13:00", "Lecture", "Suicide risk", "Clinician and officer", [2]],
    ["Trauma, brain injury and veterans", 2, "Tuesday 15:00", "Lecture", "Trauma and veterans", "Veterans' services"],
    ["Site visits", 4, "Wednesday 8:00", "Site visit", "Site visit", "Receiving facilities"],
    ["Children and adolescents", 1.5, "Wednesday 13:00", "Lecture", "Children and adolescents", "Clinician"],
    ["Developmental disability and autism", 1.5, "Wednesday 14:30", "Panel", "Developmental disability", "Specialist and self-advocate"],
    ["Older adults and dementia", 1, "Wednesday 16:00", "Lecture", "Older adults", "Clinician"],
    ["The law: emergency holds, commitment, liability, privacy", 2, "Thursday 8:00", "Lecture", "Law", "Attorney", [3]],
    ["Hearing voices", 1, "Thursday 10:00", "Simulation", "Hearing voices", "Peer specialist", [1]],
    ["Policy, dispatch, forms and the transfer of custody", 1.5, "Thursday 11:00", "Lecture", "Policy and transfer", "CIT coordinator and 911 center", [3]],
    ["De-escalation skills", 3, "Thursday 13:00", "Practice", "De-escalation", "Officer and clinician", [4, 5]],
    ["Officer wellness", 0.5, "Thursday 16:00", "Discussion", "Wellness", "Peer support"],
    ["988, mobile crisis and the courts", 1.5, "Friday 8:00", "Lecture", "Resources", "County", [4]],
    ["Scenario practice, first block", 1.5, "Friday 9:30", "Role play", "Scenario practice", "Role players and clinicians", [1, 2]],
    ["Scenario practice, second block", 1.5, "Friday 11:00", "Role play", "Scenario practice", "Role players and clinicians", [3, 4]],
    ["Scenario practice, third block", 1.5, "Friday 13:00", "Role play", "Scenario practice", "Role players and clinicians", [4, 5]],
    ["Scenario practice, fourth block", 1.5, "Friday 14:30", "Role play", "Scenario practice", "Role players and clinicians", [1, 2, 3, 4, 5]],
    ["Last test, feedback and graduation", 0.5, "Friday 16:00", "Test", "Program", "Everyone who taught"],
  ],
  dispatcher: [
    ["What a crisis sounds like", 1.5, "Monday 8:00", "Lecture", "Mental illness", "Clinician", [1]],
    ["The caller who thinks of suicide", 1.5, "Monday 9:30", "Practice", "Suicide risk", "Crisis line", [2]],
    ["What to ask, what to code, whom to send", 2, "Monday 11:00", "Practice", "Call-taking", "911 supervisor", [1, 2]],
    ["What callers remember", 1, "Monday 13:30", "Panel", "Lived experience", "People with lived experience and families"],
    ["Policy, and handing a call over", 1, "Monday 14:30", "Lecture", "Policy and transfer", "CIT coordinator", [3]],
    ["988 and mobile crisis", 1, "Monday 15:30", "Discussion", "Resources", "County", [4]],
  ],
  icat: [
    ["Introduction", 1, "Monday 8:00", "Lecture", "Program", "ICAT trainer"],
    ["Critical Decision-Making Model", 2, "Monday 9:00", "Discussion", "Decision model", "ICAT trainer", [1, 2, 3, 4, 5]],
    ["Crisis recognition and response", 2, "Monday 13:00", "Lecture", "Crisis recognition", "Clinician", [1, 2]],
    ["Tactical communication", 2, "Monday 15:00", "Practice", "Tactical communication", "ICAT trainer", [4, 5]],
    ["Operational safety", 2, "Tuesday 8:00", "Practice", "Operational safety", "ICAT trainer", [2, 4]],
    ["Integration and practice", 3, "Tuesday 10:00", "Role play", "Scenario practice", "ICAT trainer and role players", [1, 2, 3, 4, 5]],
  ],
  refresher: [
    ["The five steps, again", 1.5, "Monday 8:00", "Discussion", "Decision model", "ICAT trainer", [1, 2, 3, 4, 5]],
    ["What has changed: policy and resources", 0.5, "Monday 9:30", "Lecture", "Policy and transfer", "CIT coordinator", [3]],
    ["Scenarios on the weakest step", 2, "Monday 10:00", "Role play", "Scenario practice", "Role players and clinicians", [4, 5]],
  ],
  supervisor: [
    ["What fades, and why supervisors decide it", 1, "Monday 8:00", "Lecture", "Decision model", "Researcher", [1, 2, 3, 4, 5]],
    ["The two-minute debrief", 2, "Monday 9:00", "Practice", "Reinforcement and debrief", "Supervisor trainer", [5]],
    ["Roll call that practises", 1, "Monday 11:00", "Practice", "Reinforcement and debrief", "Supervisor trainer", [1, 2]],
  ],
};
