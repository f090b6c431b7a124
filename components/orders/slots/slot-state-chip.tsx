import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { SlotState } from "@/domain/orders/slots/slot";

const LOOKS: Readonly<Record<Exclude<SlotState, "cancelled">, LookState>> = {
  requested: "open",
  paid: "open",
  confirmed: "awarded",
  called: "transit",
  in: "transit",
  crossed: "completed",
  forfeited: "held",
};

export function SlotStateChip({ state }: { readonly state: SlotState }) {
  const t = useTranslations("slots.state");
  if (state === "cancelled") return <QuietChip icon="x">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}
