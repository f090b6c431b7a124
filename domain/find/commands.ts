import { type Action, type Actor, mayEver } from "../access/policy";
import type { Locale } from "../shared/locale";

/** Whose command it is: whoever may do an action, people without an account, those with one, members of an organisation, or everybody. */
type Whose = { readonly action: Action } | "visitor" | "person" | "member" | "everybody";

type Leads = {
  readonly path: string;
  /** Whose it is by the reader's account. */
  readonly of: Whose;
  /** The language that it changes to, in place of another page. */
  readonly language?: Locale;
};

const may = (action: Action) => ({ action });

/** Where the search leads beside what it finds, in the order in which it offers it; each has its words under `find.command`. */
export const COMMANDS = {
  home: { path: "/home", of: "member" },
  post: { path: "/deals/new", of: may("deal.create") },
  start: { path: "", of: "visitor" },
  deals: { path: "/deals", of: may("deal.read") },
  orders: { path: "/orders", of: may("order.read") },
  requests: { path: "/requests", of: "everybody" },
  mine: { path: "/requests?mine=1", of: may("deal.read") },
  inbox: { path: "/inbox", of: "member" },
  saved: { path: "/saved", of: "member" },
  desk: { path: "/desk", of: may("bid.read_own") },
  bids: { path: "/bids", of: may("bid.read_own") },
  bidTemplates: { path: "/bids/templates", of: may("bid_draft.change") },
  work: { path: "/work", of: may("order.report") },
  list: { path: "/organisation/listings", of: may("listing.change") },
  invite: { path: "/organisation/members", of: may("members.change") },
  organisation: { path: "/organisation/profile", of: "member" },
  ownCheck: { path: "/organisation/check", of: "member" },
  addressBook: { path: "/organisation/address-book", of: may("draft.change") },
  apiKeys: { path: "/organisation/api-keys", of: may("api_keys.read") },
  account: { path: "/account", of: "person" },
  providers: { path: "/providers", of: "everybody" },
  hubs: { path: "/hubs", of: "everybody" },
  plan: { path: "/hubs/plan", of: "everybody" },
  tariff: { path: "/tariff", of: "everybody" },
  corridors: { path: "/corridors", of: "everybody" },
  exports: { path: "/services-exports", of: "everybody" },
  developers: { path: "/developers", of: "everybody" },
  traffic: { path: "/admin/traffic", of: may("traffic.read") },
  exportsReview: { path: "/admin/exports", of: may("traffic.read") },
  boards: { path: "/admin/hubs", of: may("board.change") },
  review: { path: "/admin/review", of: may("requests.review") },
  disputes: { path: "/admin/disputes", of: may("disputes.review") },
  checks: { path: "/admin/checks", of: may("organisations.review") },
  organisations: { path: "/admin/organisations", of: may("organisations.review") },
  audit: { path: "/admin/audit", of: may("audit.read") },
  rates: { path: "/admin/rates", of: may("rates.change") },
  english: { path: "/find", of: "everybody", language: "en" },
  chinese: { path: "/find", of: "everybody", language: "zh-CN" },
  signIn: { path: "/sign-in", of: "visitor" },
  signUp: { path: "/sign-up", of: "visitor" },
} as const satisfies Readonly<Record<string, Leads>>;

export type CommandName = keyof typeof COMMANDS;

function isFor(of: Whose, actor: Actor): boolean {
  if (typeof of === "object") return mayEver(actor, of.action);
  if (of === "everybody") return true;
  if (of === "visitor") return actor.kind === "anonymous";
  return actor.kind === "user" && (of === "person" || actor.organisationId !== null);
}

/** The commands of a reader, without the one that changes to the language that is read already. They only lead to a page: what may be done is decided there. */
export const commandsFor = (actor: Actor, locale: Locale): CommandName[] =>
  Object.entries<Leads>(COMMANDS).flatMap(([name, { of, language }]) =>
    isFor(of, actor) && language !== locale ? [name as CommandName] : [],
  );
