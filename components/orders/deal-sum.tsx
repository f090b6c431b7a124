import { useLocale, useTranslations } from "next-intl";
import { ServiceName } from "@/components/services/service-name";
import { MoneyText } from "@/components/ui/figures";
import { Panel } from "@/components/ui/blocks";
import { DataTable } from "@/components/ui/table/data-table";
import type { DealSum } from "@/views/orders";

/** What the orders of a finished deal came to: each service with its sum due, and the sum of each currency for itself. */
export function DealSumPanel({ sum }: { readonly sum: DealSum }) {
  const t = useTranslations("orders.dealSum");
  const locale = useLocale();
  return (
    <Panel title={t("title")} id="deal-sum" isFlush>
      <DataTable
        caption={t("title")}
        columns={[
          {
            key: "service",
            head: t("service"),
            cell: ({ service }) => <ServiceName service={service} />,
            detail: ({ reference }) => reference,
          },
          { key: "due", head: t("due"), isNumber: true, cell: ({ due }) => <MoneyText {...due} /> },
        ]}
        rows={sum.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/${locale}/orders/${id}`}
        height="regular"
        foot={sum.totals.map((total) => (
          <tr key={total.currency}>
            <th scope="row">{t("total", { currency: total.currency })}</th>
            <td className="num">
              <b>
                <MoneyText {...total} />
              </b>
            </td>
          </tr>
        ))}
      />
      <p className="field-help px-4 py-2">{t("note")}</p>
    </Panel>
  );
}
