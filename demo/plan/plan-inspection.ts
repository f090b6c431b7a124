import { PACKED_PERCENT_MIN } from "../../domain/services/inspection/check";
import { inspectionSpecSchema } from "../../domain/services/inspection/spec";
import { manDaysMilli } from "../../domain/services/inspection/work/work";
import { addDays } from "../../domain/shared/local-date";
import type { DemoOrganisation } from "./market-data";
import { pick, type Random } from "./random";

type Wire = Record<string, unknown>;

type Goods = { readonly lines: readonly Wire[]; readonly readyDate: string };

/** What the sample is looked at for, by the chapters of the goods; loading is watched, and has no checklist of units. */
const LOOKED_AT: readonly { readonly chapters: RegExp; readonly by: Wire }[] = [
  {
    chapters: /^(0[1-9]|1\d|2[0-4])/,
    by: {
      checklist: [{ code: "quantity" }, { code: "weight" }, { code: "moisture" }, { code: "odour", isCritical: true }],
    },
  },
  {
    chapters: /^(5\d|60)/,
    by: {
      checklist: [
        { code: "quantity" },
        { code: "dimensions" },
        { code: "weight" },
        { code: "colour", isCritical: true },
      ],
    },
  },
  {
    chapters: /^(2[5-9]|3[0-8]|4[0-9]|7\d)/,
    by: {
      checklist: [
        { code: "quantity" },
        { code: "dimensions" },
        { code: "appearance" },
        { code: "material", isCritical: true },
      ],
    },
  },
  {
    chapters: /^(84|86|87|89)/,
    by: {
      checklist: [
        { code: "quantity" },
        { code: "appearance" },
        { code: "label" },
        { code: "function", isCritical: true },
      ],
      specialTests: [{ test: "function", level: "S-1" }],
    },
  },
  {
    chapters: /./,
    by: {
      checklist: [{ code: "quantity" }, { code: "workmanship" }, { code: "function", isCritical: true }],
      specialTests: [{ test: "carton_drop", level: "S-1" }],
    },
  },
];

/** Pieces in a package of goods that are packed by the piece; of other goods a package is one. Estimates. */
const PIECES: Readonly<Record<string, number>> = {
  "39": 12,
  "42": 10,
  "61": 24,
  "62": 12,
  "64": 12,
  "82": 12,
  "85": 20,
  "95": 12,
  "96": 24,
};

/** A request for inspection, four days before the goods are ready, with the cargo's lines as products of a few pieces a package. */
export function inspectionSpec(random: Random, { lines, readyDate }: Goods, factoryAddress: string): Wire {
  const type = pick(random, ["pre_shipment", "pre_shipment", "during_production", "container_loading"]);
  const level = pick(random, ["I", "II", "II", "II", "III"]);
  const isOfHighValue = pick(random, [1.5, 2.5, 2.5]) === 1.5;
  const chapterOf = (line: Wire) => String(line.hsCode).slice(0, 2);
  const lookedAt = LOOKED_AT.find(({ chapters }) => chapters.test(chapterOf(lines[0] ?? {})))?.by ?? {};
  return {
    type,
    factoryAddress,
    date: addDays(readyDate as never, type === "container_loading" ? 0 : -4),
    products: lines.map((line) => ({
      name: String(line.description).slice(0, 120),
      quantity: (line.packages as number) * (PIECES[chapterOf(line)] ?? 1),
    })),
    // Loading is watched: no sample is drawn by an acceptable quality limit.
    ...(type === "container_loading"
      ? {}
      : { standard: "iso-2859-1", level, aqlPreset: isOfHighValue ? "high_value" : "usual", ...lookedAt }),
    // How much has to be packed is a condition of an inspection before shipment; in production and at the loading nothing asks for it.
    ...(type === "pre_shipment" ? { packedPercent: PACKED_PERCENT_MIN } : {}),
    photosWanted: ["product", "packing", "marks"],
    reportLanguage: "en",
    holdRule: isOfHighValue ? "hold_both" : "ask_buyer",
  };
}

/** What a provider of inspections promises: the request's own man-days, and half a day more from those at the upper end of prices. */
export function inspectionTerms(spec: Wire, { priceLevel = 1 }: Pick<DemoOrganisation, "priceLevel">): Wire {
  const asked = inspectionSpecSchema.parse(spec);
  const isThorough = priceLevel > 1;
  const manDays = manDaysMilli(asked);
  return {
    ...(manDays === null ? {} : { manDaysOfferedMilli: manDays + (isThorough ? 500 : 0) }),
    inspectorGrade: isThorough ? "senior" : "inspector",
    inspectorLanguages: ["zh-CN", "en"],
    accreditationType: "A",
    dateSlots: [asked.date, addDays(asked.date, 1)],
    reportHours: 24,
    reportLanguage: "en",
    cancellationHours: isThorough ? 24 : 48,
    isImpartial: true,
  };
}
