import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import type { Money } from "@/domain/shared/money";
import type { SlotFee } from "@/domain/orders/slots/fees";

/** Fees of a system in words: the amount, and for booking anew what it is made of. */
export function useFeeWords() {
  const t = useTranslations("slots");
  const locale = useLocale();
  const amount = (fee: Money | null) => (fee ? formatMoney(fee, locale, { display: "code" }) : t("free"));
  const number = (value: number) => numberFormat(locale, {}).format(value);
  return {
    amount,
    rebooking: (fee: SlotFee | null) =>
      fee
        ? t(fee.yearDue ? "rebookingFeeBehind" : "rebookingFee", {
            ...{ fee: amount(fee.fee), indices: number(fee.indices), index: number(fee.index), since: fee.since },
            year: fee.yearDue ?? "",
          })
        : t("free"),
    number,
  };
}
