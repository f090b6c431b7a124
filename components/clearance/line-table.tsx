import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { ShownLine } from "@/domain/clearance/declaration-view";
import type { Currency } from "@/domain/shared/money";

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
