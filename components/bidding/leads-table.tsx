import { useLocale, useTranslations } from "next-intl";
import { useCorridorName } from "@/components/catalogue/corridor-text";
import { Anchor } from "@/components/ui/blocks";
import { CountText } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeLeft } from "@/components/ui/time/time-left";
import type { Instant } from "@/domain/shared/time";

export type Lead = {
  readonly corridor: string;
  readonly fitting: number;
  /** Of them those that may be bid on as things stand: the others are for checked providers. */
  readonly biddable: number;
  readonly closesAt: Instant;
};

type LeadsTableProps = { readonly leads: readonly Lead[]; readonly now: Instant };

/** Corridors with what waits for bids there; what goods are worth or anybody has offered is not among it. */
export function LeadsTable({ leads, now }: LeadsTableProps) {
  const [t, locale, corridorName] = [useTranslations("bidding.leads"), useLocale(), useCorridorName()];
  const columns: Column<Lead>[] = [
    {
      key: "corridor",
      head: t("corridor"),
      cell: ({ corridor }) => (
        <Anchor href={`/${locale}/requests?corridor=${corridor}`}>{corridorName(corridor)}</Anchor>
      ),
    },
    {
      ...{ key: "fitting", head: t("fitting"), isNumber: true, card: "facts", isNamedOnCard: true },
      cell: ({ fitting }) => <CountText value={fitting} />,
    },
    {
      ...{ key: "biddable", head: t("biddable"), isNumber: true, card: "facts", isNamedOnCard: true },
      cell: ({ biddable }) => <CountText value={biddable} />,
    },
    {
      ...{ key: "closes", head: t("closes"), card: "end" },
      cell: ({ closesAt }) => <TimeLeft until={closesAt} now={now} />,
    },
    {
      ...{ key: "save", head: t("alert"), isHeadHidden: true, card: "turn" },
      cell: ({ corridor }) => (
        <Anchor href={`/${locale}/saved?keep=1&corridor=${corridor}`}>
          {t("alert")}
          <span className="sr-only"> {corridorName(corridor)}</span>
        </Anchor>
      ),
    },
  ];
  return (
    <DataTable caption={t("title")} columns={columns} rows={leads} rowKey={({ corridor }) => corridor} height="tall" />
  );
}
