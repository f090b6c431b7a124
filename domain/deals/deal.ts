import type { CargoLineInput, DealInput } from "./deal-schema";
import type { Direction } from "../shared/vocabulary";
import type { InlandMode, Mode } from "../hubs/place";
import type { LocalDate } from "../shared/time";
import type { Money } from "../shared/money";
import type { DangerousGoods } from "../services/dangerous-goods";
import type { IncotermRule } from "../tariff/incoterm";
import type { Shipment } from "../services/kind";

const MM3_PER_CM3 = 1000n;

/** The volume of `packages` equal packages in whole cm³, rounded up: a carrier never measures less than there is. */
export function volumeOf(dimensionsMm: { length: number; width: number; height: number }, packages: number): number {
  const mm3 = BigInt(dimensionsMm.length) * BigInt(dimensionsMm.width) * BigInt(dimensionsMm.height) * BigInt(packages);
  return Number((mm3 + MM3_PER_CM3 - 1n) / MM3_PER_CM3);
}

export type CargoTotals = { readonly packages: number; readonly grossWeightGrams: number; readonly volumeCm3: number };

/** Sums over the lines: packages, grams, cm³. */
export const cargoTotals = (cargo: readonly CargoLine[]): CargoTotals => ({
  packages: cargo.reduce((all, line) => all + line.packages, 0),
  grossWeightGrams: cargo.reduce((all, line) => all + line.grossWeightGrams, 0),
  volumeCm3: cargo.reduce((all, line) => all + line.volumeCm3, 0),
});

/** The whole line's volume in cm³: as given, or from the sides of one package. */
export const volumeOfLine = (line: Pick<CargoLineInput, "volumeCm3" | "dimensionsMm" | "packages">): number =>
  line.volumeCm3 ?? (line.dimensionsMm ? volumeOf(line.dimensionsMm, line.packages) : 0);

/** A line as it is kept: its volume reckoned, and null for everything that was not given. */
export const cargoLineOf = (line: CargoLineInput): CargoLine => ({
  ...line,
  volumeCm3: volumeOfLine(line),
  dimensionsMm: line.dimensionsMm ?? null,
  value: line.value ?? null,
  netWeightGrams: line.netWeightGrams ?? null,
  originCountry: line.originCountry ?? null,
  dangerousGoods: line.dangerousGoods ?? null,
  isStackable: line.isStackable ?? null,
  marks: line.marks ?? null,
});

/** Whether a cargo line says more than its figures: net weight, origin, dangerous goods, stacking or marks. */
export const hasNotes = ({ netWeightGrams, originCountry, dangerousGoods, isStackable, marks }: CargoLine): boolean =>
  [netWeightGrams, originCountry, dangerousGoods, isStackable, marks].some((note) => note !== null);

/** Cargo as visitors read it: marks may name the buyer or its brand, and like addresses they are for those with an account. */
export const withoutMarks = (cargo: readonly CargoLine[]): CargoLine[] =>
  cargo.map((line) => ({ ...line, marks: null }));

/** Whether the buyer named the hub or took the planner's suggestion for "any". */
export type HubChoice = "chosen" | "any";

export type CargoLine = {
  readonly description: string;
  /** 6 digits of the Harmonized System, or a country's 8 to 10. */
  readonly hsCode: string;
  readonly packages: number;
  /** UN/ECE Recommendation 21. */
  readonly packageType: string;
  readonly grossWeightGrams: number;
  /** Of the whole line, all its packages. */
  readonly volumeCm3: number;
  /** Of one package, where given instead of a volume. */
  readonly dimensionsMm: { readonly length: number; readonly width: number; readonly height: number } | null;
  readonly value: Money | null;
  /** Without packaging; never above gross. */
  readonly netWeightGrams: number | null;
  /** Where the goods were made, ISO 3166-1 alpha-2. */
  readonly originCountry: string | null;
  readonly dangerousGoods: DangerousGoods | null;
  readonly isStackable: boolean | null;
  /** What is written on the packages. */
  readonly marks: string | null;
};

/** A goods movement: what the services of its requests work on together. */
export type Deal = {
  readonly id: string;
  readonly reference: string;
  readonly buyerOrganisationId: string;
  readonly direction: Direction;
  readonly title: string;
  readonly incoterm: { readonly rule: IncotermRule; readonly place: string };
  readonly originId: string;
  readonly hubId: string;
  readonly hubChoice: HubChoice;
  readonly destinationId: string;
  readonly mode: Mode;
  /** By what they come to the border and go on from it; null where the mode itself says so. */
  readonly inlandMode: InlandMode | null;
  readonly readyDate: LocalDate;
  readonly goodsValue: Money;
  readonly cargo: readonly CargoLine[];
};

type PlannedLegs = { readonly legs?: readonly { readonly fromId: string; readonly toId: string }[] };

/** The countries of the two ends of the leg that crosses China's border; a place's id begins with its country's code. */
function borderCountriesOf({ legs = [] }: PlannedLegs): readonly string[] | undefined {
  const countries = legs.map(({ fromId, toId }) => [fromId.slice(0, 2), toId.slice(0, 2)]);
  return countries.find(([from, to]) => (from === "CN") !== (to === "CN"));
}

/** What the services of a deal may know of it; `countries` are those of its origin and destination. */
export const shipmentOf = (
  deal: Pick<Deal, "direction" | "mode" | "incoterm" | "goodsValue" | "readyDate" | "cargo"> &
    Partial<Pick<Deal | DealInput, "inlandMode">> & { readonly way?: PlannedLegs },
  countries: { readonly origin: string; readonly destination: string },
): Shipment => {
  const borderCountries = deal.way && borderCountriesOf(deal.way);
  return {
    ...(borderCountries ? { borderCountries } : {}),
    direction: deal.direction,
    mode: deal.mode,
    inlandMode: deal.inlandMode ?? null,
    goodsValue: deal.goodsValue,
    incotermRule: deal.incoterm.rule,
    readyDate: deal.readyDate,
    originCountry: countries.origin,
    destinationCountry: countries.destination,
    cargo: deal.cargo.map(({ hsCode, packages, packageType, value, dangerousGoods, originCountry, ...weights }) => ({
      ...{ hsCode, packages, packageType, value, dangerousGoods, originCountry },
      grossWeightGrams: weights.grossWeightGrams,
      netWeightGrams: weights.netWeightGrams,
      volumeCm3: weights.volumeCm3,
    })),
  };
};
