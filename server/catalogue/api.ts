import { z } from "zod";
import { listingSchema } from "../../domain/catalogue/listing";
import { SERVICES } from "../../domain/shared/service";
import { toIso } from "../../domain/shared/instant";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { shownCheck } from "../accounts/review-queries";
import { readCursor } from "../platform/api/cursor";
import { type ListingView, providerPage, searchProviders } from "./queries";
import { dayText, idText, listShape, paging, pathId, queryId, timeText } from "../platform/api/fields";

const facts = {
  id: idText,
  nameOwn: z.string(),
  nameLatin: z.string(),
  country: z.string(),
  city: z.string(),
};

const rowShape = z
  .strictObject({
    ...facts,
    services: z.array(z.enum(SERVICES)),
    hubIds: z.array(z.string()),
    languages: z.array(z.string()),
  })
  .meta({ id: "ProviderRow" });

const listingShape = z.strictObject({
  service: z.enum(SERVICES),
  summary: z.string(),
  hubIds: z.array(z.string()),
  corridors: z.array(z.string()),
  languages: z.array(z.string()),
  licences: listingSchema.shape.licences.unwrap(),
  updatedAt: timeText,
});

const providerShape = z
  .strictObject({
    ...facts,
    description: z.string(),
    foundedYear: z.string().nullable(),
    memberSince: timeText,
    listings: z.array(listingShape),
    check: z
      .strictObject({
        standing: z.enum(["holds", "expired", "taken_back", "number_changed"]),
        register: z.string().meta({ description: "In which the registration number was looked up" }),
        checkedAt: timeText,
        expiresOn: dayText.nullable(),
      })
      .nullable()
      .meta({ description: "The market's own check of the registration, which nobody can buy; null without one" }),
    completedOrders: z.partialRecord(z.enum(SERVICES), z.int()),
    onTime: z
      .strictObject({ onTimeCount: z.int(), deliveredCount: z.int(), earlyCount: z.int(), notBegunCount: z.int() })
      .meta({
        description:
          "Of the latest completed orders; `earlyCount` are in neither, because a step of theirs was reported as sooner than it can be, nor are `notBegunCount`, which were delivered before their days began: goods released before they were before the customs",
      }),
  })
  .meta({ id: "Provider" });

const writeListing = ({ isActive: _, updatedAt, ...listing }: ListingView) => ({
  ...listing,
  updatedAt: toIso(updatedAt),
});

export const listProviders = queryEndpoint({
  name: "listProviders",
  path: "/api/v1/providers",
  summary: "The directory of listed providers",
  description: "In the order of Latin names.",
  scope: null,
  query: z.strictObject({
    q: z.string().max(200).optional().meta({ description: "Words of names, summaries and hubs, in any language" }),
    service: z.enum(SERVICES).optional(),
    hub: queryId.optional().meta({ description: "A hub's id" }),
    ...paging,
  }),
  response: listShape(rowShape),
  refusals: ["cursor_invalid"],
  async run({ query: { hub, ...question } }) {
    const cursor = readCursor(question.cursor, z.tuple([z.string().regex(/^[^\0]*$/), z.string().regex(/^[^\0]*$/)]));
    if (!cursor.ok) return cursor;
    const page = await searchProviders(platform().database.read, { ...question, hubId: hub ?? null });
    return accept(page);
  },
});

export const getProvider = queryEndpoint({
  name: "getProvider",
  path: "/api/v1/providers/{providerId}",
  summary: "One provider's public page",
  scope: null,
  params: z.strictObject({ providerId: pathId }),
  response: providerShape,
  async run({ params }) {
    const { database, clock } = platform();
    const page = await providerPage(database.read, params.providerId);
    if (!page) return refuse("not_found");
    const check = await shownCheck(database.read, page.id, clock());
    const { completed, memberSince, listings, ...rest } = page;
    return accept({
      ...rest,
      memberSince: toIso(memberSince),
      listings: listings.map(writeListing),
      check: check && { ...check, checkedAt: toIso(check.checkedAt) },
      completedOrders: completed,
    });
  },
});
