import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCountryName } from "@/components/services/country-name";
import { numberFormat } from "@/components/ui/format";
import { MoneyText } from "@/components/ui/figures";
import type { ComparedDuty, Declaration, DeclarationLine, DeclaredGoods } from "@/views/declarations";
import { ONE } from "@/domain/services/quantities";
import { QUANTITY_PLACES } from "@/domain/shared/parse-scaled";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import type { Money } from "@/domain/shared/money";

type LineTableProps = {
  readonly declaration: Pick<Declaration, "lines" | "currency" | "side" | "incoterm">;
  readonly caption: string;
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

type LineCell = {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** What the buyer had read in its place; null where that was the same. */
  readonly before: ReactNode;
  readonly isNumber: boolean;
};

/** What the value of a line is called: where goods come in their customs value, where they leave that at the exit, and of a transit their price under the deal's rule. */
function useValueHead({ currency, side, incoterm }: LineTableProps["declaration"]): string {
  return useTranslations("clearance.lines")("value", { currency, side, rule: incoterm.rule });
}

/** What is declared of a line beside its name, in the order of the columns. */
function useLineCells(declaration: LineTableProps["declaration"]): (line: DeclarationLine) => readonly LineCell[] {
  const t = useTranslations("clearance.lines");
  const wordsOf = useGoodsWords();
  const valueHead = useValueHead(declaration);
  return ({ hsCode, customsValue, goods, before }) => {
    const [now, was] = [wordsOf(goods), before && wordsOf(before.goods)];
    const isRevalued = before !== null && before.customsValue.minor !== customsValue.minor;
    return [
      {
        ...{ key: "hsCode", label: t("hsCode"), value: hsCode, isNumber: false },
        before: before && before.hsCode !== hsCode ? before.hsCode : null,
      },
      ...GOODS.map((part) => ({
        ...{ key: part, label: t(part), value: now[part], isNumber: isFigure(part) },
        before: was && was[part] !== now[part] ? was[part] : null,
      })),
      {
        ...{ key: "value", label: valueHead, isNumber: true },
        value: <MoneyText {...customsValue} display="none" />,
        before: isRevalued ? <MoneyText {...before.customsValue} display="none" /> : null,
      },
    ];
  };
}

/** The name of a line's goods as it is declared, beside that of the deal and the one that the buyer had read. */
function LineName({ line: { line, description, name, before } }: { readonly line: DeclarationLine }) {
  const t = useTranslations("clearance.lines");
  return (
    <>
      {t("name", { line, description: name })}
      {name !== description && <small className="block font-normal">{t("inDeal", { description })}</small>}
      {before && before.name !== name && <Before>{before.name}</Before>}
    </>
  );
}

/** What is declared, line by line, with what the deal says of the goods and what was changed since the buyer read it. */
export function LineTable({ declaration, caption }: LineTableProps) {
  const t = useTranslations("clearance.lines");
  const cellsOf = useLineCells(declaration);
  const valueHead = useValueHead(declaration);
  const numbers = (isNumber: boolean) => (isNumber ? "num" : undefined);
  return (
    <table className="data-table rows-dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("goods")}</th>
          <th scope="col">{t("hsCode")}</th>
          {GOODS.map((part) => (
            <th key={part} scope="col" className={numbers(isFigure(part))}>
              {t(part)}
            </th>
          ))}
          <th scope="col" className="num">
            {valueHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {declaration.lines.map((line) => (
          <tr key={line.line}>
            <th scope="row">
              <LineName line={line} />
            </th>
            {cellsOf(line).map(({ key, value, before, isNumber }) => (
              <td key={key} className={numbers(isNumber)}>
                {value}
                {before !== null && <Before>{before}</Before>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same on a phone: a card for each line, what was changed first. */
export function LineCards({ declaration, caption }: LineTableProps) {
  const cellsOf = useLineCells(declaration);
  return (
    <ul className="card-list" aria-label={caption}>
      {declaration.lines.map((line) => (
        <li key={line.line}>
          <div>
            <b>
              <LineName line={line} />
            </b>
            {cellsOf(line)
              .toSorted((one, other) => Number(other.before !== null) - Number(one.before !== null))
              .map(({ key, label, value, before }) => (
                <p key={key} className="card-line">
                  <span className="text-ink-2">{label}</span> {value}
                  {before !== null && <Before>{before}</Before>}
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
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

type DutyCardProps = Pick<DutiesTableProps, "declaration"> & {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, of: ComparedDuty])[];
};

/** One card of the comparison: each charge with what was estimated, what was assessed and the difference. */
function DutyCard({ declaration: { currency, isAssessed }, title, rows }: DutyCardProps) {
  const t = useTranslations("clearance.duties");
  const views = isAssessed ? VIEWS : (["estimated"] as const);
  return (
    <li>
      <div>
        <b>{title}</b>
        {rows.map(([name, of]) => (
          <p key={name} className="card-line">
            {name}
            {views.map((view) => (
              <span key={view} className={view === "difference" ? "block font-semibold" : "block"}>
                <span className="text-ink-2">{t(view, { currency })}</span>{" "}
                <Amount amount={of[view]} isDifference={view === "difference"} />
              </span>
            ))}
          </p>
        ))}
      </div>
    </li>
  );
}

/** The same on a phone: a card for each line, and one for the sums. */
export function DutiesCards({ declaration, caption }: DutiesTableProps) {
  const t = useTranslations("clearance.duties");
  const { lines, fee, total, ...sums } = declaration.duties;
  return (
    <ul className="card-list" aria-label={caption}>
      {lines.map((line) => (
        <DutyCard
          key={line.line}
          declaration={declaration}
          title={t("lineName", { line: line.line, hsCode: line.hsCode })}
          rows={CHARGES.map((charge) => [t(charge), line[charge]])}
        />
      ))}
      <DutyCard
        declaration={declaration}
        title={t("total")}
        rows={[
          [t("fee"), fee],
          ...CHARGES.map((charge) => [t("sumOf", { charge: t(charge) }), sums[charge]] as const),
          [t("total"), total],
        ]}
      />
    </ul>
  );
}
