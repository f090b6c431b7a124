import { kindOf } from "../../services/registry";
import { isService, type Service, SERVICES } from "../../shared/vocabulary";
import {
  answer,
  flag,
  type FormField,
  list,
  money,
  number,
  rows,
  type RowsField,
  text,
  time,
  withoutRow,
  withRow,
} from "../../services/form-field";
import { type FormValues, valueOf, valuesOf } from "../../shared/form-state";
import { CARGO_LINES_MAX } from "../deal-choices";
import { lineCount, lineField } from "./cargo-lines";
import { CRITERIA_MAX, GATES_MAX } from "../../requests/request-choices";
import { MARKET_ZONE } from "../../shared/time";

/** What a button of the posting form asks for; each of them keeps everything that was typed. */
export type PostingIntent =
  | { readonly kind: "save" | "autosave" | "add-line" | "show-ways" | "show-providers" | "check" | "all-right" }
  | { readonly kind: "remove-line" | "find-code"; readonly line: number }
  /** `narrow-code` asks for what stands below a heading, which is no code that a line takes. */
  | { readonly kind: "take-code" | "narrow-code"; readonly line: number; readonly code: string }
  /** The list of gates, or one within a service's fields by its full name: `services.inspection.products`. */
  | { readonly kind: "add-row"; readonly list: string }
  | { readonly kind: "remove-row"; readonly list: string; readonly row: number }
  | { readonly kind: "take-hub"; readonly hubId: string }
  /** What was meant by the words in an end of the way. */
  | { readonly kind: "take-place"; readonly field: "originId" | "destinationId"; readonly placeId: string }
  /** An entry of the address book, and the first of the fields that it fills. */
  | { readonly kind: "take-entry"; readonly field: string; readonly entryId: string }
  | { readonly kind: "show-service"; readonly service: Service }
  /** Takes what the clerk suggests for a field. */
  | { readonly kind: "take"; readonly field: string };

const LIST = /^(?:gates|services\.\w{1,40}\.\w{1,40})$/;
const REMOVED_ROW = /^(gates|services\.\w{1,40}\.\w{1,40})\[(\d{1,3})\]$/;

const SERVICE_FIELD = /^services\.\w{1,40}\.\w{1,40}$/;
const ENTRY_ID = /^[\w-]{1,64}$/;

const SIMPLE = ["save", "autosave", "add-line", "show-ways", "show-providers", "check", "all-right"] as const;

/** Reads the value of the pressed button; anything else means "save". */
export function parseIntent(text: string): PostingIntent {
  const simple = SIMPLE.find((kind) => kind === text);
  if (simple) return { kind: simple };
  const [kind, detail = "", code = ""] = text.split(":");
  const line = /^\d{1,2}$/.test(detail) ? Number(detail) : null;
  if ((kind === "remove-line" || kind === "find-code") && line !== null) return { kind, line };
  if (kind === "take-code" && line !== null && /^\d{6,10}$/.test(code)) return { kind, line, code };
  if (kind === "narrow-code" && line !== null && /^\d{4}$/.test(code)) return { kind, line, code };
  if (kind === "add-row" && LIST.test(detail)) return { kind, list: detail };
  const [, list, row] = REMOVED_ROW.exec(detail) ?? [];
  if (kind === "remove-row" && list !== undefined) return { kind, list, row: Number(row) };
  if (kind === "take-hub" && detail.length > 0 && detail.length <= 64) return { kind, hubId: detail };
  if (kind === "take-place" && (detail === "originId" || detail === "destinationId") && ENTRY_ID.test(code))
    return { kind, field: detail, placeId: code };
  if (kind === "take-entry" && SERVICE_FIELD.test(detail) && ENTRY_ID.test(code))
    return { kind, field: detail, entryId: code };
  if (kind === "show-service" && isService(detail)) return { kind, service: detail };
  if (kind === "take" && detail.length > 0 && detail.length <= 120) return { kind, field: detail };
  return { kind: "save" };
}

const INTENT_LINE = /^cargo\[(\d{1,4})\]\.(.+)$/;

function withoutLine(values: FormValues, line: number): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const match = INTENT_LINE.exec(name);
      if (!match || Number(match[1]) < line) return [[name, value]];
      const at = Number(match[1]);
      return at === line ? [] : [[lineField(at - 1, match[2] as string), value]];
    }),
  );
}

/** The list's own table of fields; null where no service has such a list. */
function rowsOf(list: string): RowsField | null {
  if (list === GATES_FIELD.name) return GATES_FIELD;
  const [, service = "", name] = list.split(".");
  const field = isService(service) ? kindOf(service).specForm.find((one) => one.name === name) : undefined;
  return field?.as === "rows" ? field : null;
}

function withAddedRow(values: FormValues, list: string): FormValues {
  const field = rowsOf(list);
  return field ? withRow(values, list, { rowsMax: field.rowsMax, firstPart: field.rowFields[0].name }) : values;
}

/** The form's values after the button: a line or row more or less, or a hub or a code taken. The last line can be emptied, not removed. */
export function applyIntent(values: FormValues, intent: PostingIntent): FormValues {
  const lines = lineCount(values);
  switch (intent.kind) {
    case "add-line":
      return lines < CARGO_LINES_MAX ? { ...values, [lineField(lines, "description")]: "" } : values;
    case "remove-line":
      return intent.line < lines ? withoutLine(values, intent.line) : values;
    case "take-code":
      return intent.line < lines ? { ...values, [lineField(intent.line, "hsCode")]: intent.code } : values;
    case "add-row":
      return withAddedRow(values, intent.list);
    case "remove-row":
      return rowsOf(intent.list) ? withoutRow(values, intent.list, intent.row) : values;
    case "take-hub":
      return { ...values, hubId: intent.hubId };
    case "take-place":
      return { ...values, [intent.field]: intent.placeId };
    default:
      return values;
  }
}

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

/** The services that are ticked, in the order of every screen. */
export function wantedServices(values: FormValues): Service[] {
  const ticked = valuesOf(values, "wanted").filter(isService);
  return SERVICES.filter((service) => ticked.includes(service));
}

/** The zone that the form's clock times were typed in: its first writer's, so that a colleague elsewhere publishes the same instants. */
export const postingZone = (values: FormValues): string => valueOf(values, "zone") || MARKET_ZONE;
