import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useServiceName } from "@/components/services/service-name";
import { ListFilters } from "@/components/ui/table/filter-bar";
import { placeName } from "@/components/ui/words";
import { BID_SORTS } from "@/domain/bidding/bid-sort";
import { type BidState, type NamedHub, SERVICES } from "@/domain/shared/vocabulary";

const NAMES = ["state", "service", "hub"] as const;
export type BidFilterValues = Readonly<Record<(typeof NAMES)[number] | "q" | "sort", string>>;

type BidFiltersProps = {
  readonly action: string;
  readonly values: BidFilterValues;
  readonly states: readonly BidState[];
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: keyof BidFilterValues) => string;
  /** How many rows they leave. */
  readonly count: ReactNode;
};

/** What the list of one's own bids is asked: words or the number of a request, state, service and hub. */
export function BidFilters({ action, values, states, hubs, count, without }: BidFiltersProps) {
  const t = useTranslations("bidding.filter");
  const words = useTranslations();
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    state: states.map((value) => ({ value, label: words(`bidding.own.state.${value}`) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
  };
  return (
    <ListFilters
      {...{ action, values, options, without, count }}
      names={NAMES}
      labelOf={(name) => t(name)}
      sort={{
        label: words("bidding.sort.label"),
        options: BID_SORTS.map((value) => ({ value, label: words(`bidding.sort.${value}`) })),
      }}
    />
  );
}
