import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { ShownLine } from "@/domain/clearance/declaration-view";
import type { Currency } from "@/domain/shared/money";

type LineTableProps = {
  readonly lines: readonly ShownLine[];
  readonly caption: string;
  readonly currency: Currency;
};

/** What is declared, line by line. */
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
        {lines.map(({ line, description, hsCode, value }) => (
          <tr key={line}>
            <th scope="row">{t("name", { line, description })}</th>
            <td>{hsCode}</td>
            <td className="num">
              <MoneyText {...value} display="none" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
