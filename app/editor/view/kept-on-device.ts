import { unsentWords } from "~/editor/unsent-words";
import { openShelf, read } from "./journal";

/** What is not stored yet and goes from this device at sign-out: one's own by text, and on how many texts somebody else has something here. */
export type KeptOnDevice = { texts: { title: string; path: string; words: string }[]; forms: { path: string; words: string }[]; others: number };

export async function keptOnDevice(personId: string): Promise<KeptOnDevice> {
  const found = await openShelf();
  const kept = found ? (await read(found, "")).filter(({ batches }) => batches.length > 0) : [];
  found?.close();
  const own = kept.filter(({ key }) => key.startsWith(`${personId}/`));
  const texts = own.map(({ title = "", path = "/", batches }) => ({ title: title || "A text", path, words: unsentWords(batches.flatMap(({ steps }) => steps)) || "Changes without new words, such as a deletion." }));
  return { texts, forms: typedForms(personId), others: new Set(kept.filter((each) => !own.includes(each)).map(({ key }) => key.split("/").slice(0, 2).join("/"))).size };
}

/** What public/keep-typed.js keeps of forms that were not sent. */
function typedForms(personId: string): KeptOnDevice["forms"] {
  try {
    const typed = JSON.parse(localStorage.getItem(`typed ${personId}`) ?? "{}") as Record<string, { value: string; sent: boolean }>;
    return Object.entries(typed).flatMap(([key, { value, sent }]) => (sent || !value.trim() ? [] : [{ path: key.split(" ")[0] ?? "/", words: value }]));
  } catch {
    return [];
  }
}
