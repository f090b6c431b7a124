import { type Answer, mayMend, meaningOf } from "@/domain/field/phone-outbox";
import type { Entry, EntryPhoto, EntryStore } from "./entry-store";

/** How one box's entries travel. Each answers what the server said, or null where no answer came. */
export type Sender = {
  photo(photo: EntryPhoto & { readonly bytes: ArrayBuffer }, of: Entry): Promise<Answer>;
  entry(entry: Entry): Promise<Answer>;
};

/** `sent`: nothing is left that could be sent now. `waiting`: no connection, or a server that cannot answer. `over`: nothing is taken any more. */
export type Run = "sent" | "waiting" | "over";

type Sending = {
  readonly store: EntryStore;
  readonly sender: Sender;
  readonly again: boolean;
  /** Called with each entry that the server has and this phone has no longer. */
  readonly onReceived: () => Promise<unknown>;
};

async function sendPhotos(entry: Entry, store: EntryStore, sender: Sender): Promise<Answer> {
  for (const photo of entry.photos) {
    const bytes = await store.photo(photo.id);
    if (bytes === null) continue;
    const answer = await sender.photo({ ...photo, bytes }, entry);
    if (meaningOf(answer) !== "received") return answer;
    await store.dropPhoto(photo.id);
  }
  return { status: 200, code: null };
}

/** Whether an entry has been given up, or another put into its place, since this run began: sent after that it would undo what is newer. */
const isGone = async ({ box, id }: Entry, store: EntryStore): Promise<boolean> =>
  !(await store.list(box)).some((one) => one.id === id);

/**
 * Sends what waits in a box, in the order in which it was made, each entry's pictures before the entry itself. It ends at the first that
 * gets no answer, so that nothing overtakes it. One that the server refuses stays, marked, and lets the next one go: it is tried again only
 * where time may have mended what it was refused for, or with `again` because somebody asks for it.
 */
export async function sendAll(box: string, { store, sender, again, onReceived }: Sending): Promise<Run> {
  for (const entry of await store.list(box)) {
    if (entry.refusal && !again && !mayMend(entry.refusal.code)) continue;
    if (await isGone(entry, store)) continue;
    const photos = await sendPhotos(entry, store, sender);
    const answer = meaningOf(photos) === "received" ? await sender.entry(entry) : photos;
    switch (meaningOf(answer)) {
      case "received":
        await store.remove(entry);
        await onReceived();
        break;
      case "refused":
        await store.markRefused(entry, { code: answer?.code ?? null, ...(answer?.words && { words: answer.words }) });
        break;
      case "over":
        return "over";
      case "later":
        return "waiting";
    }
  }
  return "sent";
}
