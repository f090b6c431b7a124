import { serviceName } from "@/components/services/words/service-words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icons/icon";
import { FilterBar, type SetFilter } from "@/components/ui/table/filter-bar";
import { FilterSelect } from "@/components/ui/table/filter-select";
import { formatDay } from "@/components/ui/time/format-time";
import type { TrafficMeasure } from "@/domain/hubs/traffic";
import type { TrafficPeriod } from "@/domain/hubs/traffic-period";
import { SERVICES, type Service } from "@/domain/services/service";

type TrafficFiltersProps = {
  readonly action: string;
  readonly measure: TrafficMeasure;
  /** Null where the period is one of the presets. */
  readonly chosen: TrafficPeriod | null;
  readonly corridor: string;
  readonly service: string;
  readonly hasPayment: boolean;
  /** Corridors of the market, by code. */
  readonly corridors: readonly string[];
  readonly kept: Readonly<Record<string, string>>;
  /** The same view without one of its filters. */
  readonly without: {
    readonly period: string;
    readonly corridor: string;
    readonly service: string;
    readonly payment: string;
  };
  readonly children?: ReactNode;
};

/** Days, corridor, service and payment, as one form that lives in the address. */
export function TrafficFilters(props: TrafficFiltersProps) {
  const { chosen, corridor, service, hasPayment, without } = props;
  const t = useTranslations("admin.traffic.filter");
  const words = useTranslations();
  const locale = useLocale();
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const corridorName = (code: string) =>
    words("hubs.corridors.name", {
      from: country.of(code.slice(0, 2)) ?? code,
      to: country.of(code.slice(3)) ?? code,
    });
  const set: SetFilter[] = [];
  if (chosen) {
    const days = { from: formatDay(chosen.from, locale, true), to: formatDay(chosen.to, locale, true) };
    set.push({ label: t("from"), value: t("periodSet", days), removeHref: without.period });
  }
  if (corridor) set.push({ label: t("corridor"), value: corridorName(corridor), removeHref: without.corridor });
  if (service)
    set.push({
      label: t("service"),
      value: serviceName(words, service as Service),
      removeHref: without.service,
    });
  if (!hasPayment) set.push({ label: t("payment"), value: t("withoutPayment"), removeHref: without.payment });
  return (
    <FilterBar action={props.action} set={set} kept={props.kept}>
      <DayFilter name="from" label={t("from")} value={chosen?.from ?? ""} />
      <DayFilter name="to" label={t("to")} value={chosen?.to ?? ""} />
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
      {props.children}
    </FilterBar>
  );
}

function DayFilter({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className={value ? "filter is-set filter-day" : "filter filter-day"}>
      {label}
      <input type="date" name={name} defaultValue={value} />
      <Icon name="calendar" />
    </label>
  );
}
