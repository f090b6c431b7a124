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
  "admin:read",
  "admin:write",
] as const;
export type Scope = (typeof SCOPES)[number];

const READING: readonly Scope[] = ["deals:read", "requests:read", "bids:read", "orders:read", "files:read"];
const TRADING: readonly Scope[] = SCOPES.filter((scope) => !scope.startsWith("admin:"));

/**
 * The scopes that a role may give to a key: what a person of the role may not do, no key of theirs may. A key is judged by its
 * maker's role of the moment besides, so a scope given in better days opens nothing.
 */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  owner: TRADING,
  manager: TRADING,
  quoter: [...READING, "bids:write", "files:write"],
  operations: [...READING, "deals:write", "requests:write", "orders:write", "files:write"],
  finance: READING,
  viewer: READING,
  administrator: [...READING.filter((scope) => scope !== "files:read"), "admin:read", "admin:write"],
};

/** The asked scopes that are beyond the role; a key with any of them is refused. */
export const scopesBeyond = (role: Role, asked: readonly Scope[]): readonly Scope[] =>
  asked.filter((scope) => !SCOPES_OF_ROLE[role].includes(scope));
