import type { FieldRole } from "./field-role";

/** Roles inside an organisation, from the one who may do everything to the one who may only look. */
export const MEMBER_ROLES = ["owner", "manager", "quoter", "operations", "finance", "viewer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Members of the platform's own organisation are administrators; nobody else is. */
export type Role = MemberRole | "administrator";

/** What an API key may be allowed; it never gets more than its maker may do. */
export const SCOPES = [
  "deals:read",
  "deals:write",
  "requests:read",
  "requests:write",
  "bids:read",
  "bids:write",
  "awards:write",
  "orders:read",
  "orders:write",
  "files:read",
  "files:write",
  "messages:read",
  "messages:write",
  "admin:read",
  "admin:write",
] as const;
export type Scope = (typeof SCOPES)[number];

const READING: readonly Scope[] = [
  "deals:read",
  "requests:read",
  "bids:read",
  "orders:read",
  "files:read",
  "messages:read",
];
const TRADING: readonly Scope[] = SCOPES.filter((scope) => !scope.startsWith("admin:"));

/**
 * The scopes that a role may give to a key: what a person of the role may not do, no key of theirs may. A key is judged by its
 * maker's role of the moment besides, so a scope given in better days opens nothing.
 */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  owner: TRADING,
  manager: TRADING,
  quoter: [...READING, "bids:write", "files:write", "messages:write"],
  operations: [...READING, "deals:write", "requests:write", "orders:write", "files:write", "messages:write"],
  finance: READING,
  viewer: READING,
  administrator: [
    ...READING.filter((scope) => scope !== "files:read" && scope !== "messages:read"),
    "admin:read",
    "admin:write",
  ],
};

/** The asked scopes that are beyond the role; a key with any of them is refused. */
export const scopesBeyond = (role: Role, asked: readonly Scope[]): readonly Scope[] =>
  asked.filter((scope) => !SCOPES_OF_ROLE[role].includes(scope));

declare const minted: unique symbol;

/** What a link without an account opens: reports on this order, in this role, and nothing else. */
export type LinkGrant = { readonly id: string; readonly orderId: string; readonly role: FieldRole };

/**
 * Who asks. Only the session gate, the API-key gate, the gate of field links and the worker mint one (server/platform), so a function that takes an
 * Actor cannot be reached by an unchecked request.
 */
export type Actor = {
  readonly [minted]: true;
  readonly kind: "anonymous" | "user" | "api_key" | "link" | "system";
  readonly userId: string | null;
  /** The organisation acted for; null for a person who has none yet and for the system. */
  readonly organisationId: string | null;
  readonly role: Role | null;
  /** An API key's scopes; null means no narrowing beyond the role. */
  readonly scopes: ReadonlySet<Scope> | null;
  readonly apiKeyId: string | null;
  /** What came by a field link acts for the organisation that made it, on that one order; null for everybody else. */
  readonly link: LinkGrant | null;
};

/** Which side of the subject the actor's organisation must be. */
type Party = "buyer" | "provider" | "own" | "platform" | "any_organisation" | "person" | "anyone" | "link" | "system";

type Permission = { readonly party: Party; readonly roles: readonly Role[]; readonly scope: Scope | null };

const EVERYONE: readonly MemberRole[] = ["owner", "manager", "quoter", "operations", "finance", "viewer"];
const LEADERS: readonly MemberRole[] = ["owner", "manager"];
const TRADERS: readonly MemberRole[] = ["owner", "manager", "operations"];
const QUOTERS: readonly MemberRole[] = ["owner", "manager", "quoter"];
const FILERS: readonly MemberRole[] = ["owner", "manager", "quoter", "operations"];
const ADMINISTRATORS: readonly Role[] = ["administrator"];

const of = (party: Party, roles: readonly Role[], scope: Scope | null = null): Permission => ({ party, roles, scope });

/**
 * Who may do what, one line an action. An action that is not here is denied. `own` means the actor's organisation is the
 * subject's own, `link` whoever came by a field link of its order; `scope` is what an API key needs besides its maker's role (null: no key may do it).
 */
