import type { IncotermRule } from "@/domain/tariff/incoterm";
import type { Direction } from "@/domain/shared/direction";
import type { HubKind } from "@/domain/hubs/hub";
import type { DangerousGoods } from "./dangerous-goods";
import type { InlandMode, Mode } from "@/domain/hubs/place";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Money } from "@/domain/shared/money";

/** A cargo line as far as prices and rules of a service need it. */
export type ShipmentCargo = {
  readonly hsCode: string;
  readonly packages: number;
  readonly packageType: string;
  readonly grossWeightGrams: number;
  /** Without packing; left out or null where nobody has said it. */
  readonly netWeightGrams?: number | null;
  readonly volumeCm3: number;
  readonly value: Money | null;
  readonly dangerousGoods?: DangerousGoods | null;
  /** Where the goods were made; left out or null where nobody has said so. */
  readonly originCountry?: string | null;
};

/** Hubs as far as a spec may name others: the one that the deal takes, those there are, and those with a way of its mode. */
export type ShipmentHubs = {
  readonly takenId: string;
  readonly knownIds: ReadonlySet<string>;
  readonly passableIds: ReadonlySet<string>;
};

/** What a service kind may know of the deal it serves; countries are ISO 3166-1 alpha-2. */
export type Shipment = {
  readonly direction: Direction;
  readonly mode: Mode;
  readonly inlandMode: InlandMode | null;
  /** What it crosses the border at, where the caller knows; only rules of a spec ask for it. */
  readonly hubKind?: HubKind | undefined;
  readonly goodsValue: Money;
  /** The rule of Incoterms 2020 of the price; it says, too, how goods are insured by default. */
  readonly incotermRule: IncotermRule;
  readonly readyDate: LocalDate;
  readonly originCountry: string;
  readonly destinationCountry: string;
  /** The countries on either side of the crossing by which its way leaves or enters China; left out where no way is known. */
  readonly borderCountries?: readonly string[];
  readonly cargo: readonly ShipmentCargo[];
  /** Only where a spec is checked. */
  readonly hubs?: ShipmentHubs;
};

/** Totals over the cargo lines: weight in grams, volume in cm³, packages, and distinct HS codes (one declared line each). */
export function shipmentTotals({ cargo }: Shipment) {
  let grossWeightGrams = 0;
  let volumeCm3 = 0;
  let packages = 0;
  for (const line of cargo) {
    grossWeightGrams += line.grossWeightGrams;
    volumeCm3 += line.volumeCm3;
    packages += line.packages;
  }
  return { grossWeightGrams, volumeCm3, packages, hsLines: new Set(cargo.map((line) => line.hsCode)).size };
}
