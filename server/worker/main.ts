import { flushExposures } from "../catalogue/exposure";
import { figuresRound } from "../catalogue/directory/count-figures";
import { log } from "../platform/process/log";
import { openPost } from "../platform/process/mail";
import { onCommitted, type Platform, platform, replyDomainOf } from "../platform/platform";
import { configuredScanner, scanRound } from "./file-scanner";
import { env } from "../platform/process/env";
import { type Loop, startLoop } from "./loop";
import { openReplyDoor, type ReplyDoor } from "./reply-door";
import { mailRound, relayRound } from "./relay";
import {
  checkRound,
  CHECKS_EVERY_MS,
  DEADLINES_EVERY_MS,
  deadlineRound,
  DIGESTS_EVERY_MS,
  digestRound,
  HOUSEKEEPING_EVERY_MS,
  housekeepingRound,
  LATE_EVERY_MS,
  lateRound,
} from "./timers";

const RELAY_EVERY_MS = 1_000;
const MAIL_EVERY_MS = 2_000;
const SCAN_EVERY_MS = 2_000;
const FIGURES_EVERY_MS = 10_000;
/** What is counted in between is lost where the process dies. */
const EXPOSURES_EVERY_MS = 5_000;

export type Worker = { stop(): Promise<void> };

/** Where answers to mails are taken; null where no domain is set for them, or where another process has the port. */
async function openDoor(on: Platform): Promise<ReplyDoor | null> {
  const { REPLY_HOST: host, REPLY_PORT: port } = env();
  if (replyDomainOf(on) === "") return null;
  try {
    return await openReplyDoor({ on }, { host, port });
  } catch (error) {
    log.error({ err: error, host, port }, "answers by mail are not listened for");
    return null;
  }
}

/** The loop that writes what the pages of this process have counted: each process that serves has its own. */
export const exposuresLoop = (on: Platform): Loop =>
  startLoop({ name: "exposures", everyMs: EXPOSURES_EVERY_MS, round: () => flushExposures(on) });

function start(on: Platform): Worker {
  const relay = startLoop({ name: "relay", everyMs: RELAY_EVERY_MS, round: () => relayRound(on) });
  const post = openPost();
  const scanner = configuredScanner();
  const loops: Loop[] = [
    relay,
    startLoop({ name: "deadlines", everyMs: DEADLINES_EVERY_MS, round: () => deadlineRound(on) }),
    startLoop({ name: "late steps", everyMs: LATE_EVERY_MS, round: (isStopped) => lateRound(on, isStopped) }),
    startLoop({ name: "ends of checks", everyMs: CHECKS_EVERY_MS, round: () => checkRound(on) }),
    startLoop({ name: "digests", everyMs: DIGESTS_EVERY_MS, round: () => digestRound(on) }),
    startLoop({ name: "figures of providers", everyMs: FIGURES_EVERY_MS, round: () => figuresRound(on) }),
    exposuresLoop(on),
    startLoop({ name: "housekeeping", everyMs: HOUSEKEEPING_EVERY_MS, round: () => housekeepingRound(on) }),
    ...(scanner ? [startLoop({ name: "scanner", everyMs: SCAN_EVERY_MS, round: () => scanRound(on, scanner) })] : []),
    ...(post ? [startLoop({ name: "mail", everyMs: MAIL_EVERY_MS, round: () => mailRound(on, post) })] : []),
  ];
  const stopListening = onCommitted(relay.nudge);
  const door = openDoor(on);
  log.info({ sendsMail: post !== null, scansFiles: scanner !== null }, "the worker runs");
  return {
    async stop() {
      stopListening();
      await Promise.all(loops.map((loop) => loop.stop()));
      post?.close();
      await (await door)?.close();
      log.info("the worker has stopped");
    },
  };
}

// Each route bundle may hold its own copy of this module, and two sets of timers in one process would do everything twice.
const holder = globalThis as unknown as { kouanWorker?: Worker };

/** Starts the relay, the deadlines and the mail of this process, once. */
export function startWorker(on: Platform = platform()): Worker {
  holder.kouanWorker ??= start(on);
  return holder.kouanWorker;
}

/** Stops at the end of the process only after the rounds that are running. */
export function stopWithProcess(worker: Worker, isAlone: boolean): void {
  const stop = (): void => {
    void worker.stop().then(() => {
      if (isAlone) process.exit(0);
    });
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
