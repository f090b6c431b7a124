import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { DeclarationState } from "@/domain/clearance/declaration";

const LOOKS: Readonly<Record<Exclude<DeclarationState, "drafted">, LookState>> = {
  returned: "held",
  approved: "awarded",
  filed: "transit",
  questioned: "held",
  answered: "transit",
  inspected: "transit",
  assessed: "closing",
  paid: "transit",
  released: "completed",
  refused: "disputed",
};

export function DeclarationChip({ state }: { readonly state: DeclarationState }) {
  const t = useTranslations("clearance.state");
  if (state === "drafted") return <QuietChip icon="file-text">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}
