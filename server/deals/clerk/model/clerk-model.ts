import type { ModelPart } from "@/domain/deals/clerk/draft/suggestions";
import { promptFor } from "@/domain/deals/clerk/model/prompt";
import { type Proposal, readProposal } from "@/domain/deals/clerk/model/proposal";
import { assert } from "@/domain/shared/assert";
import { log } from "@/server/platform/process/log";
import { takePoint } from "@/server/platform/rate-limit";
import { askChat, type ChatAnswer } from "./ask-chat";
import { type Circuit, circuit } from "./circuit";
import { type ModelSettings, modelSettings } from "./model-settings";

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
