import { z } from "zod";
import {
  ANSWERERS,
  DECLARATION_SIDES,
  DECLARATION_STATES,
  type DeclarationEvent,
  type DeclarationSide,
} from "../domain/clearance/declaration";
import { CURRENCIES, type Currency, type Money } from "../domain/shared/money";
import { DUTY_UNITS } from "../domain/tariff/duty-rate";
import { INCOTERMS } from "../domain/tariff/incoterm";
import { type View, day, id, money, time } from "./fields";

const compared = z
  .object({
    estimated: money.nullable(),
    assessed: money.nullable(),
    difference: money.nullable().meta({ description: "Assessed less estimated; null where either is not known" }),
  })
  .meta({ id: "ComparedDuty" });

const charges = { duty: compared, excise: compared, vat: compared, total: compared };

const question = z.object({
  number: z.int(),
  question: z.string(),
  answersBy: z.enum(ANSWERERS),
  answerBy: time.nullable(),
  askedAt: time,
  answer: z.string().nullable(),
  answeredAt: time.nullable(),
  fileIds: z.array(id),
  answerFileIds: z.array(id),
});

const event = <Event extends string>(description: string) =>
  z.string().meta({ description }) as unknown as z.ZodType<Event, string>;

const entry = z.object({
  seq: z.int(),
  event: event<DeclarationEvent | "draft">("What happened: `draft`, `file`, `question` …"),
  occurredAt: time,
  words: z.string(),
  fileIds: z.array(id),
});

const goods = z
  .object({
    packages: z.int(),
    packageType: z.string(),
    grossWeightGrams: z.int(),
    netWeightGrams: z.int().nullable(),
    originCountry: z.string().nullable(),
    quantitiesMilli: z
      .partialRecord(z.enum(DUTY_UNITS), z.int())
      .meta({ description: "Thousandths of each of the units that the customs count, where the request gives them" }),
  })
  .meta({
    description: "The goods as they are declared: what the deal says of them where the declaration says nothing else",
  });

const declared = {
  name: z.string().meta({ description: "The goods as they are declared" }),
  hsCode: z.string(),
  customsValue: money,
  goods,
};

const line = z.object({
  line: z.int(),
  description: z.string().meta({ description: "The goods as the deal names them" }),
  ...declared,
  before: z.object(declared).nullable().meta({
    description: "What the buyer had read of the line before it was changed; null where it is as it was",
  }),
});

/** A customs declaration as the two parties of its order read it. */
export const declaration = z
  .object({
    id,
    number: z.int().meta({ description: "Counts the order's declarations" }),
    side: z.enum(DECLARATION_SIDES),
    country: z.string(),
    currency: z.enum(CURRENCIES),
    state: z.enum(DECLARATION_STATES),
    revision: z.int(),
    remarks: z.string(),
    lines: z.array(line),
    incoterm: z.object({ rule: z.enum(INCOTERMS), place: z.string() }),
    declarant: z.object({ name: z.string(), registrationNumber: z.string() }).nullable().meta({
      description:
        "The company of its country that the bid named to declare there, which files and signs; null where the provider does so itself",
    }),
    registeredNumber: z.string().nullable().meta({ description: "Of the customs" }),
    approvedAt: time.nullable(),
    filedAt: time.nullable(),
    estimateDay: day.nullable().meta({ description: "Whose rates the estimate is by" }),
    hasFormE: z.boolean().meta({
      description:
        "Whether the estimate reckons with the certificate of origin, Form E or that of RCEP, that was in the papers",
    }),
    withFormE: money.nullable().meta({
      description: "What would be due with a Form E that was not there yet; null where it would lower nothing",
    }),
    isAssessed: z.boolean(),
    duties: z.object({
      lines: z.array(z.object({ line: z.int(), hsCode: z.string(), ...charges })),
      fee: compared,
      ...charges,
    }),
    due: money.meta({ description: "Of what was assessed, still to be paid" }),
    questions: z.array(question),
    entries: z.array(entry),
    transitions: z.array(event<DeclarationEvent>("As the events of `entries`")).meta({
      description: "What you may do to it now",
    }),
    version: z.int(),
  })
  .meta({ id: "Declaration" });

export type Declaration = View<typeof declaration>;
export type DeclarationLine = View<typeof line>;
export type DeclaredGoods = View<typeof goods>;
export type DeclarationQuestion = View<typeof question>;
export type DeclarationEntry = View<typeof entry>;
export type ComparedDuty = View<typeof compared>;

/** What a new draft begins with: the codes that the bid would classify by, and the values where they are known in its currency. */
export type SuggestedDeclaration = {
  readonly side: DeclarationSide;
  /** Of a transit the one that its request names; null where it names none, and the draft says through which. */
  readonly country: string | null;
  readonly currency: Currency;
  readonly lines: readonly (Pick<DeclarationLine, "line" | "description" | "hsCode"> & {
    readonly customsValue: Money | null;
  })[];
};

/** The declarations of a customs order, to its two parties. */
export type OrderDeclarations = {
  readonly orderId: string;
  readonly declarations: readonly Declaration[];
  /** The lines of the deal, of which each declaration declares some. */
  readonly cargo: readonly Pick<DeclarationLine, "line" | "description" | "goods">[];
  readonly incoterm: Declaration["incoterm"];
  /** Sides that the viewer may draft a declaration for now. */
  readonly drafts: readonly SuggestedDeclaration[];
  /** Before the papers were asked for nothing is drafted. */
  readonly isScheduled: boolean;
  /** Whether the draft or the filing was told by hand, so that no draft is to be expected here. */
  readonly isByHand: boolean;
};
