import { isCarriageInPrice, PRICE_HOLDS } from "../../domain/tariff/excluded-charges";
import type { IncotermRule } from "../../domain/tariff/incoterm";
import type { Mode } from "../../domain/hubs/place";
import type { DemoService } from "./market-data";
import { pick, pickWeighted, type Random } from "./random";

export type Poster = "seller" | "buyer";

/**
 * On which sides who posts a deal has its broker declare, by weight: each its own first. Estimates. Chance has nobody ask for transit: the market's
 * deals come from China or go to it, and few pass a third country.
 */
const SIDES: Readonly<Record<Poster, readonly (readonly [string, number])[]>> = {
  seller: [
    ["export", 55],
    ["both", 40],
  ],
  buyer: [
    ["import", 55],
    ["both", 40],
  ],
};

/** On which side customs are asked for: on both only by who asks for the haul between them as well. */
export const drawSide = (random: Random, poster: Poster, services: readonly DemoService[]): string =>
  pickWeighted(
    random,
    SIDES[poster].filter(([side]) => side !== "both" || services.includes("logistics")),
    ([, weight]) => weight,
  )[0];

type Asked = {
  readonly poster: Poster;
  readonly mode: Mode;
  readonly services: readonly DemoService[];
  /** On which side of the border customs are asked for; none where they are not. */
  readonly side: string | null;
  /** Whether the goods go to a port, and not on from there to a town inland. */
  readonly isToPort: boolean;
};

/**
 * The rule of Incoterms 2020 under which somebody asks for just this: a seller who clears the import delivers duty paid, a buyer who clears
 * the export takes the goods at the works; FOB is of goods that are handed over aboard, and not of a haul from the door; CFR and CIF end at a
 * port, and who sells to a town beyond it pays the carriage under CPT or CIP.
 */
export function drawRule(random: Random, { poster, mode, services, side, isToPort }: Asked): IncotermRule {
  const isCarried = services.includes("logistics");
  if (poster === "seller") {
    if (side === "both" || side === "import") return "DDP";
    if (mode !== "sea") return pick(random, ["CPT", "CIP", "DAP", "DAP"]);
    return pick(random, isToPort ? ["CIF", "CIF", "CFR", "DAP"] : ["CIP", "CIP", "CPT", "DAP"]);
  }
  if (side === "both" || side === "export") return "EXW";
  return mode === "sea" && !isCarried ? "FOB" : "FCA";
}

/** Rules under which the seller brings the goods to their named place, which is the consignee's. */
const DELIVERED: readonly IncotermRule[] = ["DAP", "DPU", "DDP"];

export type Handover = "door" | "terminal";

/** How often goods are asked for at the door where the rule leaves it open: a container is often fetched at its port or station, an air pallet at the airport a little more often than not. Estimates. */
const DOOR_SHARE: Readonly<Record<Mode, number>> = { road: 1, rail: 0.35, sea: 0.35, air: 0.4 };

/**
 * Where the carrier hands the goods over: at the door by truck, wherever the seller delivers, and inland of a port; under CFR and CIF at the port; else
 * as who asks likes.
 */
export function drawDelivery(
  random: Random,
  { rule, mode, isToPort }: Pick<Asked, "mode" | "isToPort"> & { readonly rule: IncotermRule },
): Handover {
  if (rule === "CFR" || rule === "CIF") return "terminal";
  const isDoor = DELIVERED.includes(rule) || (mode === "sea" && !isToPort);
  return isDoor || random() < DOOR_SHARE[mode] ? "door" : "terminal";
}

/** A name in Chinese and in English. */
type Names = readonly [zh: string, en: string];
type Ends = { readonly origin: Names; readonly destination: Names; readonly portOfLoading: Names };

/** What a place of handover is called where it is not the town itself. */
const TERMINALS: Readonly<Partial<Record<Mode, Names>>> = { rail: ["站", " station"], air: ["机场", " airport"] };

/** The named place of a deal's rule: the port of loading under FOB, where the goods start up to there, else the town or the terminal where carriage ends. */
export function namedPlace(
  { rule, mode, deliverAt }: { readonly rule: IncotermRule; readonly mode: Mode; readonly deliverAt: Handover },
  { origin, destination, portOfLoading }: Ends,
): string {
  const [endZh, endEn] = (deliverAt === "terminal" && TERMINALS[mode]) || ["", ""];
  if (rule === "FOB") return portOfLoading.join(" · ");
  return isCarriageInPrice(rule) ? `${destination[0]}${endZh} · ${destination[1]}${endEn}` : origin.join(" · ");
}

