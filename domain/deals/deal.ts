import type { Direction } from "../shared/direction";
import type { InlandMode, Mode } from "../hubs/place";
import type { LocalDate } from "../shared/local-date";
import type { Money } from "../shared/money";
import type { DangerousGoods } from "../services/dangerous-goods";
import type { IncotermRule } from "../tariff/incoterm";
import type { Shipment } from "../services/shipment";
import type { DealInput } from "./deal-schema";

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
