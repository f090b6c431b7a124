import { PACKED_PERCENT_MIN } from "../../domain/services/inspection/check";
import { inspectionSpecSchema } from "../../domain/services/inspection/spec";
import { manDaysMilli } from "../../domain/services/inspection/work/work";
import { addDays, type LocalDate } from "../../domain/shared/local-date";
import type { Place } from "../../domain/hubs/place";
import { inspectedGoods } from "./inspected-goods";
import type { DemoCharge, DemoOrganisation } from "./market-data";
import { pick, type Random, wholeBetween } from "./random";

type Wire = Record<string, unknown>;

type Goods = { readonly lines: readonly Wire[]; readonly readyDate: string };

/** Days from the latest decision to the day that is wanted, at the least: an inspector is booked and travels. */
export const BOOKED_AHEAD_DAYS = 3;
/** Goods that are looked at before they are loaded are so this many days before they are ready to go. */
const BEFORE_READY_DAYS = 4;

/** The first day on which goods may be ready whose inspection is to be decided by then. */
export const readyAfterInspection = (decidedOn: LocalDate): LocalDate =>
  addDays(decidedOn, BOOKED_AHEAD_DAYS + BEFORE_READY_DAYS);

/** What the sample of goods is looked at for. */
export function checklistFor(hsCode: string): Wire {
  const { points, tests } = inspectedGoods(hsCode);
  return { checklist: points.map(({ item }) => item), ...(tests ? { specialTests: tests } : {}) };
}

/** Pieces in a package of goods that are packed by the piece, by chapter or subheading; of other goods a package is one. Estimates. */
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
  // Earphones in their boxes, of which a carton of 12 kg holds sixty.
  "851762": 60,
};

/** Where the goods are looked at: in a warehouse of who sells them, where they start from. A Chinese seller writes it in Chinese first. */
export function factoryAddress(
  random: Random,
  { country, name }: DemoOrganisation,
  origin: Pick<Place, "nameEn" | "nameZh">,
): string {
  const number = wholeBetween(random, 1, 40);
  const latin = `${name.latin}, Warehouse ${number}, ${origin.nameEn}`;
  const both = `${origin.nameZh}，${name.own} ${number} 号仓库 · ${latin}`;
  return (country === "CN" ? both : latin).slice(0, 300);
}

/** A request for inspection, four days before the goods are ready, with the cargo's lines as products of a few pieces a package. */
export function inspectionSpec(random: Random, { lines, readyDate }: Goods, factoryAddress: string): Wire {
  const type = pick(random, ["pre_shipment", "pre_shipment", "during_production", "container_loading"]);
  const level = pick(random, ["I", "II", "II", "II", "III"]);
  const isOfHighValue = pick(random, [1.5, 2.5, 2.5]) === 1.5;
  const chapterOf = (line: Wire) => String(line.hsCode).slice(0, 2);
  const lookedAt = checklistFor(String(lines[0]?.hsCode));
  return {
    type,
    factoryAddress,
    date: addDays(readyDate as never, type === "container_loading" ? 0 : -BEFORE_READY_DAYS),
    products: lines.map((line) => ({
      name: String(line.description).slice(0, 120),
      quantity: (line.packages as number) * (PIECES[String(line.hsCode).slice(0, 6)] ?? PIECES[chapterOf(line)] ?? 1),
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

/** What a provider of inspections promises: the man-days that the request comes to, which are those that its price is reckoned by. */
export function inspectionTerms(spec: Wire, { priceLevel = 1 }: Pick<DemoOrganisation, "priceLevel">): Wire {
  const asked = inspectionSpecSchema.parse(spec);
  const isThorough = priceLevel > 1;
  const manDays = manDaysMilli(asked);
  return {
    ...(manDays === null ? {} : { manDaysOfferedMilli: manDays }),
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

/** Within so many kilometres an inspector is at home; of one whose people there have an address that the market does not know so many are taken. */
const OWN_CITY_KM = 60;
const UNKNOWN_KM = 300;
const AT_HOME_CNY = { min: 0, typical: 40, max: 60 };
/** Beyond it the fare to the station and back, what a kilometre costs by rail or air both ways, and a far flight with its night, in yuan. Estimates. */
const FARE_CNY = 80;
const PER_KM_CNY = 0.9;
const FARTHEST_CNY = 2_600;

/** What the travel of a visit costs by how far the inspector's office is from the goods: little in its own city, a flight and a night far away. */
export function travelBand(km: number | null): Pick<DemoCharge, "min" | "typical" | "max" | "currency"> {
  if (km !== null && km <= OWN_CITY_KM) return { ...AT_HOME_CNY, currency: "CNY" };
  const typical = Math.min(FARTHEST_CNY, FARE_CNY + (km ?? UNKNOWN_KM) * PER_KM_CNY);
  return { min: typical * 0.9, typical, max: Math.min(FARTHEST_CNY, typical * 1.1), currency: "CNY" };
}
