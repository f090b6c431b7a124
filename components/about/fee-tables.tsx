import { noteIn, type Notes } from "@/domain/shared/locale";
import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import { MoneyText } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { exampleOf, type Fee, type FeePayer, type FeeRate } from "@/domain/about/fee";
import type { Money } from "@/domain/shared/money";
import type { Instant } from "@/domain/shared/time";

export type ShownFee = Fee & Notes & { readonly id: string };

const BPS = 10_000;

function RateText({ rate }: { readonly rate: FeeRate }) {
  const locale = useLocale();
  if (rate.kind === "amount") return <MoneyText {...rate.amount} display="code" />;
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(rate.shareBps / BPS);
}

/** Fees with who pays them, on what and from when. */
export function FeeTable({ rows, caption }: { readonly rows: readonly ShownFee[]; readonly caption: string }) {
  const t = useTranslations("about.fees");
  const locale = useLocale();
  const columns: Column<ShownFee>[] = [
    {
      key: "basis",
      head: t("basis"),
      cell: ({ basis }) => t(`on.${basis}`),
      detail: (row) => noteIn(row, locale),
    },
    { key: "payer", card: "facts", head: t("payer"), cell: ({ payer }) => t(`by.${payer}`) },
    { key: "rate", card: "end", head: t("rate"), isNumber: true, className: "is-strong", cell: RateText },
    { key: "from", card: "route", head: t("from"), cell: ({ validFrom }) => <DateText day={validFrom} hasYear /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

type EnteredFee = ShownFee & { readonly enteredBy: string | null; readonly enteredAt: Instant };

/** Every row that was entered, with who did. */
export function FeeHistory({ rows, zone }: { readonly rows: readonly EnteredFee[]; readonly zone: string }) {
  const t = useTranslations("about.fees");
  const locale = useLocale();
  const columns: Column<EnteredFee>[] = [
    {
      key: "basis",
      head: t("basis"),
      cell: ({ basis }) => t(`on.${basis}`),
      detail: (row) => noteIn(row, locale),
    },
    { key: "payer", head: t("payer"), cell: ({ payer }) => t(`by.${payer}`) },
    { key: "rate", head: t("rate"), isNumber: true, cell: RateText },
    { key: "from", head: t("from"), cell: ({ validFrom }) => <DateText day={validFrom} hasYear /> },
    {
      key: "by",
      head: t("enteredBy"),
      cell: ({ enteredBy }) => enteredBy ?? t("unknown"),
      detail: ({ enteredAt }) => <TimeText at={enteredAt} zone={zone} hasYear />,
    },
  ];
  return <DataTable caption={t("historyCaption")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

type ExampleProps = { readonly payer: FeePayer; readonly fees: readonly ShownFee[]; readonly price: Money };

/** What one side is charged for one order and a month of one listing, worked out. */
export function FeeExample({ payer, fees, price }: ExampleProps) {
  const t = useTranslations("about.fees");
  const { lines, totals } = exampleOf(
    fees.filter((fee) => fee.payer === payer),
    price,
  );
  const amount = () => <MoneyText {...price} display="code" />;
  if (lines.length === 0) return <p>{t.rich(`example.none.${payer}`, { amount })}</p>;
  return (
    <>
      <p>{t.rich(`example.lead.${payer}`, { amount })}</p>
      <dl className="fee-example">
        {lines.map(({ fee, amount: charged }) => (
          <div key={fee.id}>
            <dt>{t(`on.${fee.basis}`)}</dt>
            <dd>
              <MoneyText {...charged} display="code" />
            </dd>
          </div>
        ))}
        {totals.map((total) => (
          <div key={total.currency} className="is-total">
            <dt>{t("example.total")}</dt>
            <dd>
              <MoneyText {...total} display="code" />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
