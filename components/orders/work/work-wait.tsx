import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { useGateWords } from "@/components/orders/chain/use-gate-words";
import type { ClosedGate, WorkRow } from "@/domain/orders/work/work-view";

/** Who can open a gate, by name where somebody is there for it. */
function useLifterWords(): (row: WorkRow, gate: ClosedGate) => string {
  const t = useTranslations("work.gate");
  const locale = useLocale();
  return ({ service, buyer }, { lifter, party }) => {
    if (lifter === service) return t("openedByYou");
    if (lifter === "parties") return t("openedBy", { who: t("parties") });
    return t("openedBy", { who: party ? partyName(party, locale) : t("nobody", { buyer: partyName(buyer, locale) }) });
  };
}

/** What keeps an order from going on, why, and who can open it. */
export function WorkWait({ row }: { readonly row: WorkRow }) {
  const t = useTranslations("work");
  const gates = useGateWords(row.mode);
  const lifter = useLifterWords();
  const [first, ...others] = row.gates;
  const isStopped = row.side === "exception" || row.side === "disputed";
  if (row.side !== null && (isStopped || !first))
    return (
      <span className="wait">
        <b>{t(`side.${row.side}`)}</b>
        <small>{t(`side.${row.side}Detail`)}</small>
      </span>
    );
  if (!first) return null;
  return (
    <span className="wait">
      <b>{gates.needWords(first.gate)}</b>
      <small>
        {gates.whyWords(first.state)} {lifter(row, first)}
        {others.length > 0 && t("gate.more", { count: others.length })}
      </small>
    </span>
  );
}
