import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCountryName } from "@/components/services/country-name";
import { numberFormat } from "@/components/ui/format";
import { MoneyText } from "@/components/ui/figures";
import type { ComparedDuty, Declaration, DeclarationLine, DeclaredGoods } from "@/views/declarations";
import { ONE } from "@/domain/services/quantities";
import { QUANTITY_PLACES } from "@/domain/shared/parse-scaled";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import type { Currency, Money } from "@/domain/shared/money";

type LineTableProps = {
  readonly lines: readonly DeclarationLine[];
  readonly caption: string;
  readonly currency: Currency;
};

/** What the buyer had read in this place before it was changed. */
function Before({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("clearance.lines");
  return (
    <small className="block font-normal text-ink-2">
      {t("before")} <del>{children}</del>
    </small>
  );
}

const GRAMS_PER_KG = 1_000;

/** What the deal says of a line's goods, in words: what it does not say is said so. */
function useGoodsWords() {
  const t = useTranslations("clearance.lines");
  const unit = useTranslations("service-customs.unit");
  const packageWord = useTranslations("services.package");
  const countryName = useCountryName();
  const number = numberFormat(useLocale(), { maximumFractionDigits: QUANTITY_PLACES });
  return ({ quantitiesMilli, packages, packageType, originCountry, ...weights }: DeclaredGoods) => {
    const counted = DUTY_UNITS.flatMap((name) => {
      const milli = quantitiesMilli[name];
      return milli === undefined ? [] : [unit(name, { quantity: number.format(milli / ONE) })];
    });
    const kg = (grams: number | null) => (grams === null ? t("notGiven") : number.format(grams / GRAMS_PER_KG));
    return {
      quantity: counted.length > 0 ? counted.join(" · ") : t("notGiven"),
      packages: t("packaged", { count: number.format(packages), kind: packageWord(packageType) }),
      gross: kg(weights.grossWeightGrams),
      net: kg(weights.netWeightGrams),
      origin: originCountry === null ? t("notGiven") : countryName(originCountry),
    };
  };
}

const GOODS = ["quantity", "packages", "gross", "net", "origin"] as const;
const isFigure = (part: (typeof GOODS)[number]): boolean => part === "gross" || part === "net";

type GoodsListProps = { readonly goods: DeclaredGoods; readonly incoterm: Declaration["incoterm"] };

/** The same beside the fields of a draft, with the deal's terms of delivery. */
export function GoodsList({ goods, incoterm }: GoodsListProps) {
  const t = useTranslations("clearance.lines");
  const words = useGoodsWords()(goods);
  const terms = `${incoterm.rule} ${incoterm.place}`;
  return (
    <p className="field-help">
      {[...GOODS.map((part) => [t(part), words[part]]), [t("incoterm"), terms]]
        .map(([label, value]) => t("said", { label: label ?? "", value: value ?? "" }))
        .join(" · ")}
    </p>
  );
}

/** What is declared, line by line, with what the deal says of the goods and what was changed since the buyer read it. */
export function LineTable({ lines, caption, currency }: LineTableProps) {
  const t = useTranslations("clearance.lines");
  const wordsOf = useGoodsWords();
  return (
    <table className="data-table rows-dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("goods")}</th>
          <th scope="col">{t("hsCode")}</th>
          {GOODS.map((part) => (
            <th key={part} scope="col" className={isFigure(part) ? "num" : undefined}>
              {t(part)}
            </th>
          ))}
          <th scope="col" className="num">
            {t("value", { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, description, name, hsCode, customsValue, goods, before }) => (
          <tr key={line}>
            <th scope="row">
              {t("name", { line, description: name })}
              {name !== description && <small className="block font-normal">{t("inDeal", { description })}</small>}
              {before && before.name !== name && <Before>{before.name}</Before>}
            </th>
            <td>
              {hsCode}
              {before && before.hsCode !== hsCode && <Before>{before.hsCode}</Before>}
            </td>
            {GOODS.map((part) => (
              <td key={part} className={isFigure(part) ? "num" : undefined}>
                {wordsOf(goods)[part]}
                {before && wordsOf(before.goods)[part] !== wordsOf(goods)[part] && (
                  <Before>{wordsOf(before.goods)[part]}</Before>
                )}
              </td>
            ))}
            <td className="num">
              <MoneyText {...customsValue} display="none" />
              {before && before.customsValue.minor !== customsValue.minor && (
                <Before>
                  <MoneyText {...before.customsValue} display="none" />
                </Before>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CHARGES = ["duty", "excise", "vat"] as const;
const VIEWS = ["estimated", "assessed", "difference"] as const;

type DutiesTableProps = {
  readonly declaration: Pick<Declaration, "currency" | "duties" | "isAssessed">;
  readonly caption: string;
};

function Amount({ amount, isDifference }: { readonly amount: Money | null; readonly isDifference: boolean }) {
  const t = useTranslations("clearance.duties");
  if (!amount) return <span className="text-ink-3">{t("unknown")}</span>;
  const sign = isDifference && amount.minor > 0n ? "+" : "";
  return (
    <>
      {sign}
      <MoneyText {...amount} display="none" />
    </>
  );
}

function Cells({ of, isAssessed }: { readonly of: ComparedDuty; readonly isAssessed: boolean }) {
  return VIEWS.map((view) => (
    <td key={view} className={view === "difference" ? "num is-strong" : "num"}>
      {(view === "estimated" || isAssessed) && <Amount amount={of[view]} isDifference={view === "difference"} />}
    </td>
  ));
}

/** What was estimated, what the customs assessed, and the difference: each charge of each line, then the sums, which are exact. */
export function DutiesTable({ declaration: { currency, duties, isAssessed }, caption }: DutiesTableProps) {
  const t = useTranslations("clearance.duties");
  return (
    <table className="data-table rows-dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("line")}</th>
          <th scope="col">{t("charge")}</th>
          {VIEWS.map((view) => (
            <th key={view} scope="col" className="num">
              {t(view, { currency })}
            </th>
          ))}
        </tr>
      </thead>
      {duties.lines.map((line) => (
        <tbody key={line.line}>
          {CHARGES.map((charge, at) => (
            <tr key={charge}>
              {at === 0 && (
                <th scope="rowgroup" rowSpan={CHARGES.length}>
                  {t("lineName", { line: line.line, hsCode: line.hsCode })}
                </th>
              )}
              <td>{t(charge)}</td>
              <Cells of={line[charge]} isAssessed={isAssessed} />
            </tr>
          ))}
        </tbody>
      ))}
      <tbody>
        <tr>
          <th scope="row" colSpan={2}>
            {t("fee")}
          </th>
          <Cells of={duties.fee} isAssessed={isAssessed} />
        </tr>
      </tbody>
      <tfoot>
        {CHARGES.map((charge) => (
          <tr key={charge}>
            <th scope="row" colSpan={2}>
              {t("sumOf", { charge: t(charge) })}
            </th>
            <Cells of={duties[charge]} isAssessed={isAssessed} />
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            {t("total")}
          </th>
          <Cells of={duties.total} isAssessed={isAssessed} />
        </tr>
      </tfoot>
    </table>
  );
}
