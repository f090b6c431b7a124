import { MINUTE_MS } from "@/domain/shared/time";
import type { ModelPart } from "@/domain/deals/clerk/suggestions";
import { type Proposal, promptFor, readProposal } from "@/domain/deals/clerk/proposal";
import { assert } from "@/domain/shared/result";
import { log } from "@/server/platform/process/log";
import { takePoint } from "@/server/platform/rate-limit";
import { type ChatAnswer, type ModelSettings, askChat, modelSettings } from "./clerk-chat";

const FAILURES_MAX = 3;

/** Keeps from asking what does not answer: after three failures in a row nothing is let through for a minute, then one try at a time. */
type Circuit = {
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

/** What a model pointed at, and how it came to that; without an answer there are no pointers and the rules read alone. */
export type ModelReading = { readonly part: ModelPart; readonly proposal: Proposal };

export type ClerkModel = {
  /** Who answers, as people are told before they send a text there. */
  readonly host: string;
  point(text: string, of: { readonly organisationId: string }): Promise<ModelReading>;
};

const without = (part: ModelPart): ModelReading => ({ part, proposal: [] });

function read(answer: ChatAnswer): ModelReading {
  if (answer.kind !== "answered") return without(answer.kind);
  const proposal = readProposal(answer.json);
  return proposal === null ? without("unreadable") : { part: "answered", proposal };
}

/** A model behind an OpenAI-compatible interface. It is asked with the text alone, and the log hears of it no word of the text. */
export function clerkModel(settings: ModelSettings, by: Circuit = circuit()): ClerkModel {
  return {
    host: new URL(settings.url).host,
    async point(text, { organisationId }) {
      if ((await takePoint("model", organisationId)) > 0) return without("spent");
      if (!by.admits()) return without("resting");
      const begun = performance.now();
      const answer = await askChat(settings, promptFor(text));
      const reading = read(answer);
      by.settle(reading.part === "answered");
      const about = {
        part: reading.part,
        ms: Math.round(performance.now() - begun),
        pointers: reading.proposal.length,
      };
      if (reading.part === "answered") log.info(about, "the clerk's model answered");
      else
        log.warn({ ...about, status: "status" in answer ? answer.status : null }, "the clerk's model gave no answer");
      return reading;
    },
  };
}

// One per process, whichever route bundle asks first: the circuit is of the process.
const holder = globalThis as unknown as { kouanClerkModel?: ClerkModel | null };

/** The model of this installation; null where rules read alone. */
export function configuredModel(): ClerkModel | null {
  if (holder.kouanClerkModel === undefined) {
    const settings = modelSettings();
    holder.kouanClerkModel = settings && clerkModel(settings);
  }
  return holder.kouanClerkModel;
}

/** Puts a test's model in place of the configured one. */
export function useModel(of: ClerkModel | null): void {
  assert(process.env.KOUAN_ENV === "test", "only a test swaps the model");
  holder.kouanClerkModel = of;
}
