import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ServiceSlots } from "@/components/services/service-name";
import { listFormat } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/time-text";
import { partyName } from "@/components/ui/words";
import type { FitCode } from "@/domain/catalogue/directory/fit";
import { RECORD_DAYS } from "@/domain/catalogue/track-record";
import type { ProviderCard } from "@/views/providers";
import { OnTimeText, ResponseText } from "../bidder-records";

/** Names of what stands on a card, in the reader's script. */
export type CardNames = {
  readonly hubName: (id: string) => string;
  readonly countryName: (code: string) => string;
  /** A city as it was typed. */
  readonly cityOf: (typed: string) => string;
};

const unique = <Value,>(values: readonly Value[]): Value[] => [...new Set(values)];

/** Where a provider sits. */
export function useSeat({ countryName, cityOf }: CardNames): (card: ProviderCard) => string {
  const t = useTranslations("catalogue");
  return ({ city, country }) =>
    city === "" ? countryName(country) : t("seat", { city: cityOf(city), country: countryName(country) });
}

/** That the market's check holds, and until when; nothing where none does. */
export function CheckedText({ check }: Pick<ProviderCard, "check">) {
  const t = useTranslations("catalogue.card");
  if (check?.standing !== "holds" || check.expiresOn === null) return null;
  return (
    <span className="checked-text">
      <Icon name="badge-check" /> {t("checked")} <DateText day={check.expiresOn} hasYear />
    </span>
  );
}

/** How often on time, how soon with a bid and how many orders: each with the number and the time that it is of. */
export function useFigureCells(): Readonly<
  Record<"onTime" | "response" | "completed", (card: ProviderCard) => ReactNode>
> {
  const t = useTranslations("catalogue.bidders");
  return {
    onTime: ({ figures }) => <OnTimeText onTime={figures} />,
    response: ({ figures: { responseCount: count, responseMs: medianMs } }) => (
      <ResponseText response={{ count, medianMs }} />
    ),
    completed: ({ figures }) => t("completedOf", { count: figures.completedCount, days: RECORD_DAYS }),
  };
}

const HUBS_SHOWN = 3;

export type Fitting = (card: ProviderCard) => { readonly has: readonly FitCode[]; readonly lacks: readonly FitCode[] };

/** What of the request a provider's listing has, and what it lacks. */
function FitText({ fit }: { readonly fit: ReturnType<Fitting> }) {
  const t = useTranslations("catalogue.fit");
  const locale = useLocale();
  const names = (codes: readonly FitCode[]) => listFormat(locale).format(codes.map((code) => t(`part.${code}`)));
  return (
    <>
      {fit.has.length > 0 ? t("has", { parts: names(fit.has) }) : t("hasNone")}
      {fit.lacks.length > 0 && <small>{t("lacks", { parts: names(fit.lacks) })}</small>}
    </>
  );
}

type Sortable = "on_time" | "first_response" | "completed";

type ProviderTableProps = CardNames & {
  readonly rows: readonly ProviderCard[];
  /** Why each fits the reader's request, where they are asked to fit one. */
  readonly fitting: Fitting | null;
  /** Where the list can be sorted; else it stands in the order in which it comes. */
  readonly sortHref?: (order: Sortable) => string;
  readonly sorted: string;
  /** What the reader's organisation notes of each. */
  readonly note?: { readonly head: string; readonly cell: (card: ProviderCard) => ReactNode };
  /** A cell at the end of each row, such as the box that chooses it. */
  readonly end?: { readonly head: string; readonly cell: (card: ProviderCard) => ReactNode };
};

/** Providers by what decides between them: where and in which services, what the market has seen of each, and in which languages it answers. */
export function ProviderTable({ rows, fitting, sortHref, sorted, note, end, ...names }: ProviderTableProps) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const seat = useSeat(names);
  const figures = useFigureCells();
  const list = (words: readonly string[]) => listFormat(locale).format([...words]);
  const hubs = ({ offers }: ProviderCard) => {
    const ids = unique(offers.flatMap(({ hubIds }) => hubIds));
    const more = ids.length - HUBS_SHOWN;
    const shown = list(ids.slice(0, HUBS_SHOWN).map(names.hubName));
    return more > 0 ? t("hubsAndMore", { shown, more }) : shown;
  };
  const sortable = (order: Sortable) => ({
    ...(sortHref && { sortHref: sortHref(order) }),
    ...(sorted === order && { sorted: order === "first_response" ? ("ascending" as const) : ("descending" as const) }),
  });
  const columns: Column<ProviderCard>[] = [
    {
      key: "name",
      head: t("column.provider"),
      cell: (card) => partyName(card, locale),
      detail: (card) => (
        <>
          {seat(card)} <CheckedText check={card.check} />
        </>
      ),
    },
    {
      ...{ key: "services", card: "facts", head: t("column.services") },
      cell: ({ offers }) => <ServiceSlots services={offers.map(({ service }) => service)} />,
    },
    ...(fitting
      ? [
          {
            key: "fit",
            card: "route" as const,
            head: t("column.fit"),
            cell: (card: ProviderCard) => <FitText fit={fitting(card)} />,
          },
        ]
      : []),
    { key: "hubs", card: "route", head: t("column.hubs"), cell: hubs },
    {
      ...{ key: "onTime", card: "route", isNamedOnCard: true, head: t("bidders.onTime"), cell: figures.onTime },
      ...sortable("on_time"),
    },
    {
      ...{
        key: "response",
        card: "route",
        isNamedOnCard: true,
        head: t("bidders.firstResponse"),
        cell: figures.response,
      },
      ...sortable("first_response"),
    },
    {
      ...{
        key: "completed",
        card: "route",
        isNamedOnCard: true,
        head: t("bidders.completed"),
        cell: figures.completed,
      },
      ...sortable("completed"),
    },
    {
      ...{ key: "languages", card: "facts", head: t("column.languages") },
      cell: ({ offers }) =>
        list(unique(offers.flatMap(({ languages }) => languages)).map((one) => t(`language.${one as "en"}`))),
    },
    ...(note ? [{ key: "note", card: "route" as const, head: note.head, cell: note.cell }] : []),
    ...(end ? [{ key: "end", card: "end" as const, head: end.head, cell: end.cell }] : []),
  ];
  return (
    <DataTable
      caption={t("directory.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/providers/${row.id}`}
      hasKeys
    />
  );
}
