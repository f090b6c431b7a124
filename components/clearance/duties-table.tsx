import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { Compared, ComparedDuties } from "@/domain/clearance/compare-duties";
import type { Money } from "@/domain/shared/money";

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
