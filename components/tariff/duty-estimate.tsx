import type { Refusal } from "@/domain/shared/result";
import { useTranslations } from "next-intl";
import { useCountryName, useFigureSource, useSourceName } from "@/components/services/country-name";
import { MoneyText } from "@/components/ui/figures";
import { DateText } from "@/components/ui/time/time-text";
import type { DutyEstimate, DutyFigure, DutySums } from "@/views/duties";
import { useRateWords } from "./rate-words";
import { leavesOpen, partsOfValue, mayLower } from "@/domain/tariff/excluded-charges";
import { type PreferredLine, preferredLines } from "@/domain/tariff/duties/preferred-lines";
import { Note, Panel, ScrollBox } from "@/components/ui/blocks";
import { DUTY_CURRENCY } from "@/domain/tariff/duty-rate";
import type { ExchangeRate } from "@/domain/shared/exchange-rate";

/** What the words of a refusal name: a translator takes no truth values, and none of these has one. */
const valuesOf = ({ details = {} }: Refusal): Record<string, string | number> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === "boolean" ? "" : value]));

type FigureProps = { readonly figure: DutyFigure };

/** An amount, or why it is not known. */
function FigureAmount({ figure: { amount, missing } }: FigureProps) {
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
function FigureRate({ figure: { rate } }: FigureProps) {
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

/** How a sum is to be read: nothing where all is in it, else that it is at least so much, or so much so far. */
function useBound(): (sum: Pick<DutySums, "isComplete" | "leftOut">) => string {
  const t = useTranslations("duties.estimate");
  return ({ isComplete, leftOut }) => (isComplete ? "" : t(mayLower(leftOut) ? "soFar" : "atLeast"));
}

/** What a sum is called: of what is known, at the common rate where only a paper of origin could lower it, else the whole. */
const sumName = ({ isComplete, leftOut }: Pick<DutySums, "isComplete" | "leftOut">) => {
  if (!isComplete) return "known";
  return leftOut.length > 0 ? "common" : "whole";
};

type PreferenceTableProps = {
  readonly rows: readonly PreferredLine<DutySums["lines"][number]>[];
  readonly common: DutySums;
  readonly withFormE: DutySums | null;
};

/** Of each line that a paper of origin may lower the paper, the common duty and the one with it, and what duty and tax come to either way. */
function PreferenceTable({ rows, common, withFormE }: PreferenceTableProps) {
  const t = useTranslations("duties.estimate");
  const bound = useBound();
  return (
    <table className="data-table rows-dense">
      <caption>{t("preference.title")}</caption>
      <thead>
        <tr>
          {(["line", "preference.paper"] as const).map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
          {(["preference.common", "preference.lowered", "preference.commonSum", "preference.loweredSum"] as const).map(
            (name) => (
              <th key={name} scope="col" className="num">
                {t(name)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PreferenceRow key={row.number} row={row} />
        ))}
      </tbody>
      {withFormE && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("preference.all")}
            </th>
            {[common.duty, withFormE.duty].map((duty, at) => (
              <td key={at === 0 ? "common" : "lowered"} className="num">
                <MoneyText {...duty} display="none" />
              </td>
            ))}
            {[common, withFormE].map((estimate, at) => (
              <td key={at === 0 ? "common" : "lowered"} className="num font-semibold">
                {bound(estimate)} <MoneyText {...estimate.total} display="code" />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function PreferenceRow({
  row: { number, common, withFormE, agreements },
}: {
  readonly row: PreferredLine<DutySums["lines"][number]>;
}) {
  const t = useTranslations("duties");
  const bound = useBound();
  return (
    <tr>
      <th scope="row">
        {number} · {common.hsCode}
      </th>
      <td className="whitespace-normal">
        {agreements.map((agreement) => (
          <span key={agreement} className="block">
            {t(`estimate.preference.under.${agreement}`)}
          </span>
        ))}
      </td>
      <td className="num">
        <FigureAmount figure={common.duty} />
        <FigureRate figure={common.duty} />
      </td>
      {withFormE ? (
        <td className="num">
          <FigureAmount figure={withFormE.duty} />
          <small className="block font-normal text-ink-2">{t("rate.ad_valorem", { percent: "0" })}</small>
        </td>
      ) : (
        <td className="num whitespace-normal">{t("estimate.preference.notKept")}</td>
      )}
      <td className="num">
        {bound(common)} <MoneyText {...common.total} display="none" />
      </td>
      <td className="num">
        {withFormE ? (
          <>
            {bound(withFormE)} <MoneyText {...withFormE.total} display="none" />
          </>
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}

const CHARGES = ["duty", "excise", "vat"] as const;

/** Base, duty, excise, VAT and total of each line, the fee of the declarations, and the sum of all. */
function EstimateTable({ estimate, caption }: { readonly estimate: DutySums; readonly caption: string }) {
  const t = useTranslations("duties.estimate");
  const bound = useBound();
  return (
    <table className="data-table rows-dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("line")}</th>
          {["base", ...CHARGES, "total"].map((name) => (
            <th key={name} scope="col" className="num">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {estimate.lines.map((line, at) => (
          // Two lines may have the same code.
          <tr key={`${at}-${line.hsCode}`}>
            <th scope="row">
              {at + 1} · {line.hsCode}
            </th>
            <td className="num">
              <MoneyText {...line.customsValue} display="none" />
            </td>
            {CHARGES.map((charge) => (
              <td key={charge} className="num">
                <FigureAmount figure={line[charge]} />
                <FigureRate figure={line[charge]} />
              </td>
            ))}
            <td className="num">
              {bound(line)} <MoneyText {...line.total} display="none" />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={5}>
            {t("fee")}
            <FigureRate figure={estimate.fee} />
          </th>
          <td className="num">
            <FigureAmount figure={estimate.fee} />
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t(sumName(estimate))}
          </th>
          {CHARGES.map((charge) => (
            <td key={charge} className="num">
              <MoneyText {...estimate[charge]} display="none" />
            </td>
          ))}
          <td className="num font-semibold">
            {bound(estimate)} <MoneyText {...estimate.total} display="code" />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Every exchange rate that the estimate rests on, each once. */
function ratesOf({ lines, fee, exchangeRates }: DutySums): ExchangeRate[] {
  const figures = [...lines.flatMap(({ duty, excise, vat }) => [duty, excise, vat]), fee];
  const all = [...exchangeRates, ...figures.flatMap((figure) => figure.exchangeRates)];
  return [...new Map(all.map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate])).values()];
}

/** What is not in the sums and leaves them open, each with what it does to them. */
function LeftOutList({ leftOut }: Pick<DutySums, "leftOut">) {
  const t = useTranslations("duties.estimate");
  const open = leftOut.filter(leavesOpen);
  if (open.length === 0) return null;
  return (
    <div>
      <p>{t("leftOut")}</p>
      <ul className="list-disc pl-5">
        {open.map((code) => (
          <li key={code}>{t(`without.${code}`)}</li>
        ))}
      </ul>
    </div>
  );
}

type EstimatePanelProps = {
  readonly shown: DutyEstimate;
  /** Whether a phone opens it by itself; left out where it stands open on a phone too. */
  readonly fold?: "closed" | undefined;
};

/** What the state would charge for the import, line by line: the market's estimate, which says what it does not know. */
export function EstimatePanel({ shown, fold }: EstimatePanelProps) {
  const t = useTranslations("duties");
  const bidding = useTranslations("bidding");
  const countryName = useCountryName();
  const sourceOf = useFigureSource();
  const { estimate, missing, country, day, incotermRule: rule, ratesOfYear, withFormE } = shown;
  const preferred = preferredLines(shown);
  const currency = DUTY_CURRENCY[country];
  const title = t("estimate.title", { country: countryName(country), currency });
  return (
    <Panel title={title} aside={<DateText day={day} hasYear />} id="duties" isFlush fold={fold}>
      <div className="stack p-4">
        <Note>{t("estimate.notThePrice")}</Note>
        {missing && <Note tone="warn">{t(`refusal.${missing.code}`, valuesOf(missing))}</Note>}
        {estimate && ratesOfYear && (
          <Note tone="warn">{t("estimate.ratesOfYear", { year: ratesOfYear, now: day.slice(0, 4) })}</Note>
        )}
        {estimate && !estimate.isComplete && <Note tone="warn">{t("estimate.incomplete")}</Note>}
        {estimate && <LeftOutList leftOut={estimate.leftOut} />}
        {estimate && (
          <p>
            {t(`estimate.${sumName(estimate)}`)}{" "}
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
        {preferred.length > 0 && <p>{t("estimate.atCommonRate")}</p>}
        {estimate?.sharedBy === "weight" && estimate.lines.length > 1 && <Note>{t("estimate.byWeight")}</Note>}
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
            <span className="block">{t("estimate.valueParts", { rule, ...partsOfValue(rule, estimate.leftOut) })}</span>
            {ratesOf(estimate).map(({ base, quote, rate: text, day: rateDay, source }) => (
              <span key={`${base}${quote}${rateDay}`} className="block">
                {bidding("rate", { base, quote, rate: text, day: rateDay, source: sourceOf(source) })}
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
  );
}
