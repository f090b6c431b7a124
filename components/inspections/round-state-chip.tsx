import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { RoundState } from "@/domain/inspections/round";

const LOOKS: Readonly<Record<RoundState, LookState>> = {
  asked: "open",
  booked: "awarded",
  on_site: "transit",
  left: "closing",
  reported: "closing",
  decided: "completed",
};

export function RoundStateChip({ state }: { readonly state: RoundState | null }) {
  const t = useTranslations("inspections.state");
  return state === null ? (
    <QuietChip icon="circle-dashed">{t("none")}</QuietChip>
  ) : (
    <StateChip state={LOOKS[state]}>{t(state)}</StateChip>
  );
}
