import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { PaperState, Readiness } from "@/domain/documents/readiness";

const LOOKS: Readonly<Record<Exclude<PaperState, "missing" | "optional">, LookState>> = {
  entered: "held",
  blocked: "disputed",
  ready: "completed",
};

export function PaperStateChip({ state }: { readonly state: PaperState }) {
  const t = useTranslations("documents.state");
  if (state === "missing" || state === "optional") return <QuietChip icon="circle-dashed">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** The papers of a deal in one chip: ready, or how many are missing or blocked. */
export function ReadinessChip({ readiness }: { readonly readiness: Readiness }) {
  const t = useTranslations("documents.readiness");
  const { state, missing, blocked } = readiness;
  if (state === "blocked") return <StateChip state="disputed">{t("blocked", { count: blocked })}</StateChip>;
  if (state === "missing") return <QuietChip icon="circle-dashed">{t("missing", { count: missing })}</QuietChip>;
  return <StateChip state="completed">{t("ready")}</StateChip>;
}
