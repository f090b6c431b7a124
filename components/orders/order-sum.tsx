import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFigureSource } from "@/components/services/country-name";
import { formatShare } from "@/components/ui/format";
import { MoneyText } from "@/components/ui/figures";
import { Panel } from "@/components/ui/blocks";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { OrderPage } from "@/views/orders";
import type { OpenCharge, PaidTaxes, Ruling } from "@/domain/orders/dispute-ruling";
import { type Money, money } from "@/domain/shared/money";

type OrderSumProps = {
  readonly order: Pick<OrderPage, "id" | "line" | "sumDue" | "rulings" | "openCharge" | "visitCharges">;
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

/** What the customs were paid in place of the estimate, by how much the two differ, and at which rates it was converted. */
function PaidTaxesText({ taxes }: { readonly taxes: PaidTaxes }) {
  const t = useTranslations("orders.sum.taxes");
  const rateWords = useTranslations("bidding");
  const sourceOf = useFigureSource();
  const { estimated, paid, converted, rates, day, paidBy } = taxes;
  const amounts = paid.length > 0 ? paid : [money(0n, estimated.currency)];
  const difference = converted ? converted.minor - estimated.minor : 0n;
  const size = money(difference < 0n ? -difference : difference, estimated.currency);
  return (
    <div className="field-help px-4 py-2">
      {t.rich(estimated.minor > 0n ? "paid" : "paidBeside", {
        paid: () =>
          amounts.map((amount, at) => (
            <span key={amount.currency}>
              {at > 0 && " + "}
              <MoneyText {...amount} display="code" />
            </span>
          )),
        estimated: () => <MoneyText {...estimated} display="code" />,
      })}{" "}
      {estimated.minor > 0n &&
        difference !== 0n &&
        t.rich(difference > 0n ? "more" : "less", { difference: () => <MoneyText {...size} display="code" /> })}
      {converted === null && t(paidBy === "buyer" ? "noRateOwn" : "noRate", { day })}
      {rates.length > 0 && (
        <>
          {" "}
          {t("rates")}{" "}
          {rates
            .map(({ base, quote, rate, day: rateDay, source }) =>
              rateWords("rate", { base, quote, rate, day: rateDay, source: sourceOf(source) }),
            )
            .join(" · ")}
        </>
      )}
    </div>
  );
}

/** Which charge is in dispute, how much of it and since when: until that has ended it is not payable. */
function OpenChargeText({ charge, zone, href }: { readonly charge: OpenCharge } & Omit<RulingTextProps, "ruling">) {
  const t = useTranslations("orders.sum.disputed");
  const { about, amount, since, isInTotal } = charge;
  return (
    <p className="field-help px-4 py-2">
      {t.rich(isInTotal ? "inTotal" : "onTop", {
        about,
        since: () => <TimeText at={since} zone={zone} />,
        amount: () => <MoneyText {...amount} />,
      })}
      {href !== null && (
        <>
          {" "}
          <Link href={`${href}#dispute-${charge.disputeId}`}>{t("read")}</Link>
        </>
      )}
    </p>
  );
}

type Part = { readonly key: string; readonly name: ReactNode; readonly amount: Money };

/** What goes out of the contract price with the receipts, and what comes in its place. */
function useTaxParts(): (taxes: PaidTaxes | null) => Part[] {
  const t = useTranslations("orders.sum");
  return (taxes) => {
    if (!taxes || (taxes.converted === null && taxes.paidBy === "provider")) return [];
    const { estimated, converted, paidBy } = taxes;
    const less = ({ minor, currency }: Money) => money(-minor, currency);
    return [
      ...(estimated.minor > 0n ? [{ key: "taxesEstimated", name: t("taxesEstimated"), amount: less(estimated) }] : []),
      ...(converted ? [{ key: "taxesPaid", name: t("taxesPaid"), amount: converted }] : []),
      ...(converted && paidBy === "buyer" ? [{ key: "taxesOwn", name: t("taxesOwn"), amount: less(converted) }] : []),
    ];
  };
}

/** What the order comes to, where that is more or less than its contract price: with the taxes that were paid, its waits, what was agreed on top, re-inspections, and rulings. */
export function OrderSum({ order, zone, disputeHref }: OrderSumProps) {
  const t = useTranslations("orders.sum");
  const taxParts = useTaxParts();
  const { contract, extras, waiting, openWaiting, taxes, total } = order.sumDue;
  const { rulings, openCharge } = order;
  const isMore =
    openCharge !== null ||
    taxes !== null ||
    extras.minor > 0n ||
    order.visitCharges.length > 0 ||
    waiting.minor > 0n ||
    rulings.length > 0;
  if (!isMore || (order.line === "cancelled" && rulings.length === 0)) return null;
  const rows: Part[] = [
    { key: "contract", name: t("contract"), amount: contract },
    ...taxParts(taxes),
    ...(extras.minor > 0n ? [{ key: "extras", name: t("extras"), amount: extras }] : []),
    ...order.visitCharges.map(({ round, amount, checkedInAt }) => ({
      key: `visit-${round}`,
      name: (
        <>
          {t("reinspection", { visit: round })} <TimeText at={checkedInAt} zone={zone} shape="day" hasZone={false} />
        </>
      ),
      amount,
    })),
    ...(waiting.minor > 0n ? [{ key: "waiting", name: t("waiting"), amount: waiting }] : []),
    ...rulings.flatMap((ruling) => [
      ...(ruling.about === "charge" && ruling.earlier === undefined
        ? [{ key: `charge-${ruling.disputeId}`, name: t("charge"), amount: ruling.inDispute }]
        : []),
      {
        key: ruling.disputeId,
        name: (
          <span className="font-normal">
            <RulingText ruling={ruling} zone={zone} href={disputeHref} />
          </span>
        ),
        amount: money(-ruling.toBuyer.minor, contract.currency),
      },
    ]),
  ];
  const isSettled = rulings.some(({ about }) => about === "waiting");
  return (
    <Panel title={t("title")} id="sum" aside={<MoneyText {...total} display="code" />} isFlush fold="closed">
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
      {openCharge && <OpenChargeText charge={openCharge} zone={zone} href={disputeHref} />}
      {taxes && <PaidTaxesText taxes={taxes} />}
      {rulings.length > 0 && openWaiting.minor > 0n && (
        <p className="field-help px-4 py-2">
          {t.rich(isSettled ? "openSince" : "open", { amount: () => <MoneyText {...openWaiting} /> })}
        </p>
      )}
    </Panel>
  );
}
