import type { SentBatch } from "~/domain/drafting/frames";

/** What a page had not stored yet: kept on the device, so that a reload or a crash loses nothing. `base` is the text it was written on, kept while there is no connection. */
export type Kept = { key: string; schema: string; version: number; base: object | null; batches: SentBatch[]; title?: string; path?: string };
export type Journal = Awaited<ReturnType<typeof openJournal>>;

/** One page's entry: its head here, its batches each under a key of its own below it, so that a key press writes little. */
export type KeptHead = { key: string; schema: string; version: number; base?: object | null; batches?: SentBatch[]; title?: string; path?: string; at?: number };
type KeptPart = { key: string; batch: SentBatch };
type Written = { version: number; base: object | null; batches: SentBatch[] };

const nothing: Written = { version: -1, base: null, batches: [] };

export const journalName = "concord-drafting";
export const shelf = "unconfirmed";
const below = "/part/";

/** Opens the part of the journal that is this person's on this text. Each page writes under a key of its own. */
export async function openJournal({ draftId, personId, schema, title = "" }: { draftId: string; personId: string; schema: string; title?: string }) {
  const own = `${personId}/${draftId}/${crypto.randomUUID()}`;
  const found = await openShelf();
  let works = found !== null;
  let written = nothing;
  let writing = Promise.resolve();
  const stored = new WeakSet([nothing]);
  void holdWhileOpen(own);
  return {
    /** False when this device keeps nothing, as in a private window or on a full disk. */
    works: () => works,
    /** Sent to the device at once, and not after the one before: a tab that is closed the moment after a key has given away all it had. */
    write: (version: number, batches: SentBatch[], base: object | null): Promise<void> => {
      const [before, next] = [written, { version, batches, base }];
      if (!found || isAsKept(before, next)) return writing;
      written = next;
      writing = run(found, (store) => put(store, before, next)).then((done) => {
        works = done && stored.has(before);
        if (works) stored.add(next);
        // What came after stands on what is not there: the next one writes everything.
        else written = nothing;
      });
      return writing;
    },
    remove: (key: string) => found && run(found, (store) => erase(store, key)),
    /** What pages left behind that are no longer open. */
    leftBehind: async (): Promise<Kept[]> => {
      if (!found) return [];
      const kept = await read(found, `${personId}/${draftId}/`);
      const orphans = await Promise.all(kept.map(async (each) => (each.key !== own && (await isClosed(each.key)) ? each : null)));
      return orphans.filter((each) => each !== null);
    },
  };

  /** Writes what is new. Steps change only when the version they stand on does. */
  function put(store: IDBObjectStore, written: Written, next: Written): void {
    const asBefore = next.version === written.version && next.batches.length >= written.batches.length;
    if (holdsNothing(next) || !asBefore) erase(store, own);
    if (holdsNothing(next)) return;
    if (!asBefore || next.base !== written.base || written.batches.length === 0)
      store.put({ key: own, schema, version: next.version, base: next.base, title, path: location.pathname, at: Date.now() } satisfies KeptHead);
    next.batches.forEach((batch, at) => {
      const known = asBefore ? written.batches[at] : undefined;
      if (known?.batchId !== batch.batchId || known.steps.length !== batch.steps.length) store.put({ key: `${own}${below}${String(at).padStart(6, "0")}`, batch } satisfies KeptPart);
    });
  }
}

function holdsNothing({ batches, base }: Written): boolean {
  return batches.length === 0 && base === null;
}

/** Whether there is nothing to write: the same steps on the same text, or none before and after. */
function isAsKept(before: Written, next: Written): boolean {
  if (holdsNothing(before) && holdsNothing(next)) return true;
  return before.version === next.version && before.base === next.base && before.batches.length === next.batches.length && next.batches.every(({ batchId, steps }, at) => before.batches[at]?.batchId === batchId && before.batches[at].steps.length === steps.length);
}

/** Everything that is kept for a person, or below the beginning of a key. */
export async function read(found: IDBDatabase, prefix: string): Promise<Kept[]> {
  const rows = (await ask<(KeptHead | KeptPart)[]>(found, (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) ?? [];
  const heads = rows.filter((row): row is KeptHead => !("batch" in row));
  return heads.map((head) => {
    const parts = rows.filter((row): row is KeptPart => "batch" in row && row.key.startsWith(`${head.key}${below}`));
    return { ...head, base: head.base ?? null, batches: [...(head.batches ?? []), ...parts.map(({ batch }) => batch)] };
  });
}

function erase(store: IDBObjectStore, key: string): void {
  store.delete(key);
  store.delete(IDBKeyRange.bound(`${key}${below}`, `${key}${below}\uffff`));
}

/** Null in a browser that keeps nothing; it still writes, and says so. */
export function openShelf(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(journalName, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(shelf, { keyPath: "key" });
      opening.onsuccess = () => {
        opening.result.onversionchange = () => opening.result.close();
        resolve(opening.result);
      };
      opening.onerror = () => resolve(null);
      opening.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** True once it is on the device. */
function run(found: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const transaction = found.transaction(shelf, "readwrite");
      transaction.oncomplete = () => resolve(true);
      transaction.onerror = () => resolve(false);
      transaction.onabort = () => resolve(false);
      work(transaction.objectStore(shelf));
      // Not when the page has heard of each part: it may be gone by then.
      transaction.commit();
    } catch {
      resolve(false);
    }
  });
}

function ask<T>(found: IDBDatabase, work: (store: IDBObjectStore) => IDBRequest): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const asked = work(found.transaction(shelf, "readonly").objectStore(shelf));
      asked.onsuccess = () => resolve(asked.result as T);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** A page holds a lock for as long as it is open: that is how another one knows. */
async function holdWhileOpen(key: string): Promise<void> {
  await navigator.locks?.request(key, () => new Promise(() => {})).catch(() => {});
}

async function isClosed(key: string): Promise<boolean> {
  if (!navigator.locks) return true;
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => lock !== null);
}
