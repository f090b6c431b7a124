import { z } from "zod";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { AMONG_OTHERS, boundedText, instantField, localDateField, setOf } from "@/domain/shared/wire-fields";
import {
  ALTERNATIVES_MAX,
  ALTERNATIVE_NOTE_MAX,
  ALTERNATIVE_TITLE_MAX,
  PACKAGES_MAX,
  QUOTE_NUMBER_MAX,
  REMARKS_MAX,
} from "../bid-form-limits";
import { CHARGE_CODES } from "../../services/charge";
import { type ChargeLine, chargeLinesSchema } from "../../services/charge-schema";
import type { LocalDate } from "../../shared/time";
import type { PricedLine } from "../price-charges";
import { contactIn } from "../../shared/contact-in-text";
import { CURRENCIES } from "../../shared/money";
import { commercialTermsMembers } from "./commercial-terms";
import { gateAnswersSchema } from "../gate-answers";
import { namesPrice } from "../price-in-text";

/** Half the price: what goes further is a slip or a lure. */
export const PACKAGE_BPS_MAX = 5_000;

/** If the same bidder also wins the deal's requests for all of these services, this bid's own price is so much lower, in basis points. */
export type PackageDiscount = { readonly services: readonly Service[]; readonly discountBps: number };

export const packageDiscountsSchema = z
  .array(
    z.strictObject({
      services: setOf(SERVICES).min(1, "required"),
      discountBps: z.int().min(1).max(PACKAGE_BPS_MAX),
    }),
  )
  .max(PACKAGES_MAX)
  .meta({
    description:
      "Taken off your own price, not off what is passed through, if you also win the deal's requests for these services in the same award; of several that apply the greatest counts, once",
  });

const TRANSIT_DAYS_MAX = 365;

const days = z.int().min(0).max(TRANSIT_DAYS_MAX);

/** The days that a bid promises, from where its kind says that they run to the result. */
const transitDaysSchema = z
  .strictObject({ min: days, max: days })
  .refine(({ min, max }) => min <= max, { message: "days_run_backwards", path: ["max"] })
  .meta({
    description:
      "From when the buyer's part is done (goods picked up, funds received, the inspector named; of a clearance papers complete and the goods before the customs that release them last) to the result",
  });

/** Another way to do what was asked for, with a price and days of its own; the rest of the bid holds for it as well. */
export type Alternative = {
  readonly title: string;
  readonly charges: readonly ChargeLine[];
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly startDate?: LocalDate | null | undefined;
  readonly note: string;
};

/** The same as it is kept: its lines priced by the request, its total in the bid's currency as digits. */
export type PricedAlternative = Omit<Alternative, "charges"> & {
  readonly lines: readonly PricedLine[];
  readonly totalMinor: string;
};

/** The members of an alternative as they travel. */
export const alternativeMembers = {
  title: boundedText(ALTERNATIVE_TITLE_MAX),
  charges: chargeLinesSchema,
  transitDays: transitDaysSchema,
  startDate: localDateField.nullable().default(null),
  note: z.string().trim().max(ALTERNATIVE_NOTE_MAX).default(""),
};

const alternativesSchema = z.array(z.strictObject(alternativeMembers)).max(ALTERNATIVES_MAX).meta({
  description: "Other ways to do it, priced like the main offer; the buyer awards one of them or the main offer",
});

const TERMS_MAX = 40;

const members = {
  currency: z.enum(CURRENCIES),
  charges: chargeLinesSchema,
  transitDays: transitDaysSchema,
  startDate: localDateField.nullable().meta({
    description:
      "The first day on which the work can begin; with transitDays it says when the result is there, where what these are counted from has happened by then",
  }),
  validUntil: instantField,
  exclusions: z
    .array(z.enum(CHARGE_CODES))
    .max(CHARGE_CODES.length)
    .meta({ description: "Charges that are not included" }),
  terms: z
    .record(z.string().max(60), z.unknown())
    .refine((terms) => Object.keys(terms).length <= TERMS_MAX, "too_many")
    .meta({ description: "What the service's own schema of terms says" }),
  remarks: z.string().trim().max(REMARKS_MAX),
  quoteNumber: z.string().trim().max(QUOTE_NUMBER_MAX).meta({ description: "Your own number of this quote" }),
  gateAnswers: gateAnswersSchema.meta({
    description: "One answer to each of the request's gates, by its place from 0",
  }),
  alternatives: alternativesSchema,
  packageDiscounts: packageDiscountsSchema,
  ...commercialTermsMembers,
};

