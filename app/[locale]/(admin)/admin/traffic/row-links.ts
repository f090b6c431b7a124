import type { RowLinks } from "@/components/admin/traffic/review-view";
import type { TrafficPeriod } from "@/domain/hubs/traffic-period";
import { addressWith, type TrafficAddress } from "./traffic-address";

/** Where each figure of the review opens to its rows, with the same filters. */
export function rowLinks(base: string, address: TrafficAddress, before: TrafficPeriod): RowLinks {
  const rows = (hub: string, change: Parameters<typeof addressWith>[1] = {}) =>
    `${base}/rows${addressWith(address, { ...change, more: { hub } })}`;
  return {
    all: rows("all"),
    border: rows("border"),
    other: rows("other"),
    past: rows("border", { period: before, comparison: "before" }),
    ofHub: (hubId) => `${base}/${encodeURIComponent(hubId)}${addressWith(address)}`,
    ofCorridor: (corridor) => rows("all", { corridor }),
    ofService: (service) => rows("all", { service }),
  };
}
