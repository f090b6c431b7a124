import type { Language } from "@/components/shell/language-switch";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import type { Session } from "@/server/platform/identity/session";
import type { IconName } from "@/components/ui/icons/icon";
import { getLocale, getTranslations } from "next-intl/server";
import type { ShellProps } from "@/components/shell/shell";

const NAMES: Readonly<Record<Locale, { name: string; short: string }>> = {
  en: { name: "English", short: "EN" },
  "zh-CN": { name: "中文", short: "中文" },
  ru: { name: "Русский", short: "RU" },
  vi: { name: "Tiếng Việt", short: "VI" },
  kk: { name: "Қазақша", short: "KK" },
};

const named = (code: Locale): Language => ({ code, prefix: `/${code}`, ...NAMES[code] });

/** The languages as a reader picks them, each in itself. */
export const LANGUAGES: readonly Language[] = LOCALES.map(named);

export type View = "visitor" | "buyer" | "provider" | "administrator";

export type Place = {
  readonly key:
    | "home"
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
    | "photos"
    | "site"
    | "audit";
  readonly path: string;
  readonly icon: IconName;
  /** In the wide bar only: a phone comes to it by the search or from the home. */
  readonly isWide?: boolean;
};

const home: Place = { key: "home", path: "/home", icon: "calendar" };
const requests: Place = { key: "requests", path: "/requests", icon: "file-text" };
const hubs: Place = { key: "hubs", path: "/hubs", icon: "gate" };
const providers: Place = { key: "providers", path: "/providers", icon: "users" };
const orders: Place = { key: "orders", path: "/orders", icon: "route" };

/** The places of the bar, by who looks. */
export const PLACES: Readonly<Record<View, readonly Place[]>> = {
  visitor: [{ ...requests, key: "openRequests" }, hubs, providers],
  buyer: [
    home,
    requests,
    { key: "deals", path: "/deals", icon: "package" },
    orders,
    providers,
    { ...hubs, isWide: true },
  ],
  provider: [
    home,
    { key: "desk", path: "/desk", icon: "inbox" },
    { ...requests, isWide: true },
    { key: "bids", path: "/bids", icon: "send" },
    { key: "work", path: "/work", icon: "clock" },
    { ...orders, isWide: true },
    { key: "listings", path: "/organisation/listings", icon: "book-open" },
  ],
  administrator: [
    home,
    { key: "traffic", path: "/admin/traffic", icon: "chart-line" },
    { key: "boards", path: "/admin/hubs", icon: "gate" },
    { key: "review", path: "/admin/review", icon: "clipboard-check" },
    { key: "disputes", path: "/admin/disputes", icon: "triangle-alert" },
    { key: "organisations", path: "/admin/organisations", icon: "shield-check" },
  ],
};

/** What administrators keep and seldom change: in the menu of their account, since the bar has room for what they come for. */
export const KEPT: readonly Place[] = [
  { key: "audit", path: "/admin/audit", icon: "history" },
  { key: "rates", path: "/admin/rates", icon: "scale" },
  { key: "rules", path: "/admin/rules", icon: "landmark" },
  { key: "site", path: "/admin/fees", icon: "receipt" },
  { key: "photos", path: "/admin/inspections", icon: "search" },
  providers,
];

/** An organisation with a listing provides, and any other buys, unless its reader says otherwise: it may do both, and looks as one of them in one bar. */
export function viewOf(session: Session | null, asked: string | undefined): View {
  if (!session?.organisation) return "visitor";
  if (session.organisation.kind === "platform") return "administrator";
  return asked === "provider" || (session.hasListing && asked !== "buyer") ? "provider" : "buyer";
}

/** The frame as far as it depends on nobody: its places, its links and the way in. It reads no session and no database. */
export async function bareFrame(view: View): Promise<Omit<ShellProps, "children">> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  const place = (path: string) => `/${locale}${path}`;
  return {
    homeHref: place(view === "visitor" ? "" : "/home"),
    nav: PLACES[view].map(({ key, path, icon, isWide }) => ({
      ...{ href: place(path), label: t(`nav.${key}`), icon },
      ...(isWide && { isWide }),
    })),
    find: { action: place("/find"), keysHref: place("/keys"), label: t("find") },
    languages: LANGUAGES,
    signInHref: place("/sign-in"),
    footer: {
      links: [
        { href: place("/requests"), label: t("nav.openRequests") },
        { href: place("/hubs"), label: t("nav.hubs") },
        { href: place("/providers"), label: t("nav.providers") },
        { href: place("/corridors"), label: t("nav.corridors") },
        { href: place("/tariff"), label: t("tariff") },
        { href: place("/developers"), label: t("api") },
        { href: place("/how-it-works"), label: t("how") },
        { href: place("/fees"), label: t("fees") },
        { href: place("/help"), label: t("help") },
        { href: place("/terms"), label: t("terms") },
        { href: place("/privacy"), label: t("privacy") },
        { href: place("/contact"), label: t("contact") },
        { href: place("/status"), label: t("status") },
        { href: place("/keys"), label: t("keys") },
      ],
      children: t("about"),
    },
  };
}
