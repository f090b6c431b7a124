import { inspectionRequired, inspectionSpecForm, inspectionTermsForm } from "./form";
import { afterWork } from "../earliest";
import type { ServiceKind } from "../kind";
import { cargoQuantities, ONE, quantitiesOf, times } from "../quantities";
import { checkInspection, inspectionConflicts, inspectionWarnings } from "./check";
import { inspectionDaysEnd, inspectionDue } from "./due";
import { inspectionFigures, labTestsOf } from "./figures";
import { inspectionSpecSchema, inspectionTermsSchema } from "./schema";
import type { InspectionSpec } from "./spec";
import type { InspectionTerms } from "./terms";
import { isWeekend } from "@/domain/shared/local-date";
import { manDaysMilli, planOf, testPlanOf, visitOf } from "./work";

/** Inspection is priced by man-day, visit, test and report; how many of each follows from type, lot and limits. */
export const inspection: ServiceKind<InspectionSpec, InspectionTerms> = {
  service: "inspection",
  askedBy: String.raw`验货|质检|\binspection\b|\bquality check\b|проверк\p{L} качества|инспекци\p{L}*|kiem tra chat luong|сапа инспекци\p{L}*|сапаны тексеру`,
  specSchema: inspectionSpecSchema,
  specForm: inspectionSpecForm,
  termsSchema: inspectionTermsSchema,
  termsForm: inspectionTermsForm,
  required: inspectionRequired,
  checkSpec: checkInspection,
  plannedDays: ["date", "alternativeDate", "loadingDate"],
  warnings: inspectionWarnings,
  conflicts: inspectionConflicts,
  chargeCodes: ["MND", "TRV", "LAB", "RPT"],
  stopReasons: ["goods_not_ready", "site_not_open"],
  lateReasons: ["goods_not_ready", "road_or_weather"],
  milestones: [
    { code: "scheduled" },
    { code: "inspector_assigned", startsDays: true },
    { code: "on_site", brings: ["photo", "position"] },
    { code: "report_drafted" },
    // An inspector travels, draws a sample, looks at it and writes: an hour is the least. Our choice.
    { code: "report_issued", isDelivery: true, earliest: afterWork("inspector_assigned", 60), brings: ["document"] },
    { code: "buyer_decided" },
  ],
  evidenceFields: () => ["seals", "containerNumber", "grossWeight"],
  deliverables: ["inspection_report", "photographs", "corrective_action_request", "lab_report"],
  deliverableSteps: { inspection_report: "report_issued" },
  // Corrections are asked for where something failed, and a laboratory is sent samples where tests were ordered.
  owed: (spec) => ["inspection_report", "photographs", ...(labTestsOf(spec) > 0 ? ["lab_report"] : [])],
  daysEnd: inspectionDaysEnd,
  dueTimes: inspectionDue,
  suggestedCharges(spec) {
    return [
      ...(manDaysMilli(spec) === null
        ? []
        : ([
            { code: "MND", basis: "man_day" },
            { code: "TRV", basis: "visit" },
          ] as const)),
      ...(labTestsOf(spec) > 0 ? ([{ code: "LAB", basis: "test" }] as const) : []),
      { code: "RPT", basis: "report" },
      ...(manDaysMilli(spec) === null ? [] : ([{ code: "MND", basis: "reinspection" }] as const)),
    ];
  },
  quantities(spec, shipment) {
    const manDays = manDaysMilli(spec);
    const labTests = labTestsOf(spec);
    return quantitiesOf({
      ...cargoQuantities(shipment),
      man_day: manDays ?? "contingent",
      visit: manDays === null ? "contingent" : ONE,
      test: labTests > 0 ? times(labTests) : "contingent",
      report: ONE,
      hour: "contingent",
      reinspection: "contingent",
      // What a weekend costs more is due at once where the date asked for is one, else only if the day is moved to one.
      weekend_man_day: manDays !== null && isWeekend(spec.date) ? manDays : "contingent",
    });
  },
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: inspectionFigures,
  answerFields: (spec) => ({
    samplingPlan: planOf(spec),
    testPlan: testPlanOf(spec),
    checksInAll: visitOf(spec)?.checks ?? null,
    minutesOnSite: visitOf(spec)?.minutes ?? null,
    manDaysMilli: manDaysMilli(spec),
  }),
};
