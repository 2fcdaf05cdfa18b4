/** Letters and digits that cannot be taken for one another, for codes that are read aloud or typed on a phone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code of so many letters from random bytes, one byte a letter; bytes that would favour some letters are passed over, so hand in twice as many. */
export function codeFrom(bytes: Uint8Array, length: number): string {
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length)).slice(0, length);
  if (fair.length < length) throw new Error("Too few random bytes for a code.");
  return fair.map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A typed code as it is stored: capital letters, without spaces and dashes. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}

/** "K7MP-22QX" for a stored code of eight. */
export function codeInWords(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
