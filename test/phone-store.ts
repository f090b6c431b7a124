import type { Entry, EntryPhoto, EntryStore } from "@/components/field/entry-store";

/** A phone's storage for a test: what is left in it can be counted, and it can be full. */
export function phoneStoreOf() {
  const entries = new Map<number, Entry>();
  const photos = new Map<string, ArrayBuffer>();
  let seq = 0;
  let ids = 0;
  let room = Number.POSITIVE_INFINITY;
  const store: EntryStore = {
    async add({ box, body, photos: taken }, madeAt) {
      if (entries.size >= room) throw new DOMException("no room", "QuotaExceededError");
      const named: EntryPhoto[] = taken.map(({ name, type }) => ({ id: `photo-${++ids}`, name, type }));
      for (const [at, { bytes }] of taken.entries()) photos.set(named[at]?.id ?? "", bytes);
      const entry = { id: `entry-${++ids}`, seq: ++seq, box, madeAt, body, photos: named, refusal: null };
      entries.set(entry.seq, entry);
      return entry;
    },
    list: async (box) => [...entries.values()].filter((entry) => entry.box === box).sort((a, b) => a.seq - b.seq),
    photo: async (id) => photos.get(id) ?? null,
    dropPhoto: async (id) => void photos.delete(id),
    async correct(entry, body) {
      if (entries.has(entry.seq)) entries.set(entry.seq, { ...entry, body, refusal: null });
    },
    async markRefused(entry, refusal) {
      if (entries.has(entry.seq)) entries.set(entry.seq, { ...entry, refusal });
    },
    async move(from, to) {
      for (const entry of entries.values()) if (entry.box === from) entries.set(entry.seq, { ...entry, box: to });
    },
    async remove({ seq: at, photos: named }) {
      entries.delete(at);
      for (const { id } of named) photos.delete(id);
    },
  };
  return {
    store,
    left: () => entries.size + photos.size,
    /** From now on no more than so many entries find room. */
    holdOnly(count: number) {
      room = count;
    },
  };
}

/** Waits for what an outbox does by itself. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}
