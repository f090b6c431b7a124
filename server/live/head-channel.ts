import type { Instant } from "../../domain/shared/time";
import { type Watcher, headFrame, timeFrame } from "./watcher";
import type { Channel } from "./topics";

/** Somebody who looks at a page that is drawn anew when the number of what it shows has gone on. */
export type HeadWatcher = Watcher & { readonly id: string };

type Head = { readonly seq: number; readonly frame: Uint8Array };

type Asked = {
  /** The last number of each; one that is left out is not there. */
  readonly heads: Channel<HeadWatcher, Head, number>["heads"];
  readonly clock: () => Instant;
};

/** Things of which watchers are told the number and nothing else: whoever hears a new one asks for its page again, as it always did. */
export function headChannel({ heads, clock }: Asked): Channel<HeadWatcher, Head, number> {
  async function at(id: string): Promise<Head | null> {
    const seq = (await heads([id])).get(id);
    return seq === undefined ? null : { seq, frame: headFrame(seq, clock()) };
  }

  function tell(watcher: HeadWatcher, { seq, frame }: Head): void {
    // Who is too slow is gone, and comes back with the number that it knows.
    if (watcher.seq < seq && watcher.send(frame)) watcher.seq = seq;
  }

  return {
    idOf: ({ id }) => id,
    heads,
    isBehind: (topic, head) => head > topic.seq,
    at,
    async readOn(topic, now) {
      topic.seq = now.seq;
      topic.now = now;
      for (const watcher of topic.watchers) tell(watcher, now);
    },
    async catchUp(watcher) {
      const now = await at(watcher.id);
      if (now) tell(watcher, now);
    },
    greet(watcher, now) {
      watcher.send(timeFrame(clock()));
      tell(watcher, now);
    },
  };
}
