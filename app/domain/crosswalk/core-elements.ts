import type { RequirementLine } from "./requirement-lines";

/** The ten core elements of the Memphis Model by name. What each asks in full stands in the source. */
export const coreElements: { name: string; kind: "core"; source: string; address: string; requirements: RequirementLine[] } = {
  name: "The ten core elements of CIT",
  kind: "core",
  source: "University of Memphis CIT Center, Crisis Intervention Team Core Elements, 2007. Only the names of the elements are listed here.",
  address: "https://cit.memphis.edu",
  requirements: [
    { reference: "1", words: "Ongoing: partnerships of law enforcement, advocacy and mental health" },
    { reference: "2", words: "Ongoing: community ownership in planning, implementation and networking" },
    { reference: "3", words: "Ongoing: policies and procedures" },
    { reference: "4", words: "Operational: CIT officer, dispatcher and coordinator" },
    { reference: "5", words: "Operational: curriculum for CIT training" },
    { reference: "6", words: "Operational: mental health receiving facility with emergency services" },
    { reference: "7", words: "Sustaining: evaluation and research" },
    { reference: "8", words: "Sustaining: in-service training" },
    { reference: "9", words: "Sustaining: recognition and honors" },
    { reference: "10", words: "Sustaining: outreach, developing CIT in other communities" },
  ],
};
