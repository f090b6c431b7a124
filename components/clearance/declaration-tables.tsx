import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoneyText } from "@/components/ui/money-text";
import type { ShownLine } from "@/domain/clearance/declaration-view";
import type { Currency, Money } from "@/domain/shared/money";
import type { Compared, ComparedDuties } from "@/domain/clearance/duty-comparison";

type LineTableProps = {
  readonly lines: readonly ShownLine[];
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

/** What is declared, line by line, with what was changed since the buyer read it. */
export function LineTable({ lines, caption, currency }: LineTableProps) {
  const t = useTranslations("clearance.lines");
  return (
    <table className="data-table rows-dense">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("goods")}</th>
          <th scope="col">{t("hsCode")}</th>
          <th scope="col" className="num">
            {t("value", { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, description, name, hsCode, value, before }) => (
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
            <td className="num">
              <MoneyText {...value} display="none" />
              {before && before.value.minor !== value.minor && (
                <Before>
                  <MoneyText {...before.value} display="none" />
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

type DutiesTableProps = { readonly duties: ComparedDuties; readonly caption: string };

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

function Cells({ of, isAssessed }: { readonly of: Compared; readonly isAssessed: boolean }) {
  return VIEWS.map((view) => (
    <td key={view} className={view === "difference" ? "num is-strong" : "num"}>
      {(view === "estimated" || isAssessed) && <Amount amount={of[view]} isDifference={view === "difference"} />}
    </td>
  ));
}

/** What was estimated, what the customs assessed, and the difference: each charge of each line, then the sums, which are exact. */
export function DutiesTable({ duties, caption, isAssessed }: DutiesTableProps & { readonly isAssessed: boolean }) {
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
              {t(view, { currency: duties.currency })}
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
