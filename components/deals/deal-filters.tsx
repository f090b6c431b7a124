import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useServiceName } from "@/components/services/service-name";
import { ListFilters } from "@/components/ui/table/filter-bar";
import { placeName } from "@/components/ui/words";
import { DEAL_SORTS } from "@/domain/deals/deal-sort";
import { MODES } from "@/domain/hubs/place";
import { REQUEST_STATES } from "@/domain/requests/request";
import { type NamedHub, SERVICES } from "@/domain/shared/vocabulary";

const NAMES = ["service", "state", "hub", "mode"] as const;
export type DealFilterValues = Readonly<Record<(typeof NAMES)[number] | "q" | "sort", string>>;

type DealFiltersProps = {
  readonly action: string;
  readonly values: DealFilterValues;
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: keyof DealFilterValues) => string;
  /** How many rows they leave. */
  readonly count: ReactNode;
};

/** What the list of deals is asked: words or a number, a service and a state that a request of the deal is in, hub and transport. */
export function DealFilters({ action, values, hubs, count, without }: DealFiltersProps) {
  const t = useTranslations("deals.filter");
  const words = useTranslations();
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    state: REQUEST_STATES.map((value) => ({ value, label: words(`requests.state.${value}`) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
    mode: MODES.map((value) => ({ value, label: words(`hubs.mode.${value}`) })),
  };
  return (
    <ListFilters
      {...{ action, values, options, without, count }}
      names={NAMES}
      labelOf={(name) => t(name)}
      sort={{
        label: words("deals.sort.label"),
        options: DEAL_SORTS.map((value) => ({ value, label: words(`deals.sort.${value}`) })),
      }}
    />
  );
}
