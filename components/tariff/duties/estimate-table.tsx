import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { DutyEstimate } from "@/domain/tariff/duties/duty-estimate";
import { FigureAmount, FigureRate } from "./figure-cells";
import { useBound } from "./preference-table";

const CHARGES = ["duty", "excise", "vat"] as const;

/** Base, duty, excise, VAT and total of each line, the fee of the declarations, and the sum of all. */
export function EstimateTable({ estimate, caption }: { readonly estimate: DutyEstimate; readonly caption: string }) {
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
            {t(estimate.isComplete ? "whole" : "known")}
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
