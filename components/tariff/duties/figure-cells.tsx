import { useTranslations } from "next-intl";
import { useSourceName } from "@/components/services/words/country-name";
import { MoneyText } from "@/components/ui/figures/money-text";
import { DateText } from "@/components/ui/time/date-text";
import type { DutyFigure } from "@/domain/tariff/duties/duty-estimate";
import { useRateWords } from "./rate-words";
import { valuesOf } from "./refusal-values";

type FigureProps = { readonly figure: DutyFigure };

/** An amount, or why it is not known. */
export function FigureAmount({ figure: { amount, missing } }: FigureProps) {
  const t = useTranslations("duties.refusal");
  return amount ? (
    <MoneyText {...amount} display="none" />
  ) : (
    <span className="warn-text whitespace-normal">
      {t(missing?.code ?? "duty_rate_missing", missing ? valuesOf(missing) : {})}
    </span>
  );
}

/** The rate that made an amount, with the day from which it holds and its source. */
export function FigureRate({ figure: { rate } }: FigureProps) {
  const t = useTranslations("duties");
  const rateWords = useRateWords();
  const sourceName = useSourceName("duties");
  if (!rate) return null;
  return (
    <small className="block font-normal whitespace-normal text-ink-2">
      {rateWords(rate)} · {t("since")} <DateText day={rate.validFrom} hasYear /> · {sourceName(rate.source)}
    </small>
  );
}
