import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { VerdictKind } from "@/domain/inspections/results/judge";

const LOOKS: Readonly<Record<VerdictKind, LookState>> = { pass: "completed", fail: "held", pending: "open" };

export function VerdictChip({ verdict }: { readonly verdict: VerdictKind | null }) {
  const t = useTranslations("inspections.verdict");
  return verdict === null ? (
    <QuietChip icon="circle-dashed">{t("none")}</QuietChip>
  ) : (
    <StateChip state={LOOKS[verdict]}>{t(verdict)}</StateChip>
  );
}
