/** Counts of people below this are not shown outside their own organization. */
export const fewest = 5;
