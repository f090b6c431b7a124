import { useCountryName } from "@/components/services/country-name";
import { ServiceSlots, useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { placeName } from "@/components/ui/words";
import { Icon } from "@/components/ui/icons/icon";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { type NamedHub, SERVICES } from "@/domain/shared/vocabulary";
import { REQUEST_STATES, type RequestState } from "@/domain/requests/request";
import { CLOSE_SPAN_NAMES, type RequestFilter } from "@/domain/requests/request-filter";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { formatMoney } from "@/components/ui/figures";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { shownColumns } from "@/components/ui/table/sort-head";
import { LISTS } from "@/domain/accounts/list-view";
import { LeftInList, ListWithTimeLeft } from "@/components/ui/time/time-left";
import type { RequestLine } from "@/views/requests";
import { RequestRoute, RequestStateChip, RequestTurnMark, turnHolder } from "./request-summary";

export type RequestFilterName = Exclude<keyof RequestFilter, "cursor" | "sort">;

type RequestFiltersProps = {
  readonly action: string;
  readonly filter: RequestFilter;
  readonly hubs: readonly NamedHub[];
  /** Corridors that the market serves, as codes such as CN-KZ. */
  readonly corridors: readonly string[];
  readonly isMember: boolean;
  /** Offers a service: what it has passed on is a filter. */
  readonly mayPass?: boolean;
  readonly count: ReactNode;
  /** The same list without one of its filters. */
  readonly without: (name: RequestFilterName) => string;
};

const SELECTS = ["service", "hub", "corridor", "closes"] as const;

export function RequestFilters(props: RequestFiltersProps) {
  const t = useTranslations("requests");
  const service = useServiceName();
  const country = useCountryName();
  const locale = useLocale();
  const { filter, without } = props;
  const corridorName = (code: string) => code.split("-").map(country).join(" → ");
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: props.hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
    corridor: props.corridors.map((value) => ({ value, label: corridorName(value) })),
    closes: CLOSE_SPAN_NAMES.map((value) => ({ value, label: t(`closes.${value}`) })),
  };
  const labelOf = (name: (typeof SELECTS)[number]) =>
    options[name].find((option) => option.value === filter[name])?.label ?? filter[name] ?? "";
  const set = [
    ...SELECTS.filter((name) => filter[name]).map((name) => ({
      label: t(`filter.${name}`),
      value: labelOf(name),
      removeHref: without(name),
    })),
    ...(filter.state
      ? [{ label: t("filter.state"), value: t(`state.${filter.state}`), removeHref: without("state") }]
      : []),
    ...(filter.q ? [{ label: t("filter.q"), value: filter.q, removeHref: without("q") }] : []),
    ...(["mine", "passed"] as const)
      .filter((name) => filter[name])
      .map((name) => ({ label: t(`filter.${name}`), value: "", removeHref: without(name) })),
  ];
  return (
    <FilterBar
      action={props.action}
      set={set}
      count={props.count}
      {...(filter.sort ? { kept: { sort: filter.sort } } : {})}
    >
      <label className="filter">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={filter.q} maxLength={100} />
      </label>
      {SELECTS.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(`filter.${name}`)}
          value={filter[name] ?? ""}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
      <StateFilter filter={filter} isMember={props.isMember} />
      {(["mine", "passed"] as const)
        .filter((name) => (name === "mine" ? props.isMember : props.mayPass))
        .map((name) => (
          <label key={name} className={filter[name] ? "filter is-set" : "filter"}>
            <input type="checkbox" name={name} value="1" defaultChecked={filter[name] === "1"} />
            {t(`filter.${name}`)}
          </label>
        ))}
    </FilterBar>
  );
}

/** Before its publication a request is its buyer's and the market's: a stranger, who sees none, is not offered those states. */
const UNPUBLISHED: readonly RequestState[] = ["draft", "in_review"];

function StateFilter({ filter, isMember }: Pick<RequestFiltersProps, "filter" | "isMember">) {
  const t = useTranslations("requests");
  const states = REQUEST_STATES.filter((state) => isMember || !UNPUBLISHED.includes(state));
  return (
    <label className={filter.state ? "filter is-set" : "filter"}>
      {t("filter.state")}
      {/* Its own default is a state, so it has no "any" that would say otherwise. */}
      <select name="state" defaultValue={filter.state ?? (filter.mine ? "any" : "open")}>
        {[...states, "any" as const].map((value) => (
          <option key={value} value={value}>
            {t(`state.${value}`)}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </label>
  );
}

type RequestTableProps = {
  readonly rows: readonly RequestLine[];
  readonly zone: string;
  readonly now: number;
  /** The address of the list in the other order by closing time, and how it is sorted now. */
  readonly closing: { readonly href: string; readonly sorted?: "ascending" | "descending" };
  /** The columns that the reader has chosen. */
  readonly shown?: readonly string[];
};

function Deadline({ row, zone }: { readonly row: RequestLine; readonly zone: string }) {
  return <DeadlineText at={row.closesAt} zone={zone} hub={row.hub} hasZone={false} />;
}

/** Requests with what is asked, which way the goods go, when it closes and whose turn it is. */
export function RequestTable({ rows, zone, now, closing, shown = LISTS.requests.shown }: RequestTableProps) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const isOpen = ({ state }: RequestLine) => state === "open";
  const columns: Column<RequestLine>[] = [
    {
      key: "request",
      head: t("column.request"),
      className: "is-reference",
      cell: (row) => row.reference,
      detail: (row) => row.title,
    },
    {
      key: "services",
      head: t("column.services"),
      cell: (row) => <ServiceSlots services={[row.service]} />,
      card: "facts",
    },
    { key: "route", head: t("column.route"), cell: (row) => <RequestRoute of={row} />, card: "route" },
    {
      key: "value",
      head: t("column.value"),
      isNumber: true,
      cell: (row) => formatMoney(row.goodsValue, locale, { isRounded: true }),
      className: "desk:max-wide:hidden",
      card: "facts",
    },
    {
      key: "bids",
      head: t("column.bids"),
      isNumber: true,
      cell: (row) => row.bidCount,
      card: "facts",
      isNamedOnCard: true,
    },
    {
      key: "closes",
      head: t("column.closes"),
      cell: (row) =>
        isOpen(row) ? (
          <b>
            <LeftInList leftMs={row.closesAt - now} />
          </b>
        ) : (
          <span className="max-desk:hidden">
            <Deadline row={row} zone={zone} />
          </span>
        ),
      detail: (row) => isOpen(row) && <Deadline row={row} zone={zone} />,
      sortHref: closing.href,
      ...(closing.sorted ? { sorted: closing.sorted } : {}),
      card: "end",
    },
    {
      key: "state",
      head: t("column.state"),
      cell: (row) => <RequestStateChip request={row} now={now} />,
      card: "top",
    },
    {
      key: "turn",
      head: t("column.turn"),
      cell: (row) => <RequestTurnMark {...row} zone={zone} now={now} />,
      card: "turn",
    },
  ];
  return (
    <ListWithTimeLeft now={now}>
      <DataTable
        caption={t("list.caption")}
        columns={shownColumns(columns, shown)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/${locale}/requests/${row.id}`}
        isYours={(row) => turnHolder(row) === "you" && row.side === "buyer"}
        hasKeys
      />
    </ListWithTimeLeft>
  );
}
