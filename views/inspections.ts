import { z } from "zod";
import type { Gap } from "../domain/inspections/check-results";
import { type FailReason, type PendingReason, type Results, VERDICTS } from "../domain/inspections/results/results";
import { ROUND_STATES } from "../domain/inspections/round";
import { DECISIONS } from "../domain/inspections/verdict";
import { CHECKPOINTS, INSPECTION_TYPES, NAMED_TESTS, PHOTO_SUBJECTS } from "../domain/services/inspection/choices";
import { DEFECT_CLASSES, SEVERITIES, type SpecialLevel } from "../domain/services/inspection/sampling";
import type { Instant } from "../domain/shared/time";
import type { NamedParty } from "../domain/shared/vocabulary";
import { type View, day, id, money, party, time } from "./fields";

const hash = z.string().meta({ description: "SHA-256 in hexadecimal" });
const count = z.int();

const place = z
  .object({ latE6: z.int(), lonE6: z.int(), accuracyM: z.int().optional() })
  .meta({ description: "Millionths of a degree, WGS 84" });

const planRow = { codeLetter: z.string(), sampleSize: count, acceptanceNumber: count, rejectionNumber: count };
const classRow = { defectClass: z.enum(DEFECT_CLASSES), ...planRow };
const level = z.string() as unknown as z.ZodType<SpecialLevel, string>;
const testRow = { test: z.enum(NAMED_TESTS), text: z.string().nullable(), level, ...planRow };

const plan = z
  .object({
    type: z.enum(INSPECTION_TYPES),
    severity: z.enum(SEVERITIES),
    lotSize: count.nullable(),
    units: count.meta({ description: "Units that are looked at" }),
    rows: z.array(z.object(classRow)),
    tests: z.array(z.object(testRow)),
    points: z.array(
      z.object({
        code: z.enum(CHECKPOINTS).optional(),
        text: z.string().optional(),
        method: z.string().optional(),
        tolerance: z.string().optional(),
        tool: z.string().optional(),
        isCritical: z.boolean(),
        ownUnits: count.nullable(),
      }),
    ),
    lines: z.array(z.object({ name: z.string().nullable(), ordered: count })),
    packedPercentMin: count.nullable(),
    plannedMinutes: count.nullable().optional().meta({ description: "Of one inspector, where units are counted" }),
    photosWanted: z
      .array(z.enum(PHOTO_SUBJECTS))
      .optional()
      .meta({ description: "By the buyer; the report waits for them, of defects only where some were found" }),
  })
  .meta({ id: "InspectionPlan", description: "What the round is judged by; nobody changes it" });

/** What the domain says by kinds, each with members of its own, is described by what it has in common. */
const ofKinds = <Kind>() => z.looseObject({ kind: z.string() }) as unknown as z.ZodType<Kind, Kind>;

const REASON = { description: "With `defectClass`, or the place of the `point`, `test` or `line` in the plan" };

const judgement = z
  .object({
    kind: z.enum(VERDICTS),
    classes: z.array(z.object({ ...classRow, found: count, isWithin: z.boolean() })),
    tests: z.array(z.object({ ...testRow, unitsTested: count, failed: count, isWithin: z.boolean() })),
    fails: z.array(ofKinds<FailReason>().meta(REASON)),
    pending: z.array(ofKinds<PendingReason>().meta(REASON)),
  })
  .meta({
    id: "Judgement",
    description: "Computed of plan and results; before the report is issued as it would be now",
  });

const flag = z.object({
  kind: z.enum(["same_in_report", "same_elsewhere", "taken_before", "taken_after", "far_away"]),
  bitsApart: count.nullable().meta({ description: "Of 64, between the two pictures" }),
  otherOrderId: id.nullable().meta({ description: "Where it is an order of yours" }),
  otherReference: z.string().nullable().meta({ description: "The reference of that order" }),
  at: time.nullable().meta({ description: "When the other one came, or when this one was taken by its own word" }),
  metres: count.nullable(),
});

const photo = z.object({
  fileId: id,
  name: z.string(),
  about: z.string().nullable(),
  keptAt: time,
  takenAt: time.nullable(),
  position: place.nullable(),
  flags: z.array(flag),
  mayRead: z.boolean().meta({ description: "Whether its content is there for you now" }),
  mayRemove: z.boolean(),
});

