export const timeZone = "America/Chicago";

const at = (name: string) => `${name}@demo.concord.example`;

export const organizations = {
  police: { name: "Riverton Police Department", shortName: "Riverton Police", group: "Law enforcement", isAgency: true },
  sheriff: { name: "Riverton County Sheriff's Office", shortName: "Sheriff", group: "Law enforcement", isAgency: true },
  center: { name: "Riverton Mental Health Center", shortName: "Mental Health Center", group: "Behavioral health", isAgency: false },
  alliance: { name: "Riverton Alliance on Mental Illness", shortName: "Alliance", group: "Lived experience and advocacy", isAgency: false },
  dispatch: { name: "Riverton County 911 Center", shortName: "911 Center", group: "Dispatch and 911", isAgency: false },
  hospital: { name: "Riverton General Hospital", shortName: "Hospital", group: "Hospitals and EMS", isAgency: false },
  university: { name: "Riverton State University", shortName: "University", group: "Research", isAgency: false },
} as const;

type OrganizationKey = keyof typeof organizations;

export const people = {
  chief: { name: "Marisol Vance", email: at("chief"), organization: "police", roles: ["approver", "reviewer"] },
  sheriff: { name: "Tom Okafor", email: at("sheriff"), organization: "sheriff", roles: ["approver", "voter"] },
  cit: { name: "Lena Brandt", email: at("cit"), organization: "police", roles: ["coordinator", "drafter", "voter"] },
  officer: { name: "Chris Delgado", email: at("officer"), organization: "police", roles: ["drafter", "voter"] },
  clinician: { name: "Priya Anand", email: at("clinician"), organization: "center", roles: ["drafter", "voter"] },
  advocate: { name: "Avery Stone", email: at("advocate"), organization: "alliance", roles: ["drafter", "voter"] },
  peer: { name: "Jo Rivers", email: at("peer"), organization: "alliance", roles: ["drafter", "voter"] },
  dispatch: { name: "Sam Whitaker", email: at("dispatch"), organization: "dispatch", roles: ["drafter", "voter"] },
  researcher: { name: "Ingrid Falk", email: at("researcher"), organization: "university", roles: ["researcher", "reviewer", "voter"] },
  coordinator: { name: "Morgan Ellis", email: at("coordinator"), organization: "center", roles: ["programAdmin", "coordinator"] },
  observer: { name: "Pat Lindqvist", email: at("observer"), organization: "hospital", roles: ["observer"] },
} as const satisfies Record<string, { name: string; email: string; organization: OrganizationKey; roles: readonly string[] }>;

export type PersonKey = keyof typeof people;

export const seats: readonly { organization: OrganizationKey; title: string; voting: boolean; holder?: PersonKey }[] = [
  { organization: "police", title: "Police CIT coordinator", voting: true, holder: "cit" },
  { organization: "police", title: "Patrol officer", voting: true, holder: "officer" },
  { organization: "police", title: "Police co-chair", voting: false, holder: "chief" },
  { organization: "sheriff", title: "Sheriff", voting: true, holder: "sheriff" },
  { organization: "center", title: "Clinician", voting: true, holder: "clinician" },
  { organization: "center", title: "Mobile crisis team", voting: true },
  { organization: "alliance", title: "Advocate", voting: true, holder: "advocate" },
  { organization: "alliance", title: "Person with lived experience", voting: true, holder: "peer" },
  { organization: "alliance", title: "Family member", voting: true },
  { organization: "dispatch", title: "Call-taker", voting: true, holder: "dispatch" },
  { organization: "hospital", title: "Emergency department", voting: true },
  { organization: "university", title: "Researcher", voting: true, holder: "researcher" },
];
