import type { Instant } from "../../domain/shared/time";
import { type Channel, makeTopics, type Round, type Topics } from "./topics";
import type { Watcher } from "./watcher";

/** Waits for a while, or until it rings; a ring while nobody waits counts for the next wait. */
function alarm(onRing: (ring: () => void) => () => void) {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  const stop = onRing(ring);
  return {
    stop,
    ring,
    async wait(ms: number): Promise<void> {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
}

/** What other processes have written is seen so soon; what this one has, at once. */
const LOOK_EVERY_MS = 100;
const HEARTBEAT_MS = 15_000;

export type Context = {
  readonly clock: () => Instant;
  /** Calls back after each commit of this process; answers how to stop. */
  readonly onCommitted: (listener: () => void) => () => void;
  readonly fail: (error: unknown) => void;
  readonly beatMs?: number;
};

export type Loop = {
  /** A kind of thing to be watched, looked after by this loop. */
  readonly over: <W extends Watcher, Now extends { readonly seq: number }, Head>(
    channel: Channel<W, Now, Head>,
  ) => Topics<W>;
};

/**
 * The one loop of a process by which everything that is watched is looked after: it asks for the heads of all watched topics, one question a
 * kind, and rests while nobody watches.
 */
export function makeLoop({ clock, onCommitted, fail, beatMs = HEARTBEAT_MS }: Context): Loop {
  const rounds: Round[] = [];
  let bell: ReturnType<typeof alarm> | null = null;

  async function lookOn(): Promise<void> {
    // It may sleep over what was written while somebody who joins was reading.
    if (bell) return bell.ring();
    bell = alarm(onCommitted);
    // By itself, so that many sessions to look up hold no news back.
    const heart = setInterval(() => {
      for (const round of rounds) void round.beat(clock()).catch(fail);
    }, beatMs);
    while (rounds.some((round) => round.isWatched())) {
      for (const round of rounds) await round.look().catch(fail);
      await bell.wait(LOOK_EVERY_MS);
    }
    clearInterval(heart);
    bell.stop();
    bell = null;
  }

  return {
    over(channel) {
      const topics = makeTopics(channel, () => void lookOn());
      rounds.push(topics);
      return topics;
    },
  };
}