const charge = z
  .object({ code: z.string(), basis: z.string(), unitPrice: money.nullable(), note: z.string() })
  .meta({ id: "VisitCharge", description: "What another visit costs by the contracted bid" });

const results = z.looseObject({}) as unknown as z.ZodType<Results, Results>;

const round = z
  .object({
    id,
    round: count,
    state: z.enum(ROUND_STATES),
    version: count,
    plan,
    charge: charge.nullable(),
    plannedDay: day.nullable(),
    inspectorName: z.string().nullable(),
    checkedInAt: time.nullable(),
    checkedOutAt: time.nullable(),
    minutesOnSite: count.nullable().meta({ description: "Whole minutes from check-in to check-out; null until then" }),
    position: place.nullable(),
    draw: z.object({
      commitment: hash.nullable().meta({ description: "SHA-256 of the seed's bytes, told at booking" }),
      seed: z.string().nullable().meta({ description: "32 bytes in hexadecimal, told at check-in" }),
      cartons: count.nullable(),
      drawn: z.array(count),
      check: z
        .object({ isSeedCommitted: z.boolean(), isSameDraw: z.boolean() })
        .nullable()
        .meta({ description: "Drawn anew of what is on record; null before there is a seed" }),
    }),
    results: results.nullable().meta({ description: "As `POST …/inspection/results` takes them" }),
    resultsAt: time.nullable(),
    isWrittenLater: z.boolean().meta({ description: "Whether results were last written after check-out" }),
    lacks: z.array(ofKinds<Gap>()).meta({ description: "What lacks before a report" }),
    judgement: judgement.nullable(),
    issuedAt: time.nullable(),
    report: z.object({ fileId: id, sha256: hash }).nullable(),
    decision: z
      .object({
        decision: z.enum(DECISIONS),
        reason: z.string().nullable(),
        at: time,
        by: z.string().nullable(),
      })
      .nullable(),
    flags: z
      .array(
        z.object({
          kind: z.enum(["other_day", "far_from_goods"]),
          metres: count.nullable().meta({ description: "From where the goods are" }),
        }),
      )
      .meta({ description: "What the check-in gives reason to ask about: it proves nothing and stops nothing" }),
    photos: z.array(photo),
    pairing: z
      .object({ times: count, of: count })
      .nullable()
      .meta({ description: "The inspector made so many of the last visits to the factory" }),
  })
  .meta({ id: "InspectionRound" });

/** What both parties read of an inspection order's visits, the first first. */
export const inspection = z
  .object({
    orderId: id,
    reference: z.string(),
    title: z.string(),
    buyer: party,
    provider: party,
    side: z.enum(["buyer", "provider"]).meta({ description: "What your organisation is in the order" }),
    factoryAddress: z.string(),
    manufacturer: z.string().nullable().meta({ description: "Who makes the goods, where the request names them" }),
    sampling: z.string().nullable().meta({
      description: "By what the lot is judged, as `GL II · AQL 0 / 2.5 / 4.0`; null where no sample was agreed",
    }),
    agreedDay: day.nullable().meta({
      description:
        "Of the first visit, by request and bid, and of a loading that is watched not before it; null where none is named",
    }),
    packageTypes: z.array(z.string()).meta({ description: "Of the deal's goods, by UN/ECE Recommendation 21" }),
    reinspectionCharge: charge.nullable(),
    rounds: z.array(round),
    noVisit: z.enum(["on_paper", "called_off"]).nullable().meta({ description: "Why none is booked any more" }),
  })
  .meta({ id: "Inspection" });

export type Inspection = View<typeof inspection>;
export type InspectionRound = View<typeof round>;
export type InspectionPhoto = View<typeof photo>;
export type VisitCharge = View<typeof charge>;

/** A picture that was sent twice, as administrators see it: in which two reports, and by whom. */
export type ReusedPhoto = {
  readonly key: string;
  readonly reference: string;
  readonly title: string;
  readonly buyer: NamedParty;
  readonly provider: NamedParty;
  /** The other order by its number; null where it is the same report. */
  readonly other: { readonly reference: string; readonly buyer: NamedParty; readonly provider: NamedParty } | null;
  /** The files of the later picture and of the earlier one; null for one that cannot be seen, as it was taken away. */
  readonly fileIds: readonly (string | null)[];
  readonly distance: number;
  readonly foundAt: Instant;
};
