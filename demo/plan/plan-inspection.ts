import { MADE_GOODS } from "./checklists-made-goods";
import type { InspectedGoods, Measured, Point, Weighed } from "./checklist-points";
import { RAW_GOODS } from "./checklists-raw-goods";
import { type Random, between, pick, wholeBetween } from "./random";
import type { PhotoSubject } from "../../domain/services/inspection/choices";
import { PACKED_PERCENT_MIN } from "../../domain/services/inspection/kind";
import { inspectionSpecSchema } from "../../domain/services/inspection/schema";
import {
  PACKED_WORKING_DAYS_BEFORE,
  WORKING_DAYS_BEFORE_LOADING,
  workingDaysBetween,
} from "../../domain/services/inspection/due";
import { MINUTES_PER_MAN_DAY, inspectorsForOneDay } from "../../domain/services/inspection/man-days";
import { manDaysMilli } from "../../domain/services/inspection/work";
import { addDays, isWeekend, type LocalDate } from "../../domain/shared/time";
import type { Place } from "../../domain/hubs/place";
import { factoryDay, isFactoryDay } from "./factory-days";
import type { DemoCharge, DemoOrganisation } from "./market-data";

const CHECKLISTS: readonly InspectedGoods[] = [...RAW_GOODS, ...MADE_GOODS];

/** What is looked at on goods of a code. */
export const inspectedGoods = (hsCode: string): InspectedGoods =>
  CHECKLISTS.find(({ codes }) => codes.test(hsCode)) ?? (CHECKLISTS.at(-1) as InspectedGoods);

const isFigures = (measured: Measured): measured is readonly [number, number, number, number, string] =>
  typeof measured[0] === "number";

const written = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** What an inspector writes of a point on goods in order: the least and the most that was read, or words; of the number of pieces the number. */
export function readingOf(random: Random, { measured }: Point, pieces: number): string {
  if (!isFigures(measured))
    return measured.length === 0 ? `${pieces.toLocaleString("en-US")} 件 · pcs` : pick(random, measured);
  const [min, max, spread, digits, unit] = measured;
  const least = between(random, min, Math.max(min, max - spread));
  const most = least + spread * between(random, 0.5, 1);
  const [from, to] = [written(least, digits), written(most, digits)];
  return from === to ? `${from} ${unit}` : `${from}${min < 0 ? " … " : "–"}${to} ${unit}`;
}

/** Pieces in a package as goods are packed for the market's routes, and checks that an inspector makes on each piece. Estimates. */
type InspectedUnit = { readonly pieces: number; readonly checks: number };

const unit = (pieces: number, checks: number): InspectedUnit => ({ pieces, checks });

/** What is packed by the package, and has nothing of its own: three checks a unit, as the rule has it where nothing else is said. */
const PLAIN = unit(1, 3);

/** By the first digits of the code, of which the longest holds. */
const UNITS: Readonly<Record<string, InspectedUnit>> = {
  // Cartons of fish and bags of seed are opened and looked at once; fruit is the quickest.
  ...{
    "03": unit(1, 2),
    "04": unit(1, 2),
    "07": unit(1, 1),
    "08": unit(1, 1),
    "09": unit(1, 1),
    "11": unit(1, 1),
    "12": unit(1, 1),
  },
  ...{ "38": unit(1, 1), "39": unit(12, 3), "4001": unit(34, 1), "4011": unit(1, 2), "42": unit(10, 3) },
  // Boards and sheets of a bundle, by what one weighs.
  ...{ "4407": unit(60, 2), "4408": unit(280, 1), "4409": unit(80, 2), "4411": unit(23, 2), "4412": unit(42, 2) },
  ...{ "47": unit(1, 1), "51": unit(1, 2), "52": unit(1, 2) },
  // A roll is unwound under the lamp.
  ...{
    "54": unit(1, 8),
    "60": unit(1, 8),
    "61": unit(24, 3),
    "6115": unit(200, 2),
    "62": unit(12, 3),
    "64": unit(12, 3),
  },
  ...{ "6902": unit(110, 2), "6907": unit(140, 2), "72": unit(1, 4), "7214": unit(200, 1), "73": unit(1, 2) },
  ...{ "7318": unit(500, 1), "82": unit(12, 3) },
  // Machines and vehicles are run; small electrics are switched on.
  ...{ "84": unit(1, 12), "8467": unit(6, 6), "8471": unit(5, 8), "85": unit(20, 6), "8516": unit(10, 6) },
  ...{ "8507": unit(160, 4), "8517": unit(30, 6), "8524": unit(2_000, 3), "8534": unit(100, 3), "8539": unit(50, 3) },
  // Earphones in their boxes, of which a carton of 12 kg holds sixty.
  ...{ "851762": unit(60, 4), "8541": unit(31, 4), "8545": unit(2, 6) },
  ...{ "87": unit(1, 12), "8708": unit(10, 3), "8714": unit(20, 2) },
  ...{ "94": unit(1, 8), "95": unit(12, 3), "96": unit(24, 2), "9607": unit(2_000, 1) },
};

