import { isConflict } from "../../db/failures";
import { log } from "../platform/process/log";
import { newId } from "../platform/platform";
import { endOutage, isOutage } from "../platform/process/outage";

export type Loop = {
  /** Runs soon rather than at the next turn. */
  readonly nudge: () => void;
  /** Ends after the round that is running. */
  readonly stop: () => Promise<void>;
};

type Task = {
  readonly name: string;
  readonly everyMs: number;
  /** One round; true where more waits and the next round should follow at once. A long one asks now and then whether it should end. */
  readonly round: (isStopped: () => boolean) => Promise<boolean>;
};

/**
 * Runs rounds one after another, never two at once. A fault is logged with a reference and the next round comes all the same. That another
 * process was faster is no fault, and that the database is away is said once for all loops.
 */
export function startLoop({ name, everyMs, round }: Task): Loop {
  let isStopped = false;
  let isNudged = false;
  let wake: () => void = () => undefined;

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function guardedRound(): Promise<boolean> {
    try {
      const hasMore = await round(() => isStopped);
      endOutage();
      return hasMore;
    } catch (error) {
      if (isOutage(error)) return false;
      if (isConflict(error)) {
        log.info({ loop: name }, "a round of the worker lost to another process");
        return false;
      }
      log.error({ reference: newId().slice(-8).toUpperCase(), loop: name, err: error }, "a round of the worker failed");
      return false;
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isNudged = false;
      const hasMore = await guardedRound();
      if (!hasMore && !isNudged && !isStopped) await rest();
    }
  }

  const ended = run();
  return {
    nudge: () => {
      isNudged = true;
      wake();
    },
    stop: () => {
      isStopped = true;
      wake();
      return ended;
    },
  };
}
