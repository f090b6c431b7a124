import { z } from "zod";
import type { LinkRow } from "../../domain/field/field-view";
import { LINK_DAYS, LINK_DAYS_MAX, PERSON_MAX } from "../../domain/field/link";
import { FIELD_ROLES } from "../../domain/field/role";
import { FIELD_LOCALES } from "../../domain/locale";
import { toIso } from "../../domain/shared/instant";
import { longText } from "../../domain/services/wire-fields";
import { accept, refuse } from "../../domain/shared/result";
import { makeLink } from "../commands/field/make-link";
import { revokeLink } from "../commands/field/revoke-link";
import { linkAddress } from "../field/link-token";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { linksOfOrder } from "../queries/field";
import { idText, isoOrNull, pathId, timeText } from "./shapes/fields";

const addressText = z.string().meta({
  description: "Opens the page for whoever has it: hand it to its person alone",
  example: "https://market.example/kk/f/01kb…",
});

const linkShape = z
  .strictObject({
    id: idText,
    role: z.enum(FIELD_ROLES),
    person: z.string(),
    locale: z.enum(FIELD_LOCALES),
    state: z.enum(["stands", "expired", "revoked"]),
    address: addressText.nullable(),
    createdAt: timeText,
    expiresAt: timeText,
    reportCount: z.int(),
    lastReportAt: timeText.nullable(),
  })
  .meta({ id: "FieldLink" });

const writeLink = ({ id, role, person, locale, state, address, reportCount, ...times }: LinkRow) => ({
  ...{ id, role, person, locale, state, address, reportCount },
  createdAt: toIso(times.createdAt),
  expiresAt: toIso(times.expiresAt),
  lastReportAt: isoOrNull(times.lastReportAt),
});

export const listFieldLinks = queryEndpoint({
  name: "listFieldLinks",
  path: "/api/v1/orders/{orderId}/field-links",
  summary: "The links that your organisation gave out on an order, for people without an account",
  scope: "orders:write",
  params: z.strictObject({ orderId: pathId }),
  response: z.strictObject({ items: z.array(linkShape) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await linksOfOrder(database.read, params.orderId, { viewer: actor, now: clock() });
    return found ? accept({ items: found.links.map(writeLink) }) : refuse("not_found");
  },
});

export const postFieldLink = commandEndpoint({
  name: "makeFieldLink",
  method: "POST",
  path: "/api/v1/orders/{orderId}/field-links",
  summary: "Gives somebody without an account a link to report on one order",
  description:
    "The provider gives links to its drivers, yards and inspectors, the buyer to its yard. A link shows its person what they need and no price; what comes by it is evidence of the order's steps.",
  scope: "orders:write",
  params: z.strictObject({ orderId: pathId }),
  body: z.strictObject({
    role: z.enum(FIELD_ROLES, "unknown_choice"),
    person: longText(PERSON_MAX).meta({ description: "Whose link it is" }),
    locale: z.enum(FIELD_LOCALES, "unknown_choice").meta({ description: "The language that they read" }),
    days: z
      .int()
      .min(1)
      .max(LINK_DAYS_MAX)
      .optional()
      .meta({ description: `Until it ends; ${LINK_DAYS} where it is not said` }),
  }),
  example: { role: "driver", person: "Azamat, 123 ABC 02", locale: "kk", days: 14 },
  response: z.strictObject({ id: idText, address: addressText, expiresAt: timeText }),
  refusals: ["not_permitted", "role_of_other_side", "too_many_links", "wrong_state"],
  command: makeLink,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  // What opens it is signed anew for each answer, and is in none that is kept.
  toBody: (made) => ({ id: made.id, address: linkAddress(made), expiresAt: toIso(made.expiresAt) }),
  status: 201,
});

export const postRevokeFieldLink = commandEndpoint({
  name: "revokeFieldLink",
  method: "POST",
  path: "/api/v1/field-links/{linkId}/revoke",
  summary: "Calls a link back: it opens nothing from now on",
  scope: "orders:write",
  params: z.strictObject({ linkId: pathId }),
  response: z.strictObject({ id: idText }),
  command: revokeLink,
  toInput: ({ params }) => params,
  toBody: ({ id }) => ({ id }),
  status: 200,
});
