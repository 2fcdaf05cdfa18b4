import { allowed, refused, type Ruling } from "./ruling";

/** Counted in characters as people count them (code points), not in bytes. The upper limit only keeps a request from being a burden. */
export const shortestPassword = 15;
export const longestPassword = 1_000;

/** At least this many characters must remain when common words, names, digits and signs are taken out. */
const ownCharacters = 6;

const common = [
  "password", "passwort", "passphrase", "passcode", "welcome", "letmein", "changeme", "iloveyou", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "asdfgh", "dragon",
  "monkey", "sunshine", "princess", "football", "baseball", "superman", "batman", "trustno", "master", "shadow", "whatever", "admin", "administrator", "login", "secret",
  "correcthorsebatterystaple", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
  "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "police", "sheriff", "officer", "crisis", "intervention", "concord",
];

/** Digits and signs that stand for letters, as people use them to make a common word look uncommon. */
const lookalikes: Record<string, string> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/**
 * A long password that is not made of what anybody would try first. No mix of signs is asked for.
 * `context` are words that are known around the person: names, the organization, the program.
 */
export function passwordRuling(password: string, context: readonly string[]): Ruling<true> {
  const length = [...password].length;
  const no = (reason: string) => refused(reason, 422, "password");
  if (length < shortestPassword) return no(`Use at least ${shortestPassword} characters; this has ${length}. Four or five words that only you would put together are easy to remember.`);
  if (length > longestPassword) return no(`Use at most ${longestPassword.toLocaleString("en-US")} characters.`);
  const plain = password.normalize("NFKC").toLowerCase();
  if (repeats(plain)) return no("This repeats the same few characters. Choose words that only you would put together.");
  if (isRun(plain)) return no("This is a row of neighbouring keys, letters or digits. Choose words that only you would put together.");
  const words = [...common, ...context.flatMap(wordsOf)];
  const found = words.filter((word) => plain.includes(word) || unmasked(plain).includes(word));
  if (found.length > 0 && Math.min(left(plain, found), left(unmasked(plain), found)) < ownCharacters) {
    const named = [...new Set(found)].sort((one, other) => other.length - one.length).slice(0, 2);
    return no(`This is mostly ${named.map((word) => `"${word}"`).join(" and ")}, which others would try first. Add words that only you would put with it.`);
  }
  return allowed(true);
}

/** Names and places break into words of four letters and more; an e-mail address into what stands before the @ and the domain. */
function wordsOf(text: string): string[] {
  const parts = text.normalize("NFKC").toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...parts, parts.join("")].filter((word) => [...word].length >= 4);
}

function unmasked(text: string): string {
  return [...text].map((character) => lookalikes[character] ?? character).join("");
}

function left(text: string, words: readonly string[]): number {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((remaining, word) => remaining.split(word).join(" "), text);
  return [...rest.replace(/[^\p{L}]/gu, "")].length;
}

/** The same one to five characters over and over. */
function repeats(text: string): boolean {
  return /^(.{1,5}?)\1+.{0,4}$/su.test(text);
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn"];

/** Mostly pieces of four and more out of one row of keys, letters or digits, read forwards or backwards. */
function isRun(text: string): boolean {
  const both = [...rows, ...rows.map((row) => [...row].reverse().join(""))];
  let rest = text;
  for (let size = Math.min(26, text.length); size >= 4; size--)
    for (let start = 0; start + size <= rest.length; start++) {
      const piece = rest.slice(start, start + size);
      if (!piece.includes(" ") && both.some((row) => row.includes(piece))) rest = `${rest.slice(0, start)} ${rest.slice(start + size)}`;
    }
  return [...rest.replace(/\s/g, "")].length < ownCharacters;
}
