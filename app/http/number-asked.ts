/** A whole number from an address that a database's integer can hold; null for anything else. */
export function numberAsked(text: string | null): number | null {
  const number = /^\d{1,10}$/.test(text ?? "") ? Number(text) : 0;
  return number > 0 && number < 2 ** 31 ? number : null;
}
