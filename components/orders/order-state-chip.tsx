import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { OrderState } from "@/domain/shared/states";

const LOOKS: Readonly<Record<Exclude<OrderState, "cancelled">, LookState>> = {
  placed: "awarded",
  scheduled: "awarded",
  in_progress: "transit",
  delivered: "closing",
  changes_requested: "held",
  accepted: "transit",
  completed: "completed",
  on_hold: "held",
  exception: "disputed",
  disputed: "disputed",
};

export function OrderStateChip({ state }: { readonly state: OrderState }) {
  const t = useTranslations("orders.state");
  if (state === "cancelled") return <QuietChip icon="x">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}
