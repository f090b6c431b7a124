import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures";
import type { DutyRate } from "@/domain/tariff/duty-rate";
import { PERCENT_PLACES, writeScaled } from "@/domain/shared/parse-scaled";

/** A rate in words: "10%, at least €0.70 a pair". */
export function useRateWords(): (rate: Pick<DutyRate, "method" | "rateBps" | "unitPrice" | "unit">) => string {
  const t = useTranslations("duties");
  const locale = useLocale();
  return ({ method, rateBps, unitPrice, unit }) =>
    t(`rate.${method}`, {
      percent: writeScaled(rateBps ?? 0, PERCENT_PLACES),
      price: unitPrice ? formatMoney(unitPrice, locale, { display: "code" }) : "",
      unit: unit ? t(`unit.${unit}`) : "",
    });
}
