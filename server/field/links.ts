import { z } from "zod";
import { findLink, insertLink, linksOf, revokeLink as revoke } from "../../db/repositories/field";
import { FIELD_ROLES } from "../../domain/access/field-role";
import {
  LINK_DAYS,
  LINK_DAYS_MAX,
  type LinkRefusal,
  makeLink as decide,
  overSince,
  PERSON_MAX,
  stateOfLink,
} from "../../domain/field/link";
import { LOCALES } from "../../domain/shared/locale";
import { longText } from "../../domain/shared/wire-fields";
import { accept, assert, refuse, type Result } from "../../domain/shared/result";
import { type Instant, toIso } from "../../domain/shared/time";
import { address } from "../../views/field";
import { idText, timeText } from "../platform/api/endpoint-kinds";
import { linkAddress } from "../platform/identity/tokens";
import { noteEntries } from "../deals/book/note-in-book";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import { command } from "../platform/command";
import { may } from "../../domain/access/policy";
import { lockDealOfLink } from "./load-standing";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** What a link's address is signed of. */
type MadeLink = { readonly id: string; readonly expiresAt: Instant; readonly locale: string };

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  role: z.enum(FIELD_ROLES, "unknown_choice"),
  person: longText(PERSON_MAX).meta({ description: "Whose link it is" }),
  locale: z.enum(LOCALES, "unknown_choice").meta({ description: "The language that they read" }),
  days: z
    .int("whole_number_malformed")
    .min(1)
    .max(LINK_DAYS_MAX)
    .optional()
    .meta({ description: `Until it ends; ${LINK_DAYS} where it is not said` }),
});

/** A party of an order lets somebody without an account report on it, for a while. What opens the link is signed outside and kept nowhere. */
export const makeLink = command({
  name: "field.make-link",
  action: "field_link.change",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/field-links",
    operation: "makeFieldLink",
    scope: "orders:write",
    status: 201,
    summary: "Gives somebody without an account a link to report on one order",
    description:
      "The provider gives links to its drivers, yards and inspectors, the buyer to its yard. A link shows its person what they need and no price; what comes by it is evidence of the order's steps.",
    example: { role: "driver", person: "Azamat, 123 ABC 02", locale: "kk", days: 14 },
    output: z.strictObject({ id: idText, address, expiresAt: timeText }),
    toBody: (made: MadeLink) => ({ id: made.id, address: linkAddress(made), expiresAt: toIso(made.expiresAt) }),
    refusals: ["not_permitted", "role_of_other_side", "too_many_links", "wrong_state"],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, role, person, locale, days = LINK_DAYS },
  ): Promise<Result<MadeLink, LoadRefusal | LinkRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const { organisationId, userId } = actor;
    const loaded = await loadOrder(tx, actor, { orderId, action: "field_link.change" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    assert(organisationId && userId, "who changes links acts for an organisation");
    const side = order.providerOrganisationId === organisationId ? "provider" : "buyer";
    const links = await linksOf(tx, { orderId, organisationId });
    const standing = links.filter((link) => stateOfLink(link, now) === "stands").length;
    const given = links.length;
    const made = decide({ ...order, side, overSince: overSince(order) }, { role, days, given, standing }, now);
    if (!made.ok) return made;
    const { expiresAt } = made.value;
    const id = newId();
    await insertLink(tx, {
      id,
      orderId,
      organisationId,
      madeByUserId: userId,
      role,
      person,
      locale,
      createdAt: now,
      expiresAt,
    });
    await noteEntries({ ...context, organisationId }, [{ kind: "contact", facts: { name: person, role, locale } }]);
    concerns(id);
    return accept({ id, expiresAt, locale });
  },
});

/** A link opens nothing from now on. What came by it stays; calling it back twice is calling it back once. */
export const revokeLink = command({
  name: "field.revoke-link",
  action: "field_link.change",
  input: z.strictObject({ linkId: z.string().min(1).max(64) }),
  http: {
    method: "POST",
    path: "/field-links/{linkId}/revoke",
    operation: "revokeFieldLink",
    scope: "orders:write",
    status: 200,
    summary: "Calls a link back: it opens nothing from now on",
    output: z.strictObject({ id: idText }),
    refusals: [],
  },
  lock: lockDealOfLink,
  async run({ tx, actor, now, concerns }, { linkId }) {
    const link = await findLink(tx, linkId);
    if (!link || !may(actor, "field_link.change", { organisationIds: [link.organisationId] }))
      return refuse("not_found");
    if (link.revokedAt === null) await revoke(tx, linkId, { now, userId: actor.userId });
    concerns(linkId);
    return accept({ id: linkId });
  },
});
