import type { IncotermRule } from "../../domain/tariff/incoterm";
import type { Mode } from "../../domain/hubs/place";
import type { DemoService } from "./market-data";
import { pick, pickWeighted, type Random } from "./random";

export type Poster = "seller" | "buyer";

/**
 * On which sides who posts a deal has its broker declare, by weight: each its own first. Estimates. Nobody asks for transit: the market's
 * deals come from China or go to it, and none passes through it between two other countries.
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
};

/**
 * The rule of Incoterms 2020 under which somebody asks for just this: a seller who clears the import delivers duty paid, a buyer who clears
 * the export takes the goods at the works; FOB is of goods that are handed over aboard, and not of a haul from the door.
 */
export function drawRule(random: Random, { poster, mode, services, side }: Asked): IncotermRule {
  const isCarried = services.includes("logistics");
  if (poster === "seller") {
    if (side === "both" || side === "import") return "DDP";
    return pick(random, mode === "sea" ? ["CIF", "CIF", "CFR", "DAP"] : ["CPT", "CIP", "DAP", "DAP"]);
  }
  if (side === "both" || side === "export") return "EXW";
  return mode === "sea" && !isCarried ? "FOB" : "FCA";
}

/** Whether the price holds the carriage to the border. */
export const isCarriageInPrice = (rule: IncotermRule): boolean => !["EXW", "FCA", "FAS", "FOB"].includes(rule);

/** What of the value of goods insurance to the border is, and carriage on a way that the market has no price of, in ten-thousandths. Estimates. */
export const TO_BORDER_BPS = { freight: 450, insurance: 30 };
/** From the works to where goods are handed over for the way, and from the border of the far side to the consignee; and duty with tax in a price duty paid. */
const INLAND_BPS = 120;
const BEYOND_BPS = 150;
const DUTIES_BPS = 900;

/** The carriage to the border that a price holds, at the most: nobody sells goods delivered whose way costs more of it. An estimate. */
const HELD_FREIGHT_MOST_BPS = 4_000;

/** Of a price what goes beyond goods that are handed over at the border or port of the country that they leave: carriage to the border, its insurance, and what lies inland or beyond in ten-thousandths. */
const HOLDS: Readonly<Record<IncotermRule, { freight?: true; insurance?: true; bps: number }>> = {
  EXW: { bps: -INLAND_BPS },
  ...{ FCA: { bps: 0 }, FAS: { bps: 0 }, FOB: { bps: 0 } },
  ...{ CFR: { freight: true, bps: 0 }, CIF: { freight: true, insurance: true, bps: 0 } },
  CPT: { freight: true, bps: BEYOND_BPS },
  CIP: { freight: true, insurance: true, bps: BEYOND_BPS },
  DAP: { freight: true, insurance: true, bps: BEYOND_BPS },
  DPU: { freight: true, insurance: true, bps: BEYOND_BPS },
  DDP: { freight: true, insurance: true, bps: BEYOND_BPS + DUTIES_BPS },
};

/** What carriage to the border and its insurance cost by a deal's own haul, in minor units of the price's currency. */
export type ToBorder = { readonly freight: number; readonly insurance: number };

type Priced = { readonly rule: IncotermRule; readonly values: readonly number[]; readonly toBorder: ToBorder };

/**
 * What a declaration states of each of a deal's lines, in the price's currency: of goods that leave their value free on board, without carriage
 * and insurance beyond the border; of goods that come in the price, with both where it does not hold them. Nothing comes off a price
 * delivered: no invoice of the market names what in it lies beyond the border, and customs deduct only what is named.
 */
export function statedValues({ rule, values, toBorder }: Priced, side: "export" | "import" | "transit"): number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  const holds = HOLDS[rule];
  const most = holds.freight ? (whole * HELD_FREIGHT_MOST_BPS) / 10_000 : toBorder.freight;
  const freight = Math.min(toBorder.freight, most);
  const held =
    (holds.freight ? freight : 0) + (holds.insurance ? toBorder.insurance : 0) + (whole * holds.bps) / 10_000;
  const added = isCarriageInPrice(rule) ? 0 : freight + toBorder.insurance;
  const stated = side === "import" ? whole + added : whole - held;
  return values.map((value) => (value * stated) / whole);
}
