import "server-only";
import type { Reader } from "@/db/database";
import { checksOf, latestCheck } from "@/db/repositories/organisation-checks";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { CheckEntry, ShownCheck } from "@/domain/accounts/checks/check-view";
import type { Instant } from "@/domain/shared/instant";

/** How the market's check of an organisation stands, as everybody may know it; null where there never was one. */
export async function shownCheck(read: Reader, organisationId: string, now: Instant): Promise<ShownCheck | null> {
  const { check, standing } = await latestCheck(read, organisationId, now);
  if (!check || standing === "none") return null;
  const { register, checkedAt, expiresOn } = check;
  return { standing, register, checkedAt, expiresOn };
}

/** Every look at an organisation's registration, the latest first, for administrators; nothing to others. */
export async function checksToReview(
  read: Reader,
  viewer: Actor,
  of: { readonly organisationId: string; readonly now: Instant },
): Promise<{ readonly current: ShownCheck | null; readonly entries: readonly CheckEntry[] }> {
  if (!may(viewer, "organisations.review")) return { current: null, entries: [] };
  const rows = await checksOf(read, of.organisationId);
  const entries = rows.map(({ organisationId: _, checkedByUserId: __, ...entry }) => entry);
  return { current: await shownCheck(read, of.organisationId, of.now), entries };
}
