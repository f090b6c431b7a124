/** A picture as the camera made it. It is kept as bytes: some phones lose a file that is kept as such when the page is loaded anew. */
export type NewPhoto = { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer };

/** What an entry says of its pictures; the bytes lie beside it until the server has them. */
export type EntryPhoto = { readonly id: string; readonly name: string; readonly type: string };

/** By its code, or in words where the server gave no code. */
export type EntryRefusal = { readonly code: string | null; readonly words?: string };

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
