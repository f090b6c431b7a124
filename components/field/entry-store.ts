import { type DBSchema, type IDBPTransaction, openDB } from "idb";

/** A picture as the camera made it. It is kept as bytes: some phones lose a file that is kept as such when the page is loaded anew. */
export type NewPhoto = { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };

/** What an entry says of its pictures; the bytes lie beside it until the server has them. */
export type EntryPhoto = { readonly id: string; readonly name: string; readonly type: string };

/** By its code, or in words where the server gave no code. */
type EntryRefusal = { readonly code: string | null; readonly words?: string };

/** One thing to be told, as it waits on this phone. */
export type Entry<Body = unknown> = {
  /** Made here and never twice: by it the server knows that it has the entry already. */
  readonly id: string;
  /** Counts up by one on this phone: entries are sent in this order. */
  readonly seq: number;
  /** Whose way of sending it takes: entries of two senders never mix. */
  readonly box: string;
  /** By this phone's clock, in epoch milliseconds. */
  readonly madeAt: number;
  readonly body: Body;
  readonly photos: readonly EntryPhoto[];
  /** Why the server did not take it; null while it has not been refused. */
  readonly refusal: EntryRefusal | null;
};

const DATABASE = "kouan-outbox";
const ENTRIES = "entries";
const PHOTOS = "photos";
const BY_BOX = "by_box";

type NewEntry<Body> = { readonly box: string; readonly body: Body; readonly photos: readonly NewPhoto[] };

/** Where entries lie until they are sent: this phone's own database, or what a test puts in its place. */
export type EntryStore = {
  /** Keeps an entry with its pictures, wholly or not at all; rejects where this phone has no room. */
  add<Body>(entry: NewEntry<Body>, madeAt: number): Promise<Entry<Body>>;
  /** What waits in a box, in the order in which it was made. */
  list(box: string): Promise<Entry[]>;
  /** A picture that is still to be sent; null once it has been. */
  photo(id: string): Promise<ArrayBuffer | null>;
  dropPhoto(id: string): Promise<void>;
  /** Puts what was corrected into an entry that still lies here: it keeps its id, place and pictures, and is refused no more. */
  correct<Body>(entry: Entry<Body>, body: Body): Promise<void>;
  /** Of one that still lies here: what was given up while it was on its way stays away. */
  markRefused(entry: Entry, refusal: EntryRefusal): Promise<void>;
  /** Gives whatever lies in a box to another; it keeps its place in the order of making. */
  move(from: string, to: string): Promise<void>;
  /** Takes an entry away with whatever is left of its pictures. */
  remove(entry: Entry): Promise<void>;
};

interface PhoneSchema extends DBSchema {
  [ENTRIES]: { key: number; value: Entry; indexes: { [BY_BOX]: string } };
  [PHOTOS]: { key: string; value: ArrayBuffer };
}

const STORES = [ENTRIES, PHOTOS] as const;
type Work<T, Mode extends IDBTransactionMode> = (
  transaction: IDBPTransaction<PhoneSchema, typeof STORES extends readonly (infer Name)[] ? Name[] : never, Mode>,
) => Promise<T>;

/** The database of this phone. It is opened for each piece of work, so that a page that is left holds nothing. */
async function within<T, Mode extends "readonly" | "readwrite">(mode: Mode, work: Work<T, Mode>): Promise<T> {
  const database = await openDB<PhoneSchema>(DATABASE, 1, {
    upgrade(opened) {
      opened.createObjectStore(ENTRIES, { keyPath: "seq", autoIncrement: true }).createIndex(BY_BOX, "box");
      opened.createObjectStore(PHOTOS);
    },
  });
  try {
    const transaction = database.transaction([...STORES], mode);
    // What the work awaits and the end of the transaction fail together: neither is left without somebody who waits for it.
    const [value] = await Promise.all([work(transaction), transaction.done]);
    return value;
  } finally {
    database.close();
  }
}

/** Keeps an entry as it is now, if it still lies here. */
const putAgain = (entry: Entry) =>
  within("readwrite", async (transaction) => {
    const entries = transaction.objectStore(ENTRIES);
    if ((await entries.count(entry.seq)) > 0) await entries.put(entry);
  });

export const phoneStore: EntryStore = {
  add: ({ box, body, photos }, madeAt) =>
    within("readwrite", async (transaction) => {
      const named: EntryPhoto[] = photos.map(({ name, type }) => ({ id: crypto.randomUUID(), name, type }));
      const kept = { id: crypto.randomUUID(), box, madeAt, body, photos: named, refusal: null };
      await Promise.all(photos.map(({ bytes }, at) => transaction.objectStore(PHOTOS).put(bytes, named[at]?.id)));
      // The phone counts: an entry has its number once it lies there.
      const seq = await transaction.objectStore(ENTRIES).add(kept as unknown as Entry);
      return { ...kept, seq };
    }),
  list: (box) => within("readonly", (transaction) => transaction.objectStore(ENTRIES).index(BY_BOX).getAll(box)),
  photo: (id) => within("readonly", async (transaction) => (await transaction.objectStore(PHOTOS).get(id)) ?? null),
  dropPhoto: (id) => within("readwrite", (transaction) => transaction.objectStore(PHOTOS).delete(id)),
  correct: (entry, body) => putAgain({ ...entry, body, refusal: null }),
  markRefused: (entry, refusal) => putAgain({ ...entry, refusal }),
  move: (from, to) =>
    within("readwrite", async (transaction) => {
      const entries = transaction.objectStore(ENTRIES);
      for (const entry of await entries.index(BY_BOX).getAll(from)) await entries.put({ ...entry, box: to });
    }),
  remove: ({ seq, photos }) =>
    within("readwrite", async (transaction) => {
      for (const { id } of photos) await transaction.objectStore(PHOTOS).delete(id);
      await transaction.objectStore(ENTRIES).delete(seq);
    }),
};

/**
 * A store whose boxes bring over what lies under an earlier name. They do so whenever they are listed: a page that was kept on the phone before
 * the name changed may still be open, and put something there.
 */
export const takingOver = (formerly: string, store: EntryStore): EntryStore => ({
  ...store,
  async list(box) {
    await store.move(formerly, box);
    return store.list(box);
  },
});
