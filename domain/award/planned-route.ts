import type { Way } from "../hubs/way";
import type { NamedPlace } from "../orders/order-view";

/** The deal's way as it was planned at posting, with the names of its stops. */
export type PlannedRoute = Pick<Way, "days" | "borderWait" | "isEstimate"> & { readonly stops: readonly NamedPlace[] };
