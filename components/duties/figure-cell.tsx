import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import { DateText } from "@/components/ui/time/date-text";
import type { DutyFigure } from "@/domain/duties/duty-estimate";
import { useRateWords } from "./rate-words";
import { valuesOf } from "./refusal-values";

/** An amount over the rate that made it, with its day and source; or why it is not known. */
export function FigureCell({ figure: { amount, rate, missing } }: { readonly figure: DutyFigure }) {
  const t = useTranslations("duties");
  const rateWords = useRateWords();
  return (
    <>
      {amount ? (
        <MoneyText {...amount} display="none" />
      ) : (
        <span className="warn-text">
          {t(`refusal.${missing?.code ?? "duty_rate_missing"}`, missing ? valuesOf(missing) : {})}
        </span>
      )}
      {rate && (
        <small className="block font-normal text-ink-2">
          {rateWords(rate)} · {t("since")} <DateText day={rate.validFrom} hasYear /> · {rate.source}
        </small>
      )}
    </>
  );
}