/** What is sold by the bag or the big bag, which is opened once and counts as the piece. */
const BAGS = new Set(["BG", "43"]);
const BAG = unit(1, 1);

/** How goods of a code are packed in a type of package and looked at. */
export function inspectedUnit(hsCode: string, packageType: unknown): InspectedUnit {
  if (BAGS.has(String(packageType))) return BAG;
  for (let digits = hsCode.length; digits >= 2; digits--) {
    const found = UNITS[hsCode.slice(0, digits)];
    if (found) return found;
  }
  return PLAIN;
}

/** Goods in bulk, loose in a wagon or a tank: there is no unit to draw, so a sample goes to a laboratory. */
const BULK_PACKAGES = new Set(["VL", "VO", "VR"]);
const isBulk = (packageType: unknown): boolean => BULK_PACKAGES.has(String(packageType));

type Wire = Record<string, unknown>;

type Goods = {
  readonly lines: readonly Wire[];
  readonly readyDate: string;
  /** Where they are made (ISO alpha-2): its factories' days count. */
  readonly country: string;
  /** Whether nobody watches the loading: too few inspectors are near, or the goods go with others', and who collects them loads them. */
  readonly isUnwatched?: boolean;
  readonly manufacturer?: string;
};

/** Days from the latest decision to the day that is wanted, at the least: an inspector is booked and travels. */
export const BOOKED_AHEAD_DAYS = 3;
/** Goods are half made a week before they are ready to go, and a laboratory has its sample by then; at the latest so many days before. Estimates. */
const IN_PRODUCTION_DAYS = { usual: 7, latest: 5 } as const;

type Decided = { readonly country: string; readonly decidedOn: LocalDate; readonly from?: LocalDate };

/** From a day on the first on which goods may be ready whose inspection is to be decided by another: with a day before on which the country's factories work. */
export function readyAfterInspection({ country, decidedOn, from = decidedOn }: Decided): LocalDate {
  const least = addDays(decidedOn, BOOKED_AHEAD_DAYS + IN_PRODUCTION_DAYS.usual);
  let ready = from > least ? from : least;
  const areWorked = (readyDate: LocalDate) =>
    [packedDay({ readyDate, country }), halfMadeDay({ readyDate, country }), readyDate].every((day) =>
      isFactoryDay(day, country),
    );
  while (!areWorked(ready)) ready = addDays(ready, 1);
  return ready;
}

/** How far what one piece weighs lies apart, as a share of it. An estimate. */
const WEIGHED_APART = 0.012;

/** A point on a weight with the cargo's own: at least what the lightest line has where less is short weight, else about it. */
function weightPoint({ item, digits, isLeast }: Weighed, lines: readonly Wire[]): Point {
  const kgOf = ({ hsCode, packageType, packages, netWeightGrams }: Wire) =>
    Number(netWeightGrams) / 1_000 / Number(packages) / inspectedUnit(String(hsCode), packageType).pieces;
  const unit = 10 ** digits;
  const kg = Math.floor(Math.min(...lines.map(kgOf)) * unit) / unit;
  const [min, max] = isLeast ? [kg, kg * (1 + WEIGHED_APART)] : [kg * (1 - WEIGHED_APART), kg * (1 + WEIGHED_APART)];
  return {
    item: isLeast ? { ...item, tolerance: `≥ ${kg.toFixed(digits)} kg` } : item,
    measured: [min, max, (max - min) / 2, digits, "kg"],
  };
}

