import { type Watcher, timeFrame } from "./watcher";
import type { Instant } from "../../domain/shared/time";

/** Something that somebody looks at. `seq` is the last number that all its watchers have been told. */
export type Topic<W, Now> = { readonly id: string; seq: number; now: Now; readonly watchers: Set<W> };

/** One kind of thing that is looked at: where its numbers are read, and what its watchers are told of them. */
export type Channel<W extends Watcher, Now extends { readonly seq: number }, Head> = {
  readonly idOf: (watcher: W) => string;
  /** What tells whether each has gone on, for all that are watched at once. */
  readonly heads: (ids: readonly string[]) => Promise<ReadonlyMap<string, Head>>;
  readonly isBehind: (topic: Topic<W, Now>, head: Head) => boolean;
  /** What is now; null where it is not there any more. */
  readonly at: (id: string) => Promise<Now | null>;
  /** Tells all watchers what came up to `now`, and moves the topic there. */
  readonly readOn: (topic: Topic<W, Now>, now: Now) => Promise<void>;
  /** Tells one watcher what it does not know yet, and moves it to where that ends. */
  readonly catchUp: (watcher: W) => Promise<void>;
  /** Tells a watcher that has just come what is now. */
  readonly greet: (watcher: W, now: Now) => void;
};

export type Topics<W> = {
  /** Sends all that came since the watcher's own number, then what is now, then what comes. */
  readonly join: (watcher: W) => Promise<void>;
  readonly leave: (watcher: W) => void;
};

/** What the loop of a process does with the topics of one kind. */
export type Round = {
  readonly isWatched: () => boolean;
  /** Asks which have gone on, and tells their watchers. */
  readonly look: () => Promise<void>;
  /** Shows each watcher that the line holds, and lets go of whoever may no longer see. */
  readonly beat: (now: Instant) => Promise<void>;
};

/** All that is watched of one kind; `wake` starts the loop, or tells it that somebody has come. */
export function makeTopics<W extends Watcher, Now extends { readonly seq: number }, Head>(
  channel: Channel<W, Now, Head>,
  wake: () => void,
): Topics<W> & Round {
  const topics = new Map<string, Topic<W, Now>>();

  async function look(): Promise<void> {
    if (topics.size === 0) return;
    for (const [id, head] of await channel.heads([...topics.keys()])) {
      const topic = topics.get(id);
      const now = topic && channel.isBehind(topic, head) ? await channel.at(id) : null;
      if (topic && now) await channel.readOn(topic, now);
    }
  }

  async function beat(now: Instant): Promise<void> {
    const frame = timeFrame(now);
    for (const { watchers } of [...topics.values()])
      for (const watcher of [...watchers]) {
        if (await watcher.maySee()) watcher.send(frame);
        else watcher.end();
      }
  }

  /** What is now, where it is kept as late as the watcher knows; else read anew. */
  async function presentFor(watcher: W): Promise<Now | null> {
    const id = channel.idOf(watcher);
    const kept = topics.get(id)?.now;
    return kept && kept.seq >= watcher.seq ? kept : await channel.at(id);
  }

  async function join(watcher: W): Promise<void> {
    const id = channel.idOf(watcher);
    for (;;) {
      // Whoever knows as much as all others do has nothing to be read for it.
      if (topics.get(id)?.seq !== watcher.seq) await channel.catchUp(watcher);
      const present = await presentFor(watcher);
      if (watcher.isOver()) return;
      if (!present) return watcher.end();
      const topic = topics.get(id) ?? { id, seq: watcher.seq, now: present, watchers: new Set() };
      // Numbers only grow. One that is not reached yet is from elsewhere: whoever names it comes back, and is asked what it knows.
      if (present.seq < watcher.seq) return watcher.end();
      // The others may have been told more while this one was reading. From here on nothing waits, so nothing slips in between.
      if (topic.seq > watcher.seq) continue;
      topics.set(id, topic);
      topic.watchers.add(watcher);
      channel.greet(watcher, present);
      wake();
      return;
    }
  }

  function leave(watcher: W): void {
    const id = channel.idOf(watcher);
    const topic = topics.get(id);
    if (!topic?.watchers.delete(watcher)) return;
    if (topic.watchers.size === 0) topics.delete(id);
  }

  return { join, leave, look, beat, isWatched: () => topics.size > 0 };
}
