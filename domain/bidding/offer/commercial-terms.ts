import { z } from "zod";
import { parseLocalDate } from "../../shared/time";
import { boundedText, countryField, setOf, type WireMoney, wireMoneySchema } from "../../shared/wire-fields";
import { CONDITION_TYPES, type Condition, measureOf } from "./commercial-terms-fields";
import { CHARGE_CODES, type ChargeCode } from "../../services/charge";
import {
  REGISTRATION_NUMBER_MAX,
  RELATED_WORDS_MAX,
  SUBCONTRACTORS_MAX,
  SUBCONTRACTOR_NAME_MAX,
} from "../bid-form-limits";

/** Whether the value is of the condition's own unit and within its limits. */
function isValueOf({ type, value }: Condition): boolean {
  const measure = measureOf(type);
  if ("min" in measure) return typeof value === "number" && value >= measure.min && value <= measure.max;
  if (measure.unit === "holds") return value === true;
  if (measure.unit === "date") return typeof value === "string" && parseLocalDate(value) !== null;
  return typeof value === "object" && value.minor > 0;
}

const conditionSchema = z
  .strictObject({
    type: z.enum(CONDITION_TYPES),
    value: z.union([z.int(), z.iso.date(), wireMoneySchema, z.literal(true)]).meta({
      description: "By type: whole percent, days or hours; a day; money; or true where the condition has no measure",
    }),
  })
  .refine(isValueOf, { message: "condition_value", path: ["value"] });

/** Each condition at most once. */
export const conditionsSchema = z
  .array(conditionSchema)
  .max(CONDITION_TYPES.length)
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length, "named_twice");

const PARTS_MAX = 6;
const GRACE_DAYS_MAX = 30;
const PER_DAY_BPS_MAX = 1_000;
const WHOLE_BPS = 10_000;
const CLOSE_OUT_DAYS_MAX = 90;

export type Subcontractor = {
  readonly name: string;
  readonly country: string;
  /** Which parts of the work, by the codes of the charges that pay for them. */
  readonly parts: readonly ChargeCode[];
  readonly registrationNumber: string;
};

/** What is taken off the price for each day of delay after the days of grace, and at most in all; basis points of the bidder's own price. */
export type LateDelivery = { readonly perDayBps: number; readonly capBps: number; readonly graceDays: number };

/** Whether the bidder and the buyer belong together, by ownership or by people; in words where they do. */
export type RelatedParty = { readonly isRelated: boolean; readonly words: string };

/** What an offer says beside its price, whatever the service: each member may be left out, and then it says nothing of it. Kept as it travels. */
export type CommercialTerms = {
  readonly conditions?: readonly Condition[] | undefined;
  readonly subcontractors?: readonly Subcontractor[] | undefined;
  readonly lateDelivery?: LateDelivery | null | undefined;
  readonly liabilityCap?: WireMoney | null | undefined;
  readonly insuranceCover?: WireMoney | null | undefined;
  /** Days after the delivery within which further charges may come; none may come later. */
  readonly closeOutDays?: number | null | undefined;
  readonly relatedParty?: RelatedParty | null | undefined;
};

const subcontractorSchema = z.strictObject({
  name: boundedText(SUBCONTRACTOR_NAME_MAX),
  country: countryField,
  parts: setOf(CHARGE_CODES)
    .min(1, "required")
    .max(PARTS_MAX)
    .meta({ description: "Which parts of the work, by the codes of the charges that pay for them" }),
  registrationNumber: boundedText(REGISTRATION_NUMBER_MAX),
});

const positiveMoney = wireMoneySchema.refine(({ minor }) => minor > 0, {
  message: "amount_not_positive",
  path: ["minor"],
});

/** The members as they travel; null takes back what an earlier version said. */
export const commercialTermsMembers = {
  conditions: conditionsSchema,
  subcontractors: z.array(subcontractorSchema).max(SUBCONTRACTORS_MAX),
  lateDelivery: z
    .strictObject({
      perDayBps: z.int().min(1).max(PER_DAY_BPS_MAX),
      capBps: z.int().min(1).max(WHOLE_BPS),
      graceDays: z.int().min(0).max(GRACE_DAYS_MAX).default(0),
    })
    .refine(({ perDayBps, capBps }) => capBps >= perDayBps, { message: "cap_below_day", path: ["capBps"] })
    .nullable()
    .meta({ description: "Taken off your own price for each day of delay after the days of grace, at most the cap" }),
  liabilityCap: positiveMoney.nullable().meta({ description: "The most that you answer for" }),
  insuranceCover: positiveMoney.nullable().meta({ description: "What your own insurance covers" }),
  closeOutDays: z
    .int()
    .min(0)
    .max(CLOSE_OUT_DAYS_MAX)
    .nullable()
    .meta({ description: "Days after delivery within which further charges may come; none may come later" }),
  relatedParty: z
    .strictObject({ isRelated: z.boolean(), words: z.string().trim().max(RELATED_WORDS_MAX).default("") })
    .refine(({ isRelated, words }) => !isRelated || words !== "", { message: "required", path: ["words"] })
    .nullable()
    .meta({
      description: "Whether you and the buyer belong together, by ownership or by people; in words where you do",
    }),
};

/** The members in the order of every screen and list. */
export const COMMERCIAL_TERMS_NAMES = Object.keys(commercialTermsMembers) as (keyof CommercialTerms)[];

/** What is said of them; a member that says nothing, an empty list and null too, is left out. */
export const commercialTermsOf = (
  offer: {
    readonly [Name in keyof CommercialTerms]?: CommercialTerms[Name] | null;
  },
): CommercialTerms =>
  Object.fromEntries(
    COMMERCIAL_TERMS_NAMES.map((name) => [name, offer[name]] as const).filter(
      ([, said]) => said !== undefined && said !== null && !(Array.isArray(said) && said.length === 0),
    ),
  );

/** An offer without what it says beside its price. */
export const withoutCommercialTerms = <Said extends CommercialTerms>(offer: Said): Omit<Said, keyof CommercialTerms> =>
  Object.fromEntries(
    Object.entries(offer).filter(([name]) => !(COMMERCIAL_TERMS_NAMES as readonly string[]).includes(name)),
  ) as Omit<Said, keyof CommercialTerms>;