export const POLICY = {
  "account.enter": of("anyone", []),
  "account.change": of("person", []),
  "list.arrange": of("person", []),
  "organisation.create": of("person", []),
  "organisation.read": of("own", [...EVERYONE, "administrator"]),
  "organisation.change": of("own", [...LEADERS, "administrator"]),
  "organisation.switch": of("person", []),
  "members.change": of("own", ["owner", "administrator"]),
  "members.leave": of("own", [...EVERYONE, "administrator"]),
  "api_keys.read": of("own", [...LEADERS, "administrator"]),
  "api_keys.change": of("own", [...LEADERS, "administrator"]),
  "listing.change": of("own", LEADERS),
  "shortlist.change": of("any_organisation", TRADERS),
  "deal.create": of("any_organisation", TRADERS, "deals:write"),
  "deal.read": of("own", EVERYONE, "deals:read"),
  "deal.change": of("buyer", TRADERS, "deals:write"),
  "draft.change": of("own", TRADERS),
  "request.create": of("buyer", TRADERS, "requests:write"),
  "request.change": of("buyer", TRADERS, "requests:write"),
  "request.open": of("buyer", LEADERS, "requests:write"),
  "request.award": of("buyer", LEADERS, "awards:write"),
  "request.decide": of("buyer", LEADERS, "awards:write"),
  "bid.score": of("buyer", TRADERS, "requests:write"),
  "question.ask": of("any_organisation", QUOTERS, "bids:write"),
  "question.answer": of("buyer", TRADERS, "requests:write"),
  "bid.submit": of("any_organisation", QUOTERS, "bids:write"),
  "bid.change": of("provider", QUOTERS, "bids:write"),
  "bid_draft.change": of("provider", QUOTERS),
  "request.pass": of("any_organisation", QUOTERS),
  "bid.read_own": of("provider", EVERYONE, "bids:read"),
  "bids.read_of_request": of("buyer", EVERYONE, "bids:read"),
  "counter_offer.answer": of("own", QUOTERS, "bids:write"),
  "order.read": of("own", EVERYONE, "orders:read"),
  "order.report": of("provider", [...LEADERS, "operations"], "orders:write"),
  "order.accept": of("buyer", TRADERS, "orders:write"),
  "order.cancel": of("buyer", TRADERS, "orders:write"),
  "order.pack": of("own", TRADERS, "orders:write"),
  "inspection.decide": of("buyer", TRADERS, "orders:write"),
  "inspection.waive": of("buyer", LEADERS, "orders:write"),
  "dispute.write": of("own", TRADERS, "orders:write"),
  "thread.read": of("own", EVERYONE, "messages:read"),
  "thread.write": of("own", FILERS, "messages:write"),
  "disputes.review": of("platform", ADMINISTRATORS, "admin:read"),
  "disputes.decide": of("platform", ADMINISTRATORS, "admin:write"),
  "order.except": of("own", TRADERS, "orders:write"),
  "slot.change": of("own", TRADERS, "orders:write"),
  "delay.report": of("own", TRADERS, "orders:write"),
  "declaration.change": of("provider", TRADERS, "orders:write"),
  "declaration.approve": of("buyer", TRADERS, "orders:write"),
  "declaration.answer": of("own", TRADERS, "orders:write"),
  "payment.record": of("provider", TRADERS, "orders:write"),
  "payment.confirm": of("buyer", TRADERS, "orders:write"),
  "return_cost.bear": of("own", LEADERS, "orders:write"),
  "chain.change": of("buyer", TRADERS, "deals:write"),
  "chain.waive": of("buyer", LEADERS, "orders:write"),
  "chain.state": of("buyer", TRADERS, "orders:write"),
  "route.pay": of("buyer", LEADERS, "orders:write"),
  "route.change": of("own", TRADERS, "orders:write"),
  "field_link.change": of("own", TRADERS, "orders:write"),
  "field.report": of("link", []),
  "document.read": of("own", EVERYONE, "deals:read"),
  "document.enter": of("own", TRADERS, "deals:write"),
  "document.change": of("own", TRADERS, "deals:write"),
  "file.keep": of("any_organisation", FILERS, "files:write"),
  "file.add_to_request": of("buyer", TRADERS, "files:write"),
  "file.add_to_bid": of("any_organisation", QUOTERS, "files:write"),
  "file.add_to_order": of("own", TRADERS, "files:write"),
  "file.read": of("any_organisation", EVERYONE, "files:read"),
  "file.review": of("platform", ADMINISTRATORS),
  "text.translate": of("any_organisation", [...EVERYONE, "administrator"]),
  "notices.read": of("person", []),
  "proof.read": of("person", []),
  "events.read": of("any_organisation", [...EVERYONE, "administrator"], "orders:read"),
  "traffic.read": of("platform", ADMINISTRATORS, "admin:read"),
  "rates.change": of("platform", ADMINISTRATORS, "admin:write"),
  "board.change": of("platform", ADMINISTRATORS, "admin:write"),
  "duties.change": of("platform", ADMINISTRATORS, "admin:write"),
  "rules.change": of("platform", ADMINISTRATORS, "admin:write"),
  "site.change": of("platform", ADMINISTRATORS),
  "organisations.review": of("platform", ADMINISTRATORS, "admin:read"),
  "organisations.check": of("platform", ADMINISTRATORS, "admin:write"),
  "organisations.suspend": of("platform", ADMINISTRATORS, "admin:write"),
  "requests.review": of("platform", ADMINISTRATORS, "admin:write"),
  "decisions.review": of("platform", ADMINISTRATORS, "admin:read"),
  "inspections.review": of("platform", ADMINISTRATORS, "admin:read"),
  "audit.read": of("platform", ADMINISTRATORS, "admin:read"),
  "deliveries.repair": of("platform", ADMINISTRATORS, "admin:write"),
  "mailbox.read": of("platform", ADMINISTRATORS),
  "market.tick": of("system", []),
  "platform.found": of("system", []),
  "tariff.import": of("system", []),
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof POLICY;

/** The organisations that stand on each side of what is acted on. */
export type Subject = {
  readonly buyerOrganisationId?: string;
  readonly providerOrganisationId?: string;
  readonly organisationIds?: readonly string[];
  /** The order that it is, or is about. */
  readonly orderId?: string;
};

/** Whether a role (and a key's scope) allows the action at all, whoever owns the subject. */
export function mayEver(actor: Actor, action: Action): boolean {
  const permission: Permission = POLICY[action];
  if (actor.kind === "system") return permission.party === "system";
  // A link is no person: it reports, and whatever anybody may do it may not.
  if (actor.kind === "link" || permission.party === "link") return actor.kind === "link" && permission.party === "link";
  if (permission.party === "anyone") return true;
  if (actor.kind === "anonymous") return false;
  if (actor.scopes !== null && (permission.scope === null || !actor.scopes.has(permission.scope))) return false;
  if (permission.party === "system") return false;
  if (permission.party === "person") return actor.kind === "user";
  return actor.organisationId !== null && actor.role !== null && permission.roles.includes(actor.role);
}

/** Whether people with this role may do the action for the organisation that it is for. */
export const isOfRole = (role: Role, action: Action): boolean => (POLICY[action] as Permission).roles.includes(role);

/** Whether the actor may do the action to this subject. Screens ask the same to show or hide a button. */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (!mayEver(actor, action)) return false;
  const own = actor.organisationId;
  switch ((POLICY[action] as Permission).party) {
    case "buyer":
      return own !== null && subject.buyerOrganisationId === own;
    case "provider":
      return own !== null && subject.providerOrganisationId === own;
    case "link":
      return actor.link !== null && subject.orderId === actor.link.orderId;
    case "own":
      return own !== null && (subject.organisationIds ?? []).includes(own);
    default:
      return true;
  }
}
