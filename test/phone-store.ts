import type { Entry, EntryPhoto } from "@/components/field/outbox/entry";
import type { EntryStore } from "@/components/field/outbox/entry-store";

/** A phone's storage for a test: what is left in it can be counted. */
export function memoryStore() {
  const entries = new Map<number, Entry>();
  const photos = new Map<string, ArrayBuffer>();
  let seq = 0;
  let ids = 0;
  const store: EntryStore = {
    async add({ box, body, photos: taken }, madeAt) {
      const named: EntryPhoto[] = taken.map(({ name, type }) => ({ id: `photo-${++ids}`, name, type }));
      for (const [at, { bytes }] of taken.entries()) photos.set(named[at]?.id ?? "", bytes);
      const entry = { id: `entry-${++ids}`, seq: ++seq, box, madeAt, body, photos: named, refusal: null };
      entries.set(entry.seq, entry);
      return entry;
    },
    list: async (box) => [...entries.values()].filter((entry) => entry.box === box).sort((a, b) => a.seq - b.seq),
    photo: async (id) => photos.get(id) ?? null,
    dropPhoto: async (id) => void photos.delete(id),
    markRefused: async (entry, code) => void entries.set(entry.seq, { ...entry, refusal: { code } }),
    async move(from, to) {
      for (const entry of entries.values()) if (entry.box === from) entries.set(entry.seq, { ...entry, box: to });
    },
    async remove({ seq: at, photos: named }) {
      entries.delete(at);
      for (const { id } of named) photos.delete(id);
    },
  };
  return { store, left: () => entries.size + photos.size };
}
