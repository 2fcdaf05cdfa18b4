/**
 * The data cannot bear the calculation that was asked for. The message is a sentence for the person who brought the data: what is wrong and what to do.
 * `row` is the place of the first row at fault, counted from 0, where one row is to blame.
 */
export class Unfit extends Error {
  readonly row: number | undefined;

  constructor(message: string, row?: number) {
    super(message);
    this.name = "Unfit";
    this.row = row;
  }
}

/** What was found, or null when the data cannot bear it. */
export function foundOrNull<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof Unfit) return null;
    throw error;
  }
}

/** Squares and cubes of anything below this stay finite. */
const largestValue = 1e60;

/** Refuses numbers that are missing or infinite, naming the first row (counted from 1 in the sentence). */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (!Number.isFinite(value)) throw new Unfit(`Row ${row + 1}: ${name} is not a number. Correct it or leave the row out.`, row);
    if (Math.abs(value) > largestValue) throw new Unfit(`Row ${row + 1}: ${name} is ${value}, which nothing that is measured here can be. Check that the right column was chosen.`, row);
  }
}

/** Far above anything that programs count, and small enough that sums and squares of counts keep their digits. */
const largestCount = 1e12;

/** Refuses counts below zero or with a fraction. */
export function checkCounts(values: ArrayLike<number>, name: string): void {
  checkFinite(values, name);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    if (value < 0) throw new Unfit(`Row ${row + 1}: ${name} is below zero. A count starts at 0.`, row);
    if (value > largestCount) throw new Unfit(`Row ${row + 1}: ${name} is ${value}, more than can be counted exactly. Check that the right column was chosen.`, row);
    if (!Number.isInteger(value)) throw new Unfit(`Row ${row + 1}: ${name} is ${value}. A count is a whole number.`, row);
  }
}

/** Refuses exposures (calls, officer-months, population) that are zero or less: a rate over nothing has no meaning. */
export function checkExposures(values: ArrayLike<number>, name = "the exposure"): void {
  checkFinite(values, name);
  for (let row = 0; row < values.length; row++) {
    if ((values[row] ?? 0) <= 0) throw new Unfit(`Row ${row + 1}: ${name} is ${values[row]}. It must be above zero; leave the row out if nothing was at risk.`, row);
  }
}
