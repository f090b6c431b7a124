import type { Role } from "./role";
import { SCOPES, type Scope } from "./scope";

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
