import { milestoneName, serviceName } from "@/components/services/words/service-words";
import type { Gate, Step } from "@/domain/chain/gate";

type Words = (key: string, values?: Record<string, string>) => string;

const stepWords = (words: Words, { service, code }: Step): string =>
  words("chain.gate.step", {
    service: serviceName(words, service),
    milestone: milestoneName(words, service, code),
  });

/** What a gate waits for and what it holds, for sentences and choices of a form. */
export const gateWords = (words: Words, { need, holds }: Gate): { need: string; holds: string } => ({
  need: need.kind === "step" ? stepWords(words, need.step) : words(`chain.gate.need.${need.kind}`),
  holds: stepWords(words, holds),
});
