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
  /** The goods' value in US dollars by the day's rates, only where a spec is checked; left out where no rate is known, which a rule that needs it refuses. */
  readonly goodsValueUsd?: Money | undefined;
};

/** Weight in grams and volume in cm³ over the cargo lines. */
export function loadOf(cargo: readonly Pick<ShipmentCargo, "grossWeightGrams" | "volumeCm3">[]) {
  const sum = (measure: "grossWeightGrams" | "volumeCm3") => cargo.reduce((all, line) => all + line[measure], 0);
  return { grossWeightGrams: sum("grossWeightGrams"), volumeCm3: sum("volumeCm3") };
}

/** Distinct HS codes: one declared line each. */
export const hsLinesOf = (cargo: readonly Pick<ShipmentCargo, "hsCode">[]): number =>
  new Set(cargo.map((line) => line.hsCode)).size;

/** Totals over the cargo lines: those of `loadOf`, packages, and the declared lines. */
export const shipmentTotals = ({ cargo }: Pick<Shipment, "cargo">) => ({
  ...loadOf(cargo),
  packages: cargo.reduce((all, { packages }) => all + packages, 0),
  hsLines: hsLinesOf(cargo),
});
