import { useTranslations } from "next-intl";
import { BarRow } from "@/components/ui/charts/bar-row";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { Compared, ComparedDuties } from "@/domain/clearance/compare-duties";
import type { Money } from "@/domain/shared/money";

const PARTS = ["duty", "excise", "vat", "fee"] as const;

const sizeOf = (amount: Money | null): number => Number(amount?.minor ?? 0n);

type PairProps = { readonly name: string; readonly of: Compared; readonly max: number; readonly isAssessed: boolean };

function Pair({ name, of, max, isAssessed }: PairProps) {
  const t = useTranslations("clearance.duties");
  return (
    <div className="duty-bars">
      <b>{name}</b>
      <span>{t("short.estimated")}</span>
      <BarRow value={sizeOf(of.estimated)} max={max} tone="c2" />
      <span className="num">{of.estimated ? <MoneyText {...of.estimated} display="none" /> : t("unknown")}</span>
      {isAssessed && (
        <>
          <span>{t("short.assessed")}</span>
          <BarRow value={sizeOf(of.assessed)} max={max} tone="c1" />
          <span className="num">{of.assessed ? <MoneyText {...of.assessed} display="none" /> : t("unknown")}</span>
        </>
      )}
    </div>
  );
}

/** The same sums as bars of one scale: where the customs asked for more than was estimated is seen at once. */
export function DutiesBars({ duties, isAssessed }: { readonly duties: ComparedDuties; readonly isAssessed: boolean }) {
  const t = useTranslations("clearance.duties");
  const max = Math.max(1, ...PARTS.flatMap((part) => [sizeOf(duties[part].estimated), sizeOf(duties[part].assessed)]));
  const isKnown = (part: (typeof PARTS)[number]) =>
    part !== "excise" || sizeOf(duties.excise.estimated) > 0 || sizeOf(duties.excise.assessed) > 0;
  return (
    <div className="duty-bar-list">
      {PARTS.filter(isKnown).map((part) => (
        <Pair key={part} name={t(part)} of={duties[part]} max={max} isAssessed={isAssessed} />
      ))}
    </div>
  );
}