/** What the sample of a deal's goods is looked at for, with what is read of goods in order. */
export const pointsOf = (lines: readonly Wire[]): Point[] =>
  inspectedGoods(String(lines[0]?.hsCode)).points.map((one) => ("digits" in one ? weightPoint(one, lines) : one));

/** The checklist of a request for an inspection of a deal's goods. */
function checklistFor(lines: readonly Wire[]): Wire {
  const hsCode = String(lines[0]?.hsCode);
  const { tests } = inspectedGoods(hsCode);
  const { checks } = inspectedUnit(hsCode, lines[0]?.packageType);
  return {
    checklist: pointsOf(lines).map(({ item }) => item),
    checksPerUnit: checks,
    ...(tests ? { specialTests: tests } : {}),
  };
}

/** What is measured of goods in bulk, which a laboratory does: moisture, purity and what is counted by its standard. An estimate. */
const BULK_TESTS = 3;

/** Of goods that are made, so much is ready in the middle of their production. */
const MADE_PERCENT = 50;
/** Of fewer pieces half would not hold the sample. */
const LEAST_IN_PRODUCTION = 500;

/** Whether somebody makes goods of a chapter piece by piece, so that there is a production to look at: no fish, fruit, ores, wood or pulp. */
function isManufactured(hsCode: string): boolean {
  const chapter = Number(hsCode.slice(0, 2));
  return chapter >= 54 || chapter === 39 || chapter === 42;
}

type AskedType = "pre_shipment" | "during_production" | "container_loading" | "lab_test";

/** What buyers want photos of: what the report is read for. */
const PHOTOS_WANTED: Readonly<Record<AskedType, readonly PhotoSubject[]>> = {
  pre_shipment: ["product", "packing", "marks"],
  during_production: ["product", "packing", "marks"],
  container_loading: ["empty_container", "half_loaded", "fully_loaded", "doors_sealed"],
  lab_test: ["product"],
};

type Ready = { readonly readyDate: LocalDate; readonly country: string };

/** When goods are packed by four fifths and what is found can still be mended: two working days before they are ready, or three or one where the factories rest then. */
function packedDay({ readyDate, country }: Ready): LocalDate {
  const before = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(readyDate, -days));
  const fitting = [WORKING_DAYS_BEFORE_LOADING, PACKED_WORKING_DAYS_BEFORE, 1].flatMap((count) =>
    before.filter((day) => workingDaysBetween(day, readyDate) === count),
  );
  const worked = fitting.filter((day) => isFactoryDay(day, country));
  return worked.find((day) => !isWeekend(day)) ?? worked[0] ?? (fitting[0] as LocalDate);
}

/** When goods are half made: a week before they are ready, or the next day on which the country's factories work. */
const halfMadeDay = ({ readyDate, country }: Ready): LocalDate =>
  factoryDay(addDays(readyDate, -IN_PRODUCTION_DAYS.usual), {
    country,
    last: addDays(readyDate, -IN_PRODUCTION_DAYS.latest),
  });

/** The day that is wanted: that of the loading where it is watched, and else when the goods are as far as the type needs them. */
function wantedDay(type: AskedType, ready: Ready): LocalDate {
  if (type === "container_loading") return ready.readyDate;
  return type === "pre_shipment" ? packedDay(ready) : halfMadeDay(ready);
}

/** Of an address of goods that are ready that of goods that are still being made: they stand in a workshop. */
const inWorkshop = (address: string): string =>
  address.replace("号仓库", "号车间").replace(", Warehouse ", ", Workshop ");

/** Where the goods are looked at: in a warehouse of who sells them, where they start from. In Chinese first; a foreign company keeps its own name in it. */
export function factoryAddress(
  random: Random,
  { country, name }: DemoOrganisation,
  origin: Pick<Place, "nameEn" | "nameZh">,
): string {
  const number = wholeBetween(random, 1, 40);
  const latin = `${name.latin}, Warehouse ${number}, ${origin.nameEn}`;
  const inChinese = `${origin.nameZh}，${country === "CN" ? name.own : name.latin} ${number} 号仓库`;
  return `${inChinese} · ${latin}`.slice(0, 300);
}

