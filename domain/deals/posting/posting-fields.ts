import type { FormField, RowsField } from "../../services/form/field";
import { CRITERIA_MAX, GATES_MAX } from "../../requests/terms";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";
import { isService, SERVICES, type Service } from "../../services/service";
import { MARKET_ZONE } from "../../shared/local-date";
import { CARGO_LINES_MAX } from "../deal-schema";

/** How the fields of "route and goods" fill the wire form of a deal; the direction follows from the two ends. */
export const ROUTE_FIELDS: readonly FormField[] = [
  { name: "title", path: "title", as: "text" },
  { name: "originId", path: "originId", as: "text" },
  { name: "destinationId", path: "destinationId", as: "text" },
  { name: "mode", path: "mode", as: "text" },
  { name: "hubId", path: "hubId", as: "text" },
  { name: "incotermRule", path: "incoterm.rule", as: "text" },
  { name: "incotermPlace", path: "incoterm.place", as: "text" },
  { name: "readyDate", path: "readyDate", as: "text" },
  { name: "goodsValue", path: "goodsValue", as: "money", currencyName: "goodsCurrency" },
];

/** Fields of a cargo line that are taken as they are; its measures are read apart. */
export const LINE_FIELDS: readonly FormField[] = [
  { name: "description", path: "description", as: "text" },
  { name: "hsCode", path: "hsCode", as: "text" },
  { name: "packages", path: "packages", as: "number" },
  { name: "packageType", path: "packageType", as: "text" },
  { name: "value", path: "value", as: "money", currencyName: "goodsCurrency" },
  { name: "originCountry", path: "originCountry", as: "text" },
  { name: "unNumber", path: "dangerousGoods.unNumber", as: "text" },
  { name: "hazardClass", path: "dangerousGoods.hazardClass", as: "text" },
  { name: "packingGroup", path: "dangerousGoods.packingGroup", as: "text" },
  { name: "isStackable", path: "isStackable", as: "answer" },
  { name: "marks", path: "marks", as: "text" },
];

/** Fields of a cargo line in the unit people type, and the decimals that lead to the stored whole unit. */
export const LINE_MEASURES = [
  { name: "grossWeightKg", path: "grossWeightGrams", decimals: 3 },
  { name: "netWeightKg", path: "netWeightGrams", decimals: 3 },
  { name: "volumeCbm", path: "volumeCm3", decimals: 6 },
  { name: "lengthCm", path: "dimensionsMm.length", decimals: 1 },
  { name: "widthCm", path: "dimensionsMm.width", decimals: 1 },
  { name: "heightCm", path: "dimensionsMm.height", decimals: 1 },
] as const;

/** What most lines leave out: one click away in the form. */
export const MORE_LINE_FIELDS = [
  "netWeightKg",
  "originCountry",
  "isStackable",
  "marks",
  "unNumber",
  "hazardClass",
  "packingGroup",
] as const;

/** Questions that every bid answers; a row without a choice takes any answer. */
export const GATES_FIELD: RowsField = {
  name: "gates",
  path: "gates",
  as: "rows",
  rowFields: [
    { name: "question", path: "question", as: "text" },
    { name: "mustBe", path: "mustBe", as: "text" },
  ],
  rowsMax: GATES_MAX,
};

export const BIDDING_FIELDS: readonly FormField[] = [
  { name: "bidMode", path: "mode", as: "text" },
  { name: "closesAt", path: "closesAt", as: "time" },
  { name: "decideBy", path: "decideBy", as: "time" },
  { name: "comparisonCurrency", path: "currency", as: "text" },
  { name: "mayCloseEarly", path: "mayCloseEarly", as: "flag" },
  { name: "twoPersonOpening", path: "twoPersonOpening", as: "flag" },
  { name: "visibility", path: "visibility", as: "text" },
  { name: "invited", path: "invitedIds", as: "list" },
  { name: "feedback", path: "feedback", as: "text" },
  { name: "negotiationRounds", path: "negotiationRounds", as: "number" },
  { name: "questionsUntil", path: "questionsUntil", as: "time" },
  {
    name: "criteria",
    path: "criteria",
    as: "rows",
    rowFields: [
      { name: "kind", path: "kind", as: "text" },
      { name: "title", path: "title", as: "text" },
      { name: "weight", path: "weight", as: "number" },
    ],
    rowsMax: CRITERIA_MAX,
  },
  GATES_FIELD,
];

export const lineField = (line: number, name: string): string => `cargo[${line}].${name}`;

const LINE = /^cargo\[(\d{1,4})\]\./;

/** How many cargo lines the form has: at least one, so that an empty form shows where to begin. */
export function lineCount(values: FormValues): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const match = LINE.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return Math.min(CARGO_LINES_MAX, Math.max(0, ...numbers) + 1);
}

/** The services that are ticked, in the order of every screen. */
export function wantedServices(values: FormValues): Service[] {
  const ticked = valuesOf(values, "wanted").filter(isService);
  return SERVICES.filter((service) => ticked.includes(service));
}

/** The zone that the form's clock times were typed in: its first writer's, so that a colleague elsewhere publishes the same instants. */
export const postingZone = (values: FormValues): string => valueOf(values, "zone") || MARKET_ZONE;
