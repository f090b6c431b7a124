import type { BuyersWord } from "@/components/orders/chain/chain-gates";
import { newId } from "@/server/platform/platform";
import { releaseAction, stateAction, waiveAction } from "./actions";
import { milestoneName, serviceName } from "@/components/services/service-name";
import { type Gate, type Step, isRelease, needKey } from "@/domain/orders/chain/gate";
import type { Mode } from "@/domain/hubs/place";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ReleaseForm, WaiveForm } from "@/components/orders/chain/gate-step-forms";
import type { DealChain } from "@/views/chain";
import { mayStateRelease } from "@/domain/clearance/release";
import type { LocalDate } from "@/domain/shared/time";

/** What the buttons by which the buyer gives its own word send, each with a key of its own. */
export const wordOf = (): BuyersWord => ({ action: stateAction, newKey: newId });

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

type Asked = string | string[] | undefined;

type GateStepProps = {
  readonly view: DealChain;
  /** The key of the gate that is to be opened without what it waits for, as the address names it. */
  readonly waive?: Asked;
  /** What the gate waits for whose release is to be stated. */
  readonly release?: Asked;
  readonly today: LocalDate;
  readonly backHref: string;
};

/** The gate at which an order waits for the reader to state a release now. */
const awaitedRelease = (view: DealChain) =>
  view.gates.find((gate) => view.awaitsWord.includes(gate.key) && mayStateRelease(gate, view));

/**
 * The form for the gate that the reader is about to open: by a waiver, or by stating the release that it waits for. Where nothing is asked for
 * and the reader's word on a release is awaited, its form is there at once.
 */
export async function GateStep({ view, waive, release, today, backHref }: GateStepProps) {
  const [t, words] = await Promise.all([getTranslations("chain"), getTranslations()]);
  const { id: dealId, mode } = view.deal;
  const isAsked = waive !== undefined || release !== undefined;
  const released = isAsked
    ? view.gates.find((gate) => needKey(gate) === release && mayStateRelease(gate, view))
    : awaitedRelease(view);
  const waived = view.mayWaive
    ? view.gates.find((gate) => gate.key === waive && gate.why !== null && !isRelease(gate))
    : undefined;
  const frame = { dealId, idempotencyKey: newId(), backHref };
  if (released)
    return (
      <ClientWords>
        <ReleaseForm
          {...frame}
          action={releaseAction}
          need={needKey(released)}
          consequence={t("release.consequence", gateWords(words, { gate: released, mode }))}
          today={today}
        />
      </ClientWords>
    );
  if (!waived) return null;
  return (
    <ClientWords>
      <WaiveForm
        {...frame}
        action={waiveAction}
        gate={waived.key}
        consequence={t("waive.consequence", gateWords(words, { gate: waived, mode }))}
      />
    </ClientWords>
  );
}
