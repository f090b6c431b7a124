import type { Session } from "@/server/platform/identity/session";
import type { IconName } from "@/components/ui/icons/icon-paths";

export type View = "visitor" | "buyer" | "provider" | "administrator";

export type Place = {
  readonly key:
    | "openRequests"
    | "requests"
    | "hubs"
    | "providers"
    | "deals"
    | "orders"
    | "desk"
    | "work"
    | "bids"
    | "listings"
    | "traffic"
    | "boards"
    | "rates"
    | "rules"
    | "organisations"
    | "review"
    | "disputes"
    | "audit";
  readonly path: string;
  readonly icon: IconName;
};

const requests: Place = { key: "requests", path: "/requests", icon: "file-text" };
const hubs: Place = { key: "hubs", path: "/hubs", icon: "gate" };
const providers: Place = { key: "providers", path: "/providers", icon: "users" };
const orders: Place = { key: "orders", path: "/orders", icon: "route" };

/** The places of the bar, by who looks. */
export const PLACES: Readonly<Record<View, readonly Place[]>> = {
  visitor: [{ ...requests, key: "openRequests" }, hubs, providers],
  buyer: [requests, { key: "deals", path: "/deals", icon: "package" }, orders, hubs],
  provider: [
    { key: "desk", path: "/desk", icon: "inbox" },
    requests,
    { key: "bids", path: "/bids", icon: "send" },
    { key: "work", path: "/work", icon: "clock" },
    orders,
    { key: "listings", path: "/organisation/listings", icon: "book-open" },
  ],
  administrator: [
    { key: "traffic", path: "/admin/traffic", icon: "chart-line" },
    { key: "boards", path: "/admin/hubs", icon: "gate" },
    { key: "review", path: "/admin/review", icon: "clipboard-check" },
    { key: "disputes", path: "/admin/disputes", icon: "triangle-alert" },
    { key: "organisations", path: "/admin/organisations", icon: "shield-check" },
    { key: "audit", path: "/admin/audit", icon: "history" },
  ],
};

/** What administrators keep and seldom change: in the menu of their account, since the bar has room for what they come for. */
export const KEPT: readonly Place[] = [
  { key: "rates", path: "/admin/rates", icon: "scale" },
  { key: "rules", path: "/admin/rules", icon: "landmark" },
  providers,
];

/** An organisation with a listing sells; it may look as a buyer instead, never as both in one bar. */
export function viewOf(session: Session | null, asked: string | undefined): View {
  if (!session?.organisation) return "visitor";
  if (session.organisation.kind === "platform") return "administrator";
  return session.hasListing && asked !== "buyer" ? "provider" : "buyer";
}
