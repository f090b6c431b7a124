import { always, type Asked, type DealSoFar, type Requirement, together, whole } from "../requirement";

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

const hasSide = (side: "export" | "import") => (asked: Asked) => asked("side") === side || asked("side") === "both";

/**
 * What a request for customs must name: a supervision mode where the goods are declared in China, the exporter of record with its code for
 * an export side and the importer of record for an import side; each side is declared in their names.
 */
export const customsRequired: readonly Requirement[] = [
  ...always("side"),
  {
    path: "supervisionMode",
    code: "supervision_mode_missing",
    isDue: (asked, deal) => isDeclaredInChina(asked("side"), deal) === true,
  },
  ...together("exporterOfRecord", ["name", "country"], { code: "exporter_missing", isDue: hasSide("export") }),
  { path: "exporterCode", code: "exporter_code_missing", isDue: hasSide("export") },
  ...whole("exporterOfRecord", ["name", "country"]),
  ...together("importerOfRecord", ["name", "country", "taxId"], { code: "importer_missing", isDue: hasSide("import") }),
  ...whole("importerOfRecord", ["name", "country", "taxId"], ["kpp"]),
  ...whole("borderResidents", ["persons"], ["days"]),
];
