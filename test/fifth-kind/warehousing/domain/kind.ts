import type { ServiceKind } from "../kind";
import { formOf, requiredBy } from "../member-list";
import { cargoQuantities, quantitiesOf, times } from "../quantities";
import { specIssue } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
import { warehousingSpecSchema, warehousingTermsSchema } from "./schema";
import { type WarehousingSpec, type WarehousingTerms, warehousingFields, warehousingTermsFields } from "./spec";

const rule = ruleOf<WarehousingSpec>();

/** Storage at the border, priced by the day; the days are those that the request asks for. */
export const warehousing: ServiceKind<WarehousingSpec, WarehousingTerms> = {
  service: "warehousing",
  askedBy: String.raw`仓储|\bwarehousing\b|\bstorage\b`,
  specSchema: warehousingSpecSchema,
  specForm: formOf(warehousingFields),
  required: requiredBy(warehousingFields),
  checkSpec: specCheck(requiredBy(warehousingFields), [
    rule(["from", "deal.readyDate"], ({ from }, { readyDate }) =>
      from < readyDate ? [specIssue("from", "before_ready", { date: readyDate })] : [],
    ),
  ]),
  chargeCodes: ["BST", "WTG"],
  suggestedCharges: () => [{ code: "BST", basis: "cbm" }],
  milestones: [
    { code: "space_kept" },
    { code: "taken_in", startsDays: true },
    { code: "handed_out", isDelivery: true },
  ],
  deliverables: ["warehouse_receipt"],
  quantities: (_spec, shipment) => quantitiesOf({ ...cargoQuantities(shipment), hour: "contingent" }),
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: ({ days }) => [{ key: "days", value: { kind: "count", count: days } }],
  answerFields: (spec, shipment) => ({
    cbmDaysMilli: cargoQuantities(shipment).cbm * spec.days,
    daysMilli: times(spec.days),
  }),
  termsSchema: warehousingTermsSchema,
  termsForm: formOf(warehousingTermsFields),
};