/** The members of an offer as they travel; the API's body and the screens' form are both read by it. */
export const offerFields = {
  ...members,
  exclusions: members.exclusions.default([]),
  terms: members.terms.default({}),
  remarks: members.remarks.default(""),
  startDate: members.startDate.default(null),
  quoteNumber: members.quoteNumber.default(""),
  gateAnswers: members.gateAnswers.default([]),
  ...z
    .strictObject({
      alternatives: alternativesSchema,
      packageDiscounts: packageDiscountsSchema,
      ...commercialTermsMembers,
    })
    .partial().shape,
};

/** Only what changes in the next version. */
export const offerChangeFields = z.strictObject(members).partial().shape;

/** Beside an offer that is sent: which state of the request its author read. */
export const amendmentSeen = z.int().min(0).optional().meta({
  description:
    "The amendment of the request that you read, its `amendmentCount`; 0, or nothing, for the request as published. Where it is not the current one, the bid is refused.",
});

/** Every text within a member, however deep it is nested, with its path. */
function textsIn(value: unknown, path: readonly PropertyKey[]): [readonly PropertyKey[], string][] {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  const within: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return within.flatMap(([name, member]) => textsIn(member, [...path, name]));
}

/** Members in which a bidder writes, in the order of telling. */
const WRITTEN = [
  "remarks",
  "quoteNumber",
  "charges",
  "terms",
  "gateAnswers",
  "alternatives",
  "subcontractors",
  "relatedParty",
] as const;

/** Those of them that are lists of codes, days and prices beside its own words. */
const CODED: ReadonlySet<PropertyKey> = new Set(["charges", "alternatives", "subcontractors"]);

/** Where a bidder writes in its own words within these. */
const OWN_WORDS: ReadonlySet<PropertyKey> = new Set(["title", "note", "name", "registrationNumber"]);

const isOwnWords = (path: readonly PropertyKey[]): boolean =>
  !CODED.has(path[0] ?? "") || OWN_WORDS.has(path.at(-1) ?? "");

/** Digits of a register, which may look like a telephone's. */
const isOfRegister = (path: readonly PropertyKey[], text: string): boolean =>
  path.at(-1) === "registrationNumber" && /^\d+$/.test(text);

const MISPLACED = [
  // What costs money is a charge line: there it is summed, compared and binding.
  { says: namesPrice, message: "price_in_remarks" },
  // Both sides get each other's contacts with the award, and not before.
  { says: (text: string) => contactIn(text) !== null, message: "contact_in_text" },
] as const;

/** What of the free text of an offer belongs elsewhere: a price, a way to be reached past the market. Members that say anything but text are passed over. */
export function misplacedInText(offer: Partial<Readonly<Record<(typeof WRITTEN)[number], unknown>>>) {
  const texts = WRITTEN.flatMap((member) => textsIn(offer[member], [member])).filter(
    ([path, text]) => isOwnWords(path) && !isOfRegister(path, text),
  );
  return texts.flatMap(([path, text]) =>
    MISPLACED.filter(({ says }) => says(text)).map(({ message }) => ({ path: [...path], message })),
  );
}

/** An issue at each text of an offer that says what belongs elsewhere, also where other members cannot be read, so that all is told at once. */
export const withoutMisplacedText = z.superRefine<object>((offer, context) => {
  for (const misplaced of misplacedInText(offer)) context.addIssue({ code: "custom", ...misplaced });
}, AMONG_OTHERS);

/** An offer as it travels. Strict and bounded; whether it fits the sealed block is checked when it is priced. */
export const offerSchema = z.strictObject(offerFields).check(withoutMisplacedText);
