import type { FieldRole } from "./field-role";
import type { Role, Scope } from "./roles";

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
