/** What a curriculum is for. The word is stored; the rest is where a program starts from, and may change. */
export const curriculumKinds = ["cit", "dispatcher", "icat", "refresher", "supervisor"] as const;
export type CurriculumKind = (typeof curriculumKinds)[number];

/** `hours` is what the modules should sum to, in hours; `topics` are what may not be missing. */
export type CurriculumStart = { name: string; meaning: string; hours: number; topics: readonly string[] };

export const curriculumStarts: Record<CurriculumKind, CurriculumStart> = {
  cit: {
    name: "40-hour CIT week",
    meaning: "For officers who answer crisis calls, taught by clinicians, advocates, people with lived experience and officers together.",
    hours: 40,
    topics: [
      "Mental illness", "Medication", "Substance use", "Suicide risk", "Trauma and veterans", "Children and adolescents", "Older adults",
      "Developmental disability", "Culture and stigma", "Lived experience", "Site visit", "Law", "Policy and transfer", "Resources", "De-escalation", "Scenario practice",
    ],
  },
  dispatcher: {
    name: "Dispatcher course",
    meaning: "For call-takers and dispatchers: hearing a crisis, asking, coding, and sending the right people.",
    hours: 8,
    topics: ["Mental illness", "Suicide risk", "Call-taking", "Policy and transfer", "Resources", "Lived experience"],
  },
  icat: {
    name: "ICAT",
    meaning: "For crises without a firearm, around the five steps of the Critical Decision-Making Model.",
    hours: 12,
    topics: ["Decision model", "Crisis recognition", "Tactical communication", "Operational safety", "Scenario practice"],
  },
  refresher: { name: "Refresher", meaning: "For people trained before: what fades first, practised again.", hours: 4, topics: ["Decision model", "Scenario practice"] },
  supervisor: {
    name: "Supervisor course",
    meaning: "For sergeants and shift supervisors, who keep the training alive after the week is over.",
    hours: 4,
    topics: ["Decision model", "Reinforcement and debrief"],
  },
};

export function readCurriculumKind(word: string): CurriculumKind {
  return curriculumKinds.find((kind) => kind === word) ?? "cit";
}
