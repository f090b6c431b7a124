import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures/format-money";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { type Currency, money } from "@/domain/shared/money";

/** A charge that is due only if it happens, in a few words with its price. */
export function useChargeWords(currency: Currency) {
  const t = useTranslations("services");
  const locale = useLocale();
  return ({ code, basis, unitPriceMinor, note }: PricedLine): string => {
    const price =
      unitPriceMinor === null
        ? null
        : formatMoney(money(BigInt(unitPriceMinor), currency), locale, { display: "code" });
    return [t(`charge.${code}`), t(`basis.${basis}`), price, note].filter(Boolean).join(" · ");
  };
}
