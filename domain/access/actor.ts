import type { Role } from "./role";
import type { Scope } from "./scope";

declare const minted: unique symbol;

/**
 * Who asks. Only the session gate, the API-key gate and the worker mint one (server/platform), so a function that takes an
 * Actor cannot be reached by an unchecked request.
 */
export type Actor = {
  readonly [minted]: true;
  readonly kind: "anonymous" | "user" | "api_key" | "system";
  readonly userId: string | null;
  /** The organisation acted for; null for a person who has none yet and for the system. */
  readonly organisationId: string | null;
  readonly role: Role | null;
  /** An API key's scopes; null means no narrowing beyond the role. */
  readonly scopes: ReadonlySet<Scope> | null;
  readonly apiKeyId: string | null;
};
