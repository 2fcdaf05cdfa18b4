/** What people in training do. Dispatchers are trained as well as officers. */
export const assignments = ["Patrol", "Dispatch", "Supervision", "Corrections", "Investigation", "Other"] as const;
export type Assignment = (typeof assignments)[number];

export const shifts = ["Day", "Evening", "Night", "All hours"] as const;
