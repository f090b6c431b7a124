import { z } from "zod";
import { insertLink, linksOf } from "../../../db/repositories/field";
import { FIELD_ROLES } from "../../../domain/field/role";
import {
  LINK_DAYS,
  LINK_DAYS_MAX,
  type LinkRefusal,
  makeLink as decide,
  overSince,
  PERSON_MAX,
  stateOfLink,
} from "../../../domain/field/link";
import { FIELD_LOCALES } from "../../../domain/locale";
import { boundedText } from "../../../domain/services/wire-fields";
import { assert } from "../../../domain/shared/assert";
import type { Instant } from "../../../domain/shared/instant";
import { accept, type Result } from "../../../domain/shared/result";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { command } from "../../platform/command";

export type MadeLink = { readonly id: string; readonly expiresAt: Instant; readonly locale: string };

/** A party of an order lets somebody without an account report on it, for a while. What opens the link is signed outside and kept nowhere. */
export const makeLink = command({
  name: "field.make-link",
  action: "field_link.change",
  input: z.strictObject({
    orderId: z.string().min(1).max(64),
    role: z.enum(FIELD_ROLES, "unknown_choice"),
    person: boundedText(PERSON_MAX),
    locale: z.enum(FIELD_LOCALES, "unknown_choice"),
    days: z.int("number_malformed").min(1).max(LINK_DAYS_MAX).default(LINK_DAYS),
  }),
  async run(
    { tx, actor, now, newId, concerns },
    { orderId, role, person, locale, days },
  ): Promise<Result<MadeLink, LoadRefusal | LinkRefusal>> {
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
    concerns(id);
    return accept({ id, expiresAt, locale });
  },
});
