import type { Figure } from "../figure";
import type { ServiceKind } from "../kind";
import { cargoQuantities, ONE, quantitiesOf, times } from "../quantities";
import { checkInspection } from "./check";
import { type InspectionSpec, inspectionSpecSchema } from "./spec";
import { inspectionSpecForm } from "./spec-form";
import { type InspectionTerms, inspectionTermsSchema } from "./terms";
import { inspectionTermsForm } from "./terms-form";
import { manDaysMilli, planOf, unitsToDraw } from "./work/work";

const labTestsOf = (spec: InspectionSpec): number => spec.labTests ?? (spec.type === "lab_test" ? 1 : 0);

function figures(spec: InspectionSpec): Figure[] {
  const plan = planOf(spec);
  const manDays = manDaysMilli(spec);
  const found: Figure[] = [];
  if (plan.length > 0) {
    found.push({ key: "sampling_plan", value: { kind: "plan", rows: plan } });
    found.push({ key: "units_to_draw", value: { kind: "count", count: unitsToDraw(plan) } });
  }
  if (manDays !== null)
    found.push({ key: "man_days", value: { kind: "quantity", quantityMilli: manDays, unit: "man_day" } });
  if (labTestsOf(spec) > 0) found.push({ key: "lab_tests", value: { kind: "count", count: labTestsOf(spec) } });
  return found;
}

/** Inspection is priced by man-day, visit, test and report; how many of each follows from type, lot and limits. */
export const inspection: ServiceKind<InspectionSpec, InspectionTerms> = {
  service: "inspection",
  specSchema: inspectionSpecSchema,
  specForm: inspectionSpecForm,
  termsSchema: inspectionTermsSchema,
  termsForm: inspectionTermsForm,
  checkSpec: checkInspection,
  chargeCodes: ["MND", "TRV", "LAB", "RPT"],
  milestones: [
    { code: "scheduled" },
    { code: "inspector_assigned" },
    { code: "on_site" },
    { code: "report_drafted" },
    { code: "report_issued", isDelivery: true },
    { code: "buyer_decided" },
  ],
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
    });
  },
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures,
  answerFields: (spec) => ({ samplingPlan: planOf(spec), manDaysMilli: manDaysMilli(spec) }),
};
