import { serviceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import { FilterBar, FilterSelect, type SetFilter } from "@/components/ui/table/filter-bar";
import { formatDay } from "@/components/ui/time/format-time";
import { DayFilter } from "./day-filter";
import type { TrafficMeasure } from "@/domain/hubs/traffic";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { LocalDate } from "@/domain/shared/time";
import { regionNames } from "@/components/ui/format";

/** Where a page says that days were refused, for the fields that they were typed into. */
export const REFUSAL_IDS = { period: "period-refused", comparison: "comparison-refused" } as const;

const Q_LETTERS_MAX = 100;

/** First and last day as they stand in the fields: those that are shown, or what was typed where that was refused. */
type Days = {
  readonly from: string;
  readonly to: string;
  readonly isChosen: boolean;
  readonly isRefused: boolean;
};

type TrafficFiltersProps = {
  readonly action: string;
  readonly measure: TrafficMeasure;
  readonly days: Days;
  /** Null where the page compares nothing. */
  readonly compared: Days | null;
  readonly corridor: string;
  readonly service: string;
  readonly hasPayment: boolean;
  /** Corridors of the market, by code. */
  readonly corridors: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  /** What somebody looks for; nothing where the page has no rows to look through. */
  readonly q: string | undefined;
  /** The same view without one of its filters. */
  readonly without: {
    readonly q: string;
    readonly period: string;
    readonly comparison: string;
    readonly corridor: string;
    readonly service: string;
    readonly payment: string;
  };
};

/** What is set, each with the same view without it. */
function useSetFilters(props: TrafficFiltersProps): SetFilter[] {
  const { days, compared, corridor, service, hasPayment, without } = props;
  const t = useTranslations("admin.traffic.filter");
  const words = useTranslations();
  const locale = useLocale();
  const corridorName = useCorridorName();
  const said = ({ from, to }: Days) =>
    t("periodSet", {
      from: formatDay(from as LocalDate, locale, true),
      to: formatDay(to as LocalDate, locale, true),
    });
  const isSaid = (some: Days | null): some is Days => some !== null && some.isChosen && !some.isRefused;
  const set: SetFilter[] = props.q ? [{ label: t("q"), value: props.q, removeHref: without.q }] : [];
  if (isSaid(days)) set.push({ label: t("from"), value: said(days), removeHref: without.period });
  if (isSaid(compared)) set.push({ label: t("comparedWith"), value: said(compared), removeHref: without.comparison });
  if (corridor) set.push({ label: t("corridor"), value: corridorName(corridor), removeHref: without.corridor });
  if (service)
    set.push({ label: t("service"), value: serviceName(words, service as Service), removeHref: without.service });
  if (!hasPayment) set.push({ label: t("payment"), value: t("withoutPayment"), removeHref: without.payment });
  return set;
}

function useCorridorName(): (code: string) => string {
  const words = useTranslations("hubs.corridors");
  const country = regionNames(useLocale());
  return (code) =>
    words("name", {
      from: country.of(code.slice(0, 2)) ?? code,
      to: country.of(code.slice(3)) ?? code,
    });
}

const lookOf = ({ isChosen, isRefused }: Days, refusalId: string) => ({
  ...(isChosen && { isSet: true }),
  ...(isRefused && { refusalId }),
});

/** Days, corridor, service and payment, as one form that lives in the address. */
export function TrafficFilters(props: TrafficFiltersProps) {
  const { days, compared, corridor, service, hasPayment, without } = props;
  const t = useTranslations("admin.traffic.filter");
  const words = useTranslations();
  const corridorName = useCorridorName();
  const set = useSetFilters(props);
  return (
    <FilterBar action={props.action} set={set} kept={props.kept}>
      {props.q !== undefined && (
        <label className={props.q ? "filter is-set" : "filter"}>
          {t("q")}
          <input type="search" name="q" defaultValue={props.q} maxLength={Q_LETTERS_MAX} />
        </label>
      )}
      <DayFilter name="from" label={t("from")} value={days.from} {...lookOf(days, REFUSAL_IDS.period)} />
      <DayFilter name="to" label={t("to")} value={days.to} {...lookOf(days, REFUSAL_IDS.period)} />
      {compared &&
        (["from", "to"] as const).map((end) => (
          <DayFilter
            key={end}
            name={end === "from" ? "compareFrom" : "compareTo"}
            label={t(end === "from" ? "compareFrom" : "compareTo")}
            value={compared[end]}
            {...lookOf(compared, REFUSAL_IDS.comparison)}
          />
        ))}
      <FilterSelect
        name="corridor"
        label={t("corridor")}
        value={corridor}
        options={props.corridors.map((code) => ({ value: code, label: corridorName(code) }))}
        removeHref={without.corridor}
      />
      {props.measure !== "deals" && (
        <FilterSelect
          name="service"
          label={t("service")}
          value={service}
          options={SERVICES.map((kind) => ({ value: kind, label: serviceName(words, kind) }))}
          removeHref={without.service}
        />
      )}
      {props.measure !== "deals" && (
        <FilterSelect
          name="payment"
          label={t("payment")}
          value={hasPayment ? "" : "out"}
          options={[{ value: "out", label: t("withoutPayment") }]}
          removeHref={without.payment}
        />
      )}
    </FilterBar>
  );
}
