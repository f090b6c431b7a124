import {
  type FormField,
  type RowsField,
  answer,
  flag,
  list,
  money,
  number,
  rows,
  text,
  time,
} from "../../services/form-field";
import { CRITERIA_MAX, GATES_MAX } from "../../requests/terms";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";
import { isService, SERVICES, type Service } from "../../shared/service";
import { MARKET_ZONE } from "../../shared/local-date";
import { CARGO_LINES_MAX } from "../deal-schema";

/** How the fields of "route and goods" fill the wire form of a deal; the direction follows from the two ends. */
export const ROUTE_FIELDS: readonly FormField[] = [
  text("title"),
  text("originId"),
  text("destinationId"),
  text("mode"),
  text("inlandMode"),
  text("hubId"),
  text("incotermRule", "incoterm.rule"),
  text("incotermPlace", "incoterm.place"),
  text("readyDate"),
  money("goodsValue", "goodsValue", "goodsCurrency"),
];

/** Fields of a cargo line that are taken as they are; its measures are read apart. */
export const LINE_FIELDS: readonly FormField[] = [
  text("description"),
  text("hsCode"),
  number("packages"),
  text("packageType"),
  money("value", "value", "goodsCurrency"),
  text("originCountry"),
  text("unNumber", "dangerousGoods.unNumber"),
  text("hazardClass", "dangerousGoods.hazardClass"),
  text("packingGroup", "dangerousGoods.packingGroup"),
  answer("isStackable"),
  text("marks"),
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
export const GATES_FIELD: RowsField = rows("gates", GATES_MAX, [text("question"), text("mustBe")]);

export const BIDDING_FIELDS: readonly FormField[] = [
  text("bidMode", "mode"),
  time("closesAt"),
  time("decideBy"),
  text("comparisonCurrency", "currency"),
  flag("mayCloseEarly"),
  flag("twoPersonOpening"),
  text("visibility"),
  list("invited", "invitedIds"),
  text("feedback"),
  number("negotiationRounds"),
  time("questionsUntil"),
  rows("criteria", CRITERIA_MAX, [text("kind"), text("title"), number("weight")]),
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
