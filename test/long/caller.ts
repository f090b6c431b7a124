import { setTimeout as pause } from "node:timers/promises";
import type { House } from "./market";

/** A POST with the key and body that every try of it bears. */
export type Call = {
  readonly path: string;
  readonly house: House;
  readonly idempotencyKey: string;
  readonly body?: string;
};

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly isReplay: boolean;
  /** Tries that the end of the server cut off before this one. */
  readonly cutOff: number;
};

export type Caller = {
  /** Sends a call until it is answered, whatever becomes of the server meanwhile. */
  untilAnswered(call: Call): Promise<Answer>;
  /** Calls that wait for their answer at this moment. */
  underWay(): number;
  /** Answers that no caller should ever get. */
  readonly faults: readonly string[];
};

const AGAIN_MS = 50;

export function callerOf(url: string): Caller {
  const faults: string[] = [];
  let underWay = 0;

  async function send({ path, house, idempotencyKey, body }: Call) {
    underWay++;
    try {
      const response = await fetch(url + path, {
        method: "POST",
        headers: {
          authorization: house.authorization,
          "idempotency-key": idempotencyKey,
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body } : {}),
      });
      return { response, text: await response.text() };
    } catch {
      // The connection is gone with the process at its other end.
      return null;
    } finally {
      underWay--;
    }
  }

  async function untilAnswered(call: Call): Promise<Answer> {
    for (let cutOff = 0; ; ) {
      const sent = await send(call);
      if (sent === null) cutOff++;
      else {
        const { response, text } = sent;
        const { status, headers } = response;
        if (status >= 500) faults.push(`${status} ${call.path} ${text}`);
        const isToCome = status >= 500 || status === 429 || text.includes('"in_progress"');
        if (!isToCome) return { status, text, isReplay: headers.get("idempotent-replayed") === "true", cutOff };
        await pause(Number(headers.get("retry-after") ?? 0) * 1000);
      }
      await pause(AGAIN_MS);
    }
  }

  return { untilAnswered, underWay: () => underWay, faults };
}