/** Who makes goods, as reports name it: a Chinese company in both languages. */
export const manufacturerOf = ({ country, name }: DemoOrganisation): string =>
  (country === "CN" ? `${name.own} · ${name.latin}` : name.latin).slice(0, 160);

/** A request for inspection, on the day on which the goods are as far as its type needs them, with the cargo's lines as products of a few pieces a package. */
export function inspectionSpec(
  random: Random,
  { lines, readyDate, country, manufacturer, isUnwatched = false }: Goods,
  factoryAddress: string,
): Wire {
  const drawn = pick(random, ["pre_shipment", "pre_shipment", "during_production", "container_loading"] as const);
  const level = pick(random, ["I", "II", "II", "II", "III"]);
  const isOfHighValue = pick(random, [1.5, 2.5, 2.5]) === 1.5;
  const products = lines.map((line) => ({
    name: String(line.description).slice(0, 120),
    quantity: (line.packages as number) * inspectedUnit(String(line.hsCode), line.packageType).pieces,
  }));
  const pieces = products.reduce((sum, { quantity }) => sum + quantity, 0);
  const hsCode = String(lines[0]?.hsCode);
  const isInProduction = isManufactured(hsCode) && pieces >= LEAST_IN_PRODUCTION;
  const isPossible = drawn === "container_loading" ? !isUnwatched : drawn !== "during_production" || isInProduction;
  const onGoods = isPossible ? drawn : "pre_shipment";
  const type = lines.some(({ packageType }) => isBulk(packageType)) ? "lab_test" : onGoods;
  const date = wantedDay(type, { readyDate: readyDate as LocalDate, country });
  const asked = {
    type,
    ...(manufacturer ? { manufacturer } : {}),
    factoryAddress: type === "during_production" ? inWorkshop(factoryAddress) : factoryAddress,
    date,
    reportLanguage: "en",
    holdRule: isOfHighValue ? "hold_both" : "ask_buyer",
  };
  if (type === "lab_test") return { ...asked, labTests: BULK_TESTS, photosWanted: PHOTOS_WANTED[type] };
  return {
    ...asked,
    products,
    // Loading is watched: no sample is drawn by an acceptable quality limit.
    ...(type === "container_loading"
      ? {}
      : {
          ...{ standard: "iso-2859-1", level, aqlPreset: isOfHighValue ? "high_value" : "usual" },
          ...checklistFor(lines),
        }),
    // How much has to be packed is a condition of an inspection before shipment; in production and at the loading nothing asks for it.
    ...(type === "during_production" ? { madePercent: MADE_PERCENT } : {}),
    ...(type === "pre_shipment" ? { packedPercent: PACKED_PERCENT_MIN } : {}),
    photosWanted: PHOTOS_WANTED[type],
  };
}

/** What every inspector promises: a report within so many hours of leaving the site. */
export const REPORT_HOURS = 24;

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
    reportHours: REPORT_HOURS,
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

/**
 * Whole minutes that the inspectors of a visit stay side by side: equal parts of `more` times the planned minutes, or of the man-days that were
 * sold where those are fewer, so that nobody works an hour that was not sold. All of them where nothing is counted by units.
 */
export function stayMinutes(
  planned: { readonly minutes: number | null; readonly manDaysMilli: number },
  more: number,
): number {
  const sold = (planned.manDaysMilli * MINUTES_PER_MAN_DAY) / 1000;
  return Math.floor(Math.min(sold, (planned.minutes ?? sold) * more) / inspectorsForOneDay(planned.manDaysMilli));
}

type Unit = { readonly minor: number; readonly currency: string };

/**
 * What a bid names for another visit: the man-days and the travel of the first, since as much is looked at again. Nothing where nobody is on
 * site.
 */
export function anotherVisit(charges: readonly Wire[], spec: Wire): Wire[] {
  const manDays = manDaysMilli(inspectionSpecSchema.parse(spec));
  const priceOf = (code: string) => charges.find((line) => line.code === code)?.unitPrice as Unit | undefined;
  const [day, travel] = [priceOf("MND"), priceOf("TRV")];
  if (manDays === null || !day) return [];
  const minor = Math.round((day.minor * manDays) / 1000) + (travel?.minor ?? 0);
  return [{ code: "MND", basis: "reinspection", unitPrice: { minor, currency: day.currency } }];
}
