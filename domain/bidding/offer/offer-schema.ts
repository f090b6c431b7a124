import { z } from "zod";
import { CHARGE_CODES, chargeLinesSchema } from "../../services/charge";
import { instantField, localDateField } from "../../shared/wire-fields";
import { contactIn } from "../../shared/contact/contact-in-text";
import { CURRENCIES } from "../../shared/money";
import { alternativesSchema } from "./alternatives/alternative";
import { transitDaysSchema } from "./alternatives/transit-days";
import { besidePriceMembers } from "./beside/beside-price";
import { packageDiscountsSchema } from "./packages/package-discount";
import { gateAnswersSchema } from "../text/gates/gate-answers";
import { namesPrice } from "../text/price-in-text";
import { QUOTE_NUMBER_MAX, REMARKS_MAX } from "../text/remarks-max";

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
  ...besidePriceMembers,
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
    .strictObject({ alternatives: alternativesSchema, packageDiscounts: packageDiscountsSchema, ...besidePriceMembers })
    .partial().shape,
};

/** Only what changes in the next version. */
export const offerChangeFields = z.strictObject(members).partial().shape;

/** Beside an offer that is sent: which state of the request its author read. */
export const amendmentSeen = z.int().min(0).optional().meta({
  description:
    "The amendment of the request that you read, its `amendmentCount`; 0, or nothing, for the request as published. Where it is not the current one, the bid is refused.",
});

type Texts = {
  readonly charges?: readonly { readonly note?: string | undefined }[] | undefined;
  readonly terms?: Readonly<Record<string, unknown>> | undefined;
  readonly remarks?: string | undefined;
  readonly quoteNumber?: string | undefined;
  readonly gateAnswers?: readonly { readonly answer: string }[] | undefined;
  readonly alternatives?: unknown;
  readonly subcontractors?: unknown;
  readonly relatedParty?: unknown;
};

/** Every text within the terms, however deep a service nests them, with its path. */
function textsIn(value: unknown, path: readonly PropertyKey[]): [readonly PropertyKey[], string][] {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  const members: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return members.flatMap(([name, member]) => textsIn(member, [...path, name]));
}

/** Where a bidder writes in its own words within them; the rest are codes and days. */
const OWN_WORDS: ReadonlySet<string> = new Set(["title", "note", "name", "registrationNumber"]);

/** Digits of a register, which may look like a telephone's. */
const isOfRegister = (path: readonly PropertyKey[], text: string): boolean =>
  path.at(-1) === "registrationNumber" && /^\d+$/.test(text);

const MISPLACED = [
  // What costs money is a charge line: there it is summed, compared and binding.
  { says: namesPrice, message: "price_in_remarks" },
  // Both sides get each other's contacts with the award, and not before.
  { says: (text: string) => contactIn(text) !== null, message: "contact_in_text" },
] as const;

/** What of the free text of an offer belongs elsewhere: a price, a way to be reached past the market. */
export function misplacedInText({
  charges = [],
  terms = {},
  remarks,
  quoteNumber,
  gateAnswers = [],
  ...beside
}: Texts) {
  const texts: [readonly PropertyKey[], unknown][] = [
    [["remarks"], remarks],
    [["quoteNumber"], quoteNumber],
    ...charges.map(({ note }, position): [readonly PropertyKey[], unknown] => [["charges", position, "note"], note]),
    ...textsIn(terms, ["terms"]),
    ...textsIn(gateAnswers, ["gateAnswers"]),
    ...[
      ...textsIn(beside.alternatives, ["alternatives"]),
      ...textsIn(beside.subcontractors, ["subcontractors"]),
    ].filter(([path, text]) => OWN_WORDS.has(String(path.at(-1))) && !isOfRegister(path, text)),
    ...textsIn(beside.relatedParty, ["relatedParty"]),
  ];
  return texts.flatMap(([path, text]) =>
    MISPLACED.filter(({ says }) => typeof text === "string" && says(text)).map(({ message }) => ({ path, message })),
  );
}

/** For zod's `check`: an issue at each text that says what belongs elsewhere. */
export const withoutMisplacedText = (context: { value: Texts; issues: z.core.$ZodRawIssue[] }): void => {
  for (const { path, message } of misplacedInText(context.value))
    context.issues.push({ code: "custom", message, path: [...path], input: context.value });
};

/** An offer as it travels. Strict and bounded; whether it fits the sealed block is checked when it is priced. */
export const offerSchema = z.strictObject(offerFields).check(withoutMisplacedText);
