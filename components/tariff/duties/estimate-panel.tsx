import { useTranslations } from "next-intl";
import { useCountryName, useFigureSource } from "@/components/services/words/country-name";
import { MoneyText } from "@/components/ui/figures/money-text";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { ScrollBox } from "@/components/ui/page/scroll-box";
import { DateText } from "@/components/ui/time/date-text";
import type { DutyEstimate, ShownEstimate } from "@/domain/tariff/duties/duty-estimate";
import { DUTY_CURRENCY } from "@/domain/tariff/duties/duty-rate";
import type { LeftOut } from "@/domain/tariff/duties/left-out";
import type { ExchangeRate } from "@/domain/shared/exchange-rate";
import { preferredLines } from "@/domain/tariff/duties/preferred-lines";
import { EstimateTable } from "./estimate-table";
import { PreferenceTable } from "./preference-table";
import { valuesOf } from "./refusal-values";

/** Every exchange rate that the estimate rests on, each once. */
function ratesOf({ lines, fee, exchangeRates }: DutyEstimate): ExchangeRate[] {
  const figures = [...lines.flatMap(({ duty, excise, vat }) => [duty, excise, vat]), fee];
  const all = [...exchangeRates, ...figures.flatMap((figure) => figure.exchangeRates)];
  return [...new Map(all.map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate])).values()];
}

/** What is not in the sums, each with what it does to them. */
function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const t = useTranslations("duties.estimate");
  return (
    <div>
      <p>{t("leftOut")}</p>
      <ul className="list-disc pl-5">
        {leftOut.map((code) => (
          <li key={code}>{t(`without.${code}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the state would charge for the import, line by line: the market's estimate, which says what it does not know. */
export function EstimatePanel({ shown }: { readonly shown: ShownEstimate }) {
  const t = useTranslations("duties");
  const rate = useTranslations("bidding");
  const countryName = useCountryName();
  const sourceOf = useFigureSource();
  const { estimate, refusal, country, day, ratesOfYear, withFormE } = shown;
  const preferred = preferredLines(shown);
  const currency = DUTY_CURRENCY[country];
  const title = t("estimate.title", { country: countryName(country), currency });
  return (
    <Panel title={title} aside={<DateText day={day} hasYear />} id="duties" isFlush>
      <div className="stack p-4">
        <Note>{t("estimate.notThePrice")}</Note>
        {refusal && <Note tone="warn">{t(`refusal.${refusal.code}`, valuesOf(refusal))}</Note>}
        {estimate && ratesOfYear && (
          <Note tone="warn">{t("estimate.ratesOfYear", { year: ratesOfYear, now: day.slice(0, 4) })}</Note>
        )}
        {estimate && !estimate.isComplete && <Note tone="warn">{t("estimate.incomplete")}</Note>}
        {estimate && estimate.leftOut.length > 0 && <LeftOutList leftOut={estimate.leftOut} />}
        {estimate && (
          <p>
            {t(estimate.isComplete ? "estimate.whole" : "estimate.known")}{" "}
            <b>
              <MoneyText {...estimate.total} display="code" />
            </b>
          </p>
        )}
        {withFormE && (
          <p>
            {t(withFormE.isComplete ? "estimate.preference.whole" : "estimate.preference.known")}{" "}
            <b>
              <MoneyText {...withFormE.total} display="code" />
            </b>
          </p>
        )}
        {estimate?.sharedBy === "weight" && <Note>{t("estimate.byWeight")}</Note>}
      </div>
      {estimate && (
        <>
          <ScrollBox label={title}>
            <EstimateTable estimate={estimate} caption={title} />
          </ScrollBox>
          {preferred.length > 0 && (
            <ScrollBox label={t("estimate.preference.title")}>
              <PreferenceTable rows={preferred} common={estimate} withFormE={withFormE} />
            </ScrollBox>
          )}
          <p className="px-4 py-2 text-sm text-ink-2">
            {t("estimate.value")} <MoneyText {...estimate.customsValue} display="code" />
            {ratesOf(estimate).map(({ base, quote, rate: text, day: rateDay, source }) => (
              <span key={`${base}${quote}${rateDay}`} className="block">
                {rate("rate", { base, quote, rate: text, day: rateDay, source: sourceOf(source) })}
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
  );
}