/**
 * What of the value of goods insurance to the border is, carriage to it and beyond on a way that the market has no price of, and what a delivery
 * within the town at the border costs at the least, in ten-thousandths. Estimates.
 */
export const BY_BORDER_BPS = { freight: 450, beyond: 150, insurance: 30, local: 20 };
/** From the works to the port where goods are handed over for a ship or a flight. */
const INLAND_BPS = 120;

/** The carriage that a price holds, at the most: nobody sells goods delivered whose way costs more of it. An estimate. */
const HELD_FREIGHT_MOST_BPS = 4_000;

/** What the country of arrival takes of goods whose price holds it: duty of the value and tax of both in ten-thousandths, and its fee in minor units of the price's currency. */
export type TaxesInPrice = { readonly dutyBps: number; readonly vatBps: number; readonly fee: number };

/** What carriage to the border of the country of arrival, the way beyond it and insurance cost by a deal's own haul, in minor units of the price's currency. */
export type ByBorder = {
  readonly freight: number;
  readonly beyond: number;
  readonly insurance: number;
  /** By sea and air the main leg lies between the two borders; over land they are one. */
  readonly isOverLand: boolean;
  readonly taxes: TaxesInPrice;
};

type Priced = { readonly rule: IncotermRule; readonly values: readonly number[]; readonly byBorder: ByBorder };

/** The goods with carriage to the border of the country of arrival, without what the price holds beyond it: the way on, and duty, tax and fee under DDP. */
function atBorder({ rule, byBorder }: Pick<Priced, "rule" | "byBorder">, whole: number): number {
  const { freight, beyond, taxes } = byBorder;
  const holds = PRICE_HOLDS[rule];
  if (!holds.freight) return whole + freight;
  const held = Math.min(1, (whole * HELD_FREIGHT_MOST_BPS) / 10_000 / (freight + beyond));
  const dutiable = whole - (holds.onward ? beyond * held : 0);
  return holds.duties ? (dutiable - taxes.fee) / (1 + taxes.dutyBps / 10_000) / (1 + taxes.vatBps / 10_000) : dutiable;
}

/**
 * What a declaration states of each of a deal's lines, in the price's currency. Of goods that come in: with carriage and insurance to the border,
 * without what lies beyond it. Of goods that leave: at the place where they go out of the country, without carriage and insurance beyond it. Over
 * land both are one border, so that the two differ by the insurance alone; by sea and air they differ by the main leg too.
 */
export function statedValues(priced: Priced, side: "export" | "import" | "transit"): number[] {
  const { rule, values, byBorder } = priced;
  const whole = values.reduce((sum, value) => sum + value, 0);
  const holds = PRICE_HOLDS[rule];
  const { freight, insurance, isOverLand } = byBorder;
  const entering = atBorder(priced, whole) + (holds.insurance ? 0 : insurance);
  const mainLeg = holds.freight ? Math.min(freight, (whole * HELD_FREIGHT_MOST_BPS) / 10_000) : freight;
  const inland = rule === "EXW" && !isOverLand ? (whole * INLAND_BPS) / 10_000 : 0;
  const leaving = entering - insurance - (isOverLand ? 0 : mainLeg - inland);
  const stated = side === "import" ? entering : leaving;
  return values.map((value) => (value * stated) / whole);
}

/**
 * What a request for clearance names beside a price: carriage and insurance to the border where the price does not hold them, and what of it lies
 * after the border, so that the value that its bids reckon with is the one that is declared.
 */
export function commercialTerms({ rule, byBorder }: Pick<Priced, "rule" | "byBorder">, whole: number) {
  const after = isCarriageInPrice(rule) ? Math.round(whole - atBorder({ rule, byBorder }, whole)) : 0;
  return {
    ...(isCarriageInPrice(rule) ? {} : { freightToBorder: byBorder.freight }),
    ...(PRICE_HOLDS[rule].insurance ? {} : { insuranceToBorder: byBorder.insurance }),
    ...(after > 0 ? { includedAfterBorder: after } : {}),
  };
}

/** The same for a clearance of exports alone, whose border is the exit: carriage to it where the price lacks it, and freight and insurance beyond it where the price holds them. */
export function termsAtExit(priced: Pick<Priced, "rule" | "byBorder">, whole: number) {
  const [leaving = whole] = statedValues({ ...priced, values: [whole] }, "export");
  const beyond = Math.round(whole - leaving);
  if (beyond === 0) return {};
  return beyond > 0 ? { includedAfterBorder: beyond } : { freightToBorder: -beyond };
}
