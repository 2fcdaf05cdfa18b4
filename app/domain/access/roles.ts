/** What a person does in the program. A person may have several roles. `public` is everyone, signed in or not; `clock` is the program acting at a deadline. */
export const roles = [
  "programAdmin",
  "coordinator",
  "drafter",
  "reviewer",
  "voter",
  "approver",
  "researcher",
  "trainer",
  "observer",
  "public",
  "clock",
] as const;

export type Role = (typeof roles)[number];

/** The roles an administrator may give to a person. */
export const givenRoles = roles.filter((role) => role !== "public" && role !== "clock");

export const roleNames: Record<Role, string> = {
  programAdmin: "Program administrator",
  coordinator: "Coordinator",
  drafter: "Drafter",
  reviewer: "Reviewer",
  voter: "Voter",
  approver: "Agency head",
  researcher: "Researcher",
  trainer: "Trainer",
  observer: "Observer",
  public: "Public",
  clock: "Program clock",
};

/** Reads stored role names; a name this build does not know gives no rights. */
export function readRoles(names: readonly string[]): Role[] {
  return givenRoles.filter((role) => names.includes(role));
}
