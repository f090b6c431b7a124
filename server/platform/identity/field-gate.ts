import { findLink, type StoredLink } from "../../../db/repositories/field";
import type { Actor } from "../../../domain/access/policy";
import { stateOfLink } from "../../../domain/field/link";
import { readLinkToken } from "./tokens";
import { platform } from "../platform";
import { mintActor } from "./mint-actor";

export type Opened =
  | { readonly kind: "stands"; readonly actor: Actor; readonly link: StoredLink }
  /** Signed by us, and over: whoever has it is told whom to ask. */
  | { readonly kind: "expired" | "revoked"; readonly link: StoredLink }
  | { readonly kind: "forged" };

/**
 * The gate of field links: what a token opens at this moment. The signature is looked at before anything is read; the link is looked up
 * each time, so that calling it back holds at once. A suspended organisation's links open nothing.
 */
export async function openLink(token: string): Promise<Opened> {
  const signed = readLinkToken(token);
  if (!signed) return { kind: "forged" };
  const { database, clock } = platform();
  const link = await findLink(database.read, signed.id);
  if (!link || link.expiresAt !== signed.expiresAt) return { kind: "forged" };
  const state = stateOfLink(link, clock());
  if (state === "expired") return { kind: "expired", link };
  if (state === "revoked" || link.organisationSuspendedAt !== null) return { kind: "revoked", link };
  const { id, orderId, role, organisationId } = link;
  return { kind: "stands", link, actor: mintActor({ kind: "link", organisationId, link: { id, orderId, role } }) };
}
