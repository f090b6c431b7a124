"use server";

import { z } from "zod";
import { timeIn } from "@/app/typed-fields";
import { lateFieldOf, typedLate } from "@/domain/orders/late-fields";
import type { Refusal } from "@/domain/shared/result";
import { resultsOfTyped } from "@/domain/inspections/results/results-form";
import { typedResultsForm } from "@/domain/inspections/results/results-schema";
import { readNumber } from "@/domain/services/form-field";
import { bookRound, checkIn, checkOut } from "@/server/inspections/visit";
import { decideGoods } from "@/server/inspections/decide-goods";
import { issueReport } from "@/server/inspections/issue-report";
import { saveResults } from "@/server/inspections/save-results";
import { formAction } from "@/server/platform/form/form-action";
import { confirmedTick } from "@/server/platform/form/form-fields";

const text = z.string().optional();
const number = z
  .string()
  .optional()
  .transform((typed) => (typed === undefined || typed.trim() === "" ? undefined : readNumber(typed)));
const ofRound = { orderId: text, round: number };

const FIELD_OF: Readonly<Record<string, string>> = {
  cartons_missing: "cartons",
  more_cartons_than_units: "cartons",
  cartons_far_above_cargo: "cartons",
  more_cartons_than_cargo: "isConfirmed",
  fewer_cartons_than_sample: "isConfirmed",
  occurred_in_future: "occurredAt",
  occurred_out_of_order: "occurredAt",
  left_before_arrival: "occurredAt",
  early_without_reason: "earlyReason",
  visit_in_past: "plannedDay",
  visit_after_due: "isConfirmed",
  visit_before_goods: "isEarly",
  reason_required: "reason",
  carton_not_drawn: "results.openedCartons",
  more_than_sample: "results.unitsInspected",
  more_units_than_presented: "results.unitsInspected",
  more_presented_than_ordered: "isConfirmed",
};
/** The field of a refusal that names a test or a line of the goods; null for every other. */
function findingOf({ code, details }: Refusal): string | null {
  if (details?.test !== undefined) {
    const part = code === "more_failed_than_tested" ? "failed" : "unitsTested";
    return `results.tests[${details.test}].${part}`;
  }
  return code === "more_packed_than_presented" ? `results.quantities[${details?.line}].packed` : null;
}

const fieldOf = (refusal: Refusal): string | null =>
  lateFieldOf(refusal) ?? findingOf(refusal) ?? FIELD_OF[refusal.code] ?? null;

const toRecord = ({ orderId }: { readonly orderId: string }) => ({ goTo: `/orders/${orderId}/inspection` });

export const bookAction = formAction({
  command: bookRound,
  form: z
    .object({
      orderId: text,
      plannedDay: z.string("required"),
      inspectorName: z.string("required"),
      isConfirmed: confirmedTick,
      isEarly: confirmedTick,
      ...typedLate,
    })
    .transform(({ isConfirmed, isEarly, ...rest }) => ({ ...rest, isConfirmed: isConfirmed || isEarly })),
  fieldOf,
  then: toRecord,
});

export const checkInAction = formAction({
  command: checkIn,
  form: z
    .object({
      ...ofRound,
      occurredAt: text,
      zone: text,
      cartons: number,
      isConfirmed: confirmedTick,
      earlyReason: text,
      ...typedLate,
      position: z.object({ latE6: number, lonE6: number, accuracyM: number }).optional(),
    })
    .transform(({ zone, occurredAt, ...rest }) => ({ ...rest, occurredAt: timeIn(occurredAt, zone) })),
  fieldOf,
  then: toRecord,
});

export const saveResultsAction = formAction({
  command: saveResults,
  form: z
    .object({
      ...ofRound,
      results: typedResultsForm.default(typedResultsForm.parse({})),
      isConfirmed: confirmedTick,
    })
    .transform(({ results, ...rest }) => ({ ...rest, results: resultsOfTyped(results) })),
  fieldOf,
  then: toRecord,
});

export const checkOutAction = formAction({
  command: checkOut,
  form: z
    .object({ ...ofRound, occurredAt: text, zone: text })
    .transform(({ zone, occurredAt, ...rest }) => ({ ...rest, occurredAt: timeIn(occurredAt, zone) })),
  fieldOf,
  then: toRecord,
});

export const issueAction = formAction({
  command: issueReport,
  form: z.object({ ...ofRound, version: number, ...typedLate }),
  fieldOf,
  then: toRecord,
});

export const decideAction = formAction({
  command: decideGoods,
  form: z.object({ ...ofRound, decision: z.string("required"), reason: z.string().default("") }),
  fieldOf,
  then: toRecord,
});
