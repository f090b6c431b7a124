import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { NoVisit } from "@/domain/inspections/inspection-turn";
import type { RoundState } from "@/domain/inspections/round";

const LOOKS: Readonly<Record<RoundState, LookState>> = {
  asked: "open",
  booked: "awarded",
  on_site: "transit",
  left: "closing",
  reported: "closing",
  decided: "completed",
};

/** Where a visit stands; of an order without one why there is none. */
export function RoundStateChip({ state }: { readonly state: RoundState | NoVisit | null }) {
  const t = useTranslations("inspections.state");
  return state === null || state === "on_paper" || state === "called_off" ? (
    <QuietChip icon="circle-dashed">{t(state ?? "none")}</QuietChip>
  ) : (
    <StateChip state={LOOKS[state]}>{t(state)}</StateChip>
  );
}
