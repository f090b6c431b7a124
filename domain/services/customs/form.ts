import { DUTY_UNITS, type DutyUnit } from "@/domain/tariff/duty-rate";
import { FORM_LINES } from "./choices";
import { type Asked, type DealSoFar, type Requirement, together } from "../requirement";
import { type FormField, thousandths } from "../form-field";
import { formOf, requiredBy } from "../member-list";
import { customsFields } from "./spec";

/** Units that the form asks a line for: all that tariffs count. */
export const FORM_UNITS = DUTY_UNITS;

/** The name of the field for a line's quantity. */
export const quantityName = (unit: DutyUnit, line: number): string => `${unit}OfLine${line}`;

/**
 * Whether the goods are declared to China's customs: an export side leaves China, an import side enters it, and a transit is declared
 * under no supervision mode. Null as long as the side or the deal's direction is not known.
 */
export function isDeclaredInChina(side: unknown, { direction }: DealSoFar): boolean | null {
  if (side === "both") return true;
  if (side === "transit") return false;
  if ((side !== "export" && side !== "import") || direction === undefined) return null;
  return side === direction;
}

const isTransit = (asked: Asked): boolean => asked("side") === "transit";
const hasSide = (side: "export" | "import") => (asked: Asked) => asked("side") === side || asked("side") === "both";

/**
 * What a request for customs must name: a supervision mode where the goods are declared in China, residents where these bring the goods in, the exporter of record with its code for
 * an export side and the importer of record for an import side; each side is declared in their names; and of a transit its country, its two offices, who declares it and
 * what secures the duties.
 */
export const customsRequired: readonly Requirement[] = [
  ...requiredBy(customsFields),
  {
    path: "supervisionMode",
    code: "supervision_mode_missing",
    isDue: (asked, deal) => isDeclaredInChina(asked("side"), deal) === true,
  },
  {
    path: "borderResidents.persons",
    code: "residents_missing",
    isDue: (asked) => asked("supervisionMode") === "mutual_trade",
  },
  ...together("transit", ["country", "departureOffice", "destinationOffice", "declarant", "guarantee"], {
    code: "transit_missing",
    isDue: isTransit,
  }),
  {
    path: "transit.guarantor",
    code: "guarantor_missing",
    isDue: (asked) => {
      const guarantee = asked("transit.guarantee");
      return isTransit(asked) && guarantee !== undefined && guarantee !== "operator_exempt";
    },
  },
  ...together("exporterOfRecord", ["name", "country"], { code: "exporter_missing", isDue: hasSide("export") }),
  { path: "exporterCode", code: "exporter_code_missing", isDue: hasSide("export") },
  ...together("importerOfRecord", ["name", "country", "taxId"], { code: "importer_missing", isDue: hasSide("import") }),
];

const QUANTITY_FIELDS = FORM_LINES.flatMap((line) =>
  FORM_UNITS.map((unit) => thousandths(quantityName(unit, line), `lineQuantities.${line}.${unit}`)),
);

/** The fields of a request for customs, and the members of its spec that they fill. */
export const customsSpecForm: readonly FormField[] = [...formOf(customsFields), ...QUANTITY_FIELDS];
