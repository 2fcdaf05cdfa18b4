import { formatWhen } from "~/domain/programs/format-when";
import { lockGuard } from "~/editor/lock-guard";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { settle, type Verdict } from "~/editor/suggestions/settle";
import type { LoadedSuggestions } from "./load-suggestions.server";

type Settling = { chosen: readonly PendingSuggestion[]; verdict: Verdict; personId: string; now: Date };
type Held = { free: PendingSuggestion[]; held: PendingSuggestion[]; why: string | null };

/** Which of the suggestions a person may settle now, and which would change a clause that somebody else has locked. */
export function heldSuggestions({ doc, locks, document }: LoadedSuggestions, { chosen, verdict, personId, now }: Settling): Held {
  const { timeZone } = document.program;
  const others = locks.filter(({ heldById }) => heldById !== personId);
  const told = others.map((lock) => ({ ...lock, holder: `${lock.holder}, ${lock.organization}, until ${formatWhen(lock.until, timeZone)}` }));
  const guard = lockGuard(told, personId, () => now.getTime());
  const reason = (some: readonly PendingSuggestion[]) => guard(doc, settle(doc, new Set(some.map(({ id }) => id)), verdict).doc);
  const why = others.length === 0 ? null : reason(chosen);
  if (why === null) return { free: [...chosen], held: [], why };
  const held = new Set(chosen.filter((each) => reason([each]) !== null));
  const free = chosen.filter((each) => !held.has(each));
  // Some reach a locked clause only together: then none of them is free.
  return held.size > 0 && reason(free) === null ? { free, held: [...held], why } : { free: [], held: [...chosen], why };
}
