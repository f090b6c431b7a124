import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { DUTY_UNITS } from "@/domain/tariff/duties/duty-rate";
import { ONE } from "@/domain/services/quantities";
import type { LineQuantities } from "@/domain/services/customs/line-quantities";
import { QUANTITY_PLACES } from "@/domain/shared/parse-scaled";

/** What specific duties count, a line of the cargo each. */
export function LineQuantityList({ quantities }: { readonly quantities: LineQuantities }) {
  const t = useTranslations("service-customs.line");
  const unit = useTranslations("service-customs.unit");
  const numbers = numberFormat(useLocale(), { maximumFractionDigits: QUANTITY_PLACES });
  return (
    <ul>
      {Object.entries(quantities).map(([line, of]) => (
        <li key={line}>
          {t("number", { line })}{" "}
          {DUTY_UNITS.flatMap((name) => {
            const milli = of[name];
            return milli === undefined ? [] : [unit(name, { quantity: numbers.format(milli / ONE) })];
          }).join(" · ")}
        </li>
      ))}
    </ul>
  );
}
