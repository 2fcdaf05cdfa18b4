/** The six groups that a program starts with (features A2). A program may rename them and add others. */
export const firstGroups = [
  { name: "Law enforcement", shortName: "Law enforcement", shape: "square", colour: "blue", required: true },
  { name: "Behavioral health", shortName: "Behavioral health", shape: "circle", colour: "teal", required: true },
  { name: "Lived experience and advocacy", shortName: "Advocacy", shape: "diamond", colour: "violet", required: true },
  { name: "Dispatch and 911", shortName: "Dispatch", shape: "triangle", colour: "amber", required: false },
  { name: "Hospitals and EMS", shortName: "Hospital and EMS", shape: "cross", colour: "red", required: false },
  { name: "Research", shortName: "Research", shape: "hexagon", colour: "slate", required: false },
] as const;
