/**
 * Where sealed contents lie, by names that we make. What is put is there whole or not at all; what is read is sealed, so the store
 * need not be trusted with anything but keeping it.
 */
export type FileStore = {
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Null where there is nothing of that name. It is opened with the first read: an answer to HEAD, whose body nobody reads, leaves nothing open. */
  get(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Does nothing where there is nothing of that name. */
  delete(name: string): Promise<void>;
  /** What was put before this time, page by page: to find what no row speaks of any more. */
  olderThan(beforeMs: number): AsyncIterable<readonly string[]>;
};

/** Letters and digits only: a name is part of a path, and must never be able to be one. */
export const isObjectName = (name: string): boolean => /^[a-z0-9]{16,64}$/.test(name);
