import type { SentBatch } from "~/domain/drafting/frames";

/** What a page had not stored yet: kept on the device, so that a reload or a crash loses nothing. */
export type Kept = { key: string; schema: string; version: number; batches: SentBatch[] };
export type Journal = Awaited<ReturnType<typeof openJournal>>;

const shelf = "unconfirmed";

/** Opens the part of the journal that is this person's on this text. Each page writes under a key of its own. */
export async function openJournal({ draftId, personId, schema }: { draftId: string; personId: string; schema: string }) {
  const own = `${personId}/${draftId}/${crypto.randomUUID()}`;
  const found = await openShelf();
  void holdWhileOpen(own);
  return {
    write: (version: number, batches: SentBatch[]) =>
      found && ask(found, "readwrite", (store) => (batches.length === 0 ? store.delete(own) : store.put({ key: own, schema, version, batches }))),
    remove: (key: string) => found && ask(found, "readwrite", (store) => store.delete(key)),
    /** What pages left behind that are no longer open. */
    leftBehind: async (): Promise<Kept[]> => {
      if (!found) return [];
      const range = IDBKeyRange.bound(`${personId}/${draftId}/`, `${personId}/${draftId}/\uffff`);
      const kept = (await ask<Kept[]>(found, "readonly", (store) => store.getAll(range))) ?? [];
      const orphans = await Promise.all(kept.map(async (each) => (each.key !== own && (await isClosed(each.key)) ? each : null)));
      return orphans.filter((each) => each !== null);
    },
  };
}

function openShelf(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("concord-drafting", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(shelf, { keyPath: "key" });
    opening.onsuccess = () => resolve(opening.result);
    // A browser that keeps nothing still writes; it then warns before leaving, and that is all it can do.
    opening.onerror = () => resolve(null);
  });
}

function ask<T>(found: IDBDatabase, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T | null> {
  return new Promise((resolve) => {
    const asked = work(found.transaction(shelf, mode).objectStore(shelf));
    asked.onsuccess = () => resolve(asked.result as T);
    asked.onerror = () => resolve(null);
  });
}

/** A page holds a lock for as long as it is open: that is how another one knows. */
async function holdWhileOpen(key: string): Promise<void> {
  await navigator.locks?.request(key, () => new Promise(() => {}));
}

async function isClosed(key: string): Promise<boolean> {
  if (!navigator.locks) return true;
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => lock !== null);
}
