import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import { useChargeWords } from "@/components/services/words/charge-words";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { DelayLine } from "@/domain/orders/delay/delay-clock";
import type { ShownWait } from "@/domain/orders/delay/delay-view";
import type { Mode } from "@/domain/hubs/place";

/** How a wait's days become money: begun days times trucks times the bid's price, by who pays. */
export function WaitSum({ wait, mode }: { readonly wait: ShownWait; readonly mode: Mode }) {
  const t = useTranslations("delay");
  const words = useChargeWords();
  const { lines, totals } = wait.reckoning;
  const { currency } = totals.buyer;
  const columns: Column<DelayLine>[] = [
    { key: "charge", head: t("sum.charge"), cell: ({ code }) => words.charge(code) },
    { key: "payer", head: t("sum.payer"), cell: ({ payer }) => t(`payer.${payer}`) },
    { key: "days", head: t("sum.days"), isNumber: true, cell: ({ days }) => days },
    { key: "trucks", head: t("sum.trucks", { mode }), isNumber: true, cell: ({ trucks }) => trucks },
    {
      key: "unit",
      head: t("sum.unit", { currency }),
      isNumber: true,
      cell: ({ unitPrice }) => <MoneyText {...unitPrice} display="none" />,
    },
    {
      key: "amount",
      head: t("sum.amount", { currency }),
      isNumber: true,
      cell: ({ amount }) => <MoneyText {...amount} display="none" />,
    },
  ];
  return (
    <DataTable
      caption={t("sum.caption")}
      columns={columns}
      rows={lines}
      rowKey={({ code, payer }) => `${code}.${payer}`}
      height="dense"
      foot={(["buyer", "provider"] as const).map((payer) => (
        <tr key={payer}>
          <th scope="row" colSpan={5}>
            {t(payer === "buyer" ? "sum.totalBuyer" : "sum.totalProvider")}
          </th>
          <td className="num">
            <b>
              <MoneyText {...totals[payer]} display="none" />
            </b>
          </td>
        </tr>
      ))}
    />
  );
}
