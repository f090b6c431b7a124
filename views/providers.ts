import { z } from "zod";
import { listingSchema } from "../domain/catalogue/listing";
import { PAPER_KINDS } from "../domain/accounts/check-papers";
import type { ProviderFigures } from "../domain/catalogue/directory/reputation";
import { ANSWERS_MAX, answerSchema, pageTextsSchema, workingHoursSchema } from "../domain/catalogue/provider-page";
import { LANE_LEAST } from "../domain/catalogue/own-figures";
import type { Month } from "../domain/shared/time";
import { SERVICES } from "../domain/shared/vocabulary";
import { type View, day, id, time } from "./fields";

/** What anybody may know of a provider before an award: no address, telephone or person. */
const facts = {
  id: id,
  nameOwn: z.string(),
  nameLatin: z.string(),
  country: z.string(),
  city: z.string(),
};

/** A provider in the directory. */
export const providerRow = z
  .object({
    ...facts,
    services: z.array(z.enum(SERVICES)),
    hubIds: z.array(z.string()),
    languages: z.array(z.string()),
  })
  .meta({ id: "ProviderRow" });

const listing = z.object({
  service: z.enum(SERVICES),
  summary: z.string(),
  hubIds: z.array(z.string()),
  corridors: z.array(z.string()),
  languages: z.array(z.string()),
  licences: listingSchema.shape.licences.unwrap(),
  equipment: listingSchema.shape.equipment.unwrap(),
  updatedAt: time,
});

/** A provider's public page. */
export const provider = z
  .object({
    ...facts,
    description: z.string(),
    foundedYear: z.string().nullable(),
    memberSince: time,
    listings: z.array(listing),
    check: z
      .object({
        standing: z.enum(["holds", "expired", "taken_back", "number_changed"]),
        register: z.string().meta({ description: "In which the registration number was looked up" }),
        checkedAt: time,
        expiresOn: day.nullable(),
        registrationNumber: z.string(),
        papers: z
          .array(
            z.object({
              kind: z.enum(PAPER_KINDS),
              number: z.string(),
              issuer: z.string(),
              expiresOn: day.nullable(),
            }),
          )
          .meta({ description: "What the market was shown, while the check holds" }),
      })
      .nullable()
      .meta({ description: "The market's own check of the registration, which nobody can buy; null without one" }),
    completedOrders: z.partialRecord(z.enum(SERVICES), z.int()),
    onTime: z
      .object({ onTimeCount: z.int(), deliveredCount: z.int(), earlyCount: z.int(), notBegunCount: z.int() })
      .meta({
        description:
          "Of the latest delivered orders, completed or not; `earlyCount` are in neither, because a step of theirs was reported as sooner than it can be, nor are `notBegunCount`, which were delivered before their days began: goods released before they were before the customs",
      }),
    texts: pageTextsSchema.meta({ description: "What it says of itself by the reader's language, where it wrote any" }),
    hours: workingHoursSchema
      .nullable()
      .meta({ description: "When it works, by the clock of its zone; days by their number in ISO 8601, Monday is 1" }),
    answers: z
      .array(z.object(answerSchema.shape))
      .meta({ description: `What it is often asked, in its own order; at most ${ANSWERS_MAX} of a language` }),
    lanes: z
      .array(
        z.object({
          ...{ service: z.enum(SERVICES), corridor: z.string(), orders: z.int() },
          medianDays: z.int().meta({ description: "From award to delivery" }),
          onTime: z.object({ onTimeCount: z.int(), deliveredCount: z.int() }).nullable(),
        }),
      )
      .meta({ description: `Of orders completed within a year; a corridor with fewer than ${LANE_LEAST} is left out` }),
    examples: z
      .array(
        z.object({
          ...{ service: z.enum(SERVICES), corridor: z.string(), orders: z.int() },
          month: z.string().meta({ example: "2026-10" }) as unknown as z.ZodType<Month, string>,
        }),
      )
      .meta({ description: "Orders that it completed; never whose, what or for how much" }),
    priceDistance: z.object({ percent: z.int(), bids: z.int() }).nullable().meta({
      description:
        "By how much the median of its opened bids of the last twelve whole months lies above the market's median price on the same service and corridor, in percent; null of few",
    }),
  })
  .meta({ id: "Provider" });

export type ProviderRow = View<typeof providerRow>;
export type Provider = View<typeof provider>;
export type Listing = View<typeof listing>;

/** What decides between providers, as the directory, the comparison and the shortlist show it: what it says it offers, and what the market has seen. */
export type ProviderCard = Pick<Provider, "id" | "nameOwn" | "nameLatin" | "country" | "city"> & {
  readonly check: Omit<NonNullable<Provider["check"]>, "registrationNumber" | "papers"> | null;
  readonly offers: readonly Omit<Listing, "summary" | "updatedAt">[];
  readonly figures: ProviderFigures;
};

/** One of the reader's own listings, which may be paused. */
export type OwnListing = Listing & { readonly isActive: boolean };
