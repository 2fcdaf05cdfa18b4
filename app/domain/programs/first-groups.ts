/** The six groups that a program starts with (features A2). A program may rename them and add others. */
export const firstGroups = [
  { name: "Law enforcement", shortName: "Law enforcement", shape: "square", colour: "blue", required: true, safety: false },
  { name: "Behavioral health", shortName: "Behavioral health", shape: "circle", colour: "teal", required: true, safety: false },
  { name: "Lived experience and advocacy", shortName: "Advocacy", shape: "diamond", colour: "violet", required: true, safety: true },
  { name: "Dispatch and 911", shortName: "Dispatch", shape: "triangle", colour: "amber", required: false, safety: false },
  { name: "Hospitals and EMS", shortName: "Hospital and EMS", shape: "cross", colour: "red", required: false, safety: false },
  { name: "Research", shortName: "Research", shape: "hexagon", colour: "slate", required: false, safety: false },
] as const;
