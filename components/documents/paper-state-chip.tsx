import { useTranslations } from "next-intl";
import { QuietChip } from "@/components/ui/turn/quiet-chip";
import { type LookState, StateChip } from "@/components/ui/turn/state-chip";
import type { PaperState, Readiness } from "@/domain/documents/readiness";

const LOOKS: Readonly<Record<Exclude<PaperState, "missing" | "optional" | "not_entered">, LookState>> = {
  entered: "held",
  blocked: "disputed",
  ready: "completed",
};

export function PaperStateChip({ state }: { readonly state: PaperState }) {
  const t = useTranslations("documents.state");
  if (state === "not_entered") return <QuietChip icon="file-text">{t(state)}</QuietChip>;
  if (state === "missing" || state === "optional") return <QuietChip icon="circle-dashed">{t(state)}</QuietChip>;
  return <StateChip state={LOOKS[state]}>{t(state)}</StateChip>;
}

/** The papers of a deal in one chip: ready, how many are missing or blocked, or that they have done their work. */
export function ReadinessChip({ readiness }: { readonly readiness: Readiness }) {
  const t = useTranslations("documents.readiness");
  const { state, missing, blocked } = readiness;
  if (state === "blocked") return <StateChip state="disputed">{t("blocked", { count: blocked })}</StateChip>;
  if (state === "missing") return <QuietChip icon="circle-dashed">{t("missing", { count: missing })}</QuietChip>;
  if (state === "past") return <QuietChip icon="file-text">{t("past")}</QuietChip>;
  return <StateChip state="completed">{t("ready")}</StateChip>;
}
