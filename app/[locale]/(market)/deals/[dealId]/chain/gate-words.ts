import { milestoneName, serviceName } from "@/components/services/words/service-words";
import type { Gate, Step } from "@/domain/orders/chain/gate";
import type { Mode } from "@/domain/hubs/place";

type Words = (key: string, values?: Record<string, string>) => string;
type Of = { readonly gate: Gate; readonly mode: Mode };

const stepWords = (words: Words, { service, code }: Step, mode: Mode): string =>
  words("chain.gate.step", {
    service: serviceName(words, service),
    milestone: milestoneName(words, { service, mode }, code),
  });

/** What a gate of goods by such a mode waits for and what it holds, for sentences and choices of a form. */
export const gateWords = (
  words: Words,
  { gate: { need, holds }, mode }: Of,
): { readonly need: string; readonly holds: string } => ({
  need: need.kind === "step" ? stepWords(words, need.step, mode) : words(`chain.gate.need.${need.kind}`),
  holds: stepWords(words, holds, mode),
});
