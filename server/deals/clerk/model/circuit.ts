import { MINUTE_MS } from "@/domain/shared/instant";

const FAILURES_MAX = 3;

/** Keeps from asking what does not answer: after three failures in a row nothing is let through for a minute, then one try at a time. */
export type Circuit = {
  /** Whether it may be tried now; who is let through says afterwards how it went. */
  admits(): boolean;
  settle(isWell: boolean): void;
};

export function circuit(clock: () => number = Date.now): Circuit {
  let failures = 0;
  let closedUntil = 0;
  return {
    admits() {
      if (failures < FAILURES_MAX) return true;
      if (clock() < closedUntil) return false;
      // The one that is let through is the test for all others.
      closedUntil = clock() + MINUTE_MS;
      return true;
    },
    settle(isWell) {
      failures = isWell ? 0 : failures + 1;
      if (failures >= FAILURES_MAX) closedUntil = clock() + MINUTE_MS;
    },
  };
}
