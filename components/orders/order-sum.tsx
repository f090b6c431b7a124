import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatShare } from "@/components/ui/format-share";
import { MoneyText } from "@/components/ui/money-text";
import { Panel } from "@/components/ui/panel";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { OrderPage } from "@/domain/orders/order-view";
import type { Ruling } from "@/domain/orders/dispute-ruling";
import { type Money, money } from "@/domain/shared/money";

type OrderSumProps = {
  readonly order: Pick<OrderPage, "id" | "line" | "sumDue" | "visitCharges">;
  readonly zone: string;
  /** Where its disputes are read; null where the reader is there. */
  readonly disputeHref: string | null;
};

type RulingTextProps = { readonly ruling: Ruling; readonly zone: string; readonly href: string | null };

/** How a dispute has ended, what of which sum went to whom, and whether it settles the waiting charge. */
export function RulingText({ ruling, zone, href }: RulingTextProps) {
  const t = useTranslations("orders.sum.ruling");
  const locale = useLocale();
  const { about, isAgreed, inDispute, shareBps, toProvider, toBuyer, at } = ruling;
  const said = t(isAgreed ? "agreed" : "decided");
  return (
    <>
      {href === null ? said : <Link href={href}>{said}</Link>} <TimeText at={at} zone={zone} />{" "}
      {t.rich(about, {
        percent: formatShare(shareBps, 10_000, locale) ?? "",
        whole: () => <MoneyText {...inDispute} />,
        provider: () => <MoneyText {...toProvider} />,
        buyer: () => <MoneyText {...toBuyer} />,
      })}
    </>
  );
}

/** What the order comes to, where that is more or less than its contract price: with its waits, what was agreed on top, re-inspections, and rulings. */
export function OrderSum({ order, zone, disputeHref }: OrderSumProps) {
  const t = useTranslations("orders.sum");
  const { contract, extras, waiting, openWaiting, rulings, total } = order.sumDue;
  const isMore = extras.minor > 0n || order.visitCharges.length > 0 || waiting.minor > 0n || rulings.length > 0;
  if (!isMore || (order.line === "cancelled" && rulings.length === 0)) return null;
  type Part = { readonly key: string; readonly name: ReactNode; readonly amount: Money };
  const rows: Part[] = [
    { key: "contract", name: t("contract"), amount: contract },
    ...(extras.minor > 0n ? [{ key: "extras", name: t("extras"), amount: extras }] : []),
    ...order.visitCharges.map(({ visit, amount, checkedInAt }) => ({
      key: `visit-${visit}`,
      name: (
        <>
          {t("reinspection", { visit })} <TimeText at={checkedInAt} zone={zone} shape="day" hasZone={false} />
        </>
      ),
      amount,
    })),
    ...(waiting.minor > 0n ? [{ key: "waiting", name: t("waiting"), amount: waiting }] : []),
    ...rulings.map((ruling) => ({
      key: ruling.disputeId,
      name: <RulingText ruling={ruling} zone={zone} href={disputeHref} />,
      amount: money(-ruling.toBuyer.minor, contract.currency),
    })),
  ];
  const isSettled = rulings.some(({ about }) => about === "waiting");
  return (
    <Panel title={t("title")} id="sum" isFlush>
      <DataTable
        caption={t("title")}
        columns={[
          { key: "part", head: t("part"), cell: ({ name }) => name },
          {
            key: "amount",
            head: t("amount", { currency: contract.currency }),
            isNumber: true,
            cell: ({ amount }) => <MoneyText {...amount} display="none" />,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
        height="regular"
        foot={
          <tr>
            <th scope="row">{t("total")}</th>
            <td className="num">
              <b>
                <MoneyText {...total} display="none" />
              </b>
            </td>
          </tr>
        }
      />
      {rulings.length > 0 && openWaiting.minor > 0n && (
        <p className="field-help px-4 py-2">
          {t.rich(isSettled ? "openSince" : "open", { amount: () => <MoneyText {...openWaiting} /> })}
        </p>
      )}
    </Panel>
  );
}
