import type { IncotermRule } from "../../domain/deals/incoterm";
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

export const drawSide = (random: Random, poster: Poster): string =>
  pickWeighted(random, SIDES[poster], ([, weight]) => weight)[0];

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

/** What of the value of goods carriage to the border and its insurance are, in ten-thousandths. Estimates. */
export const TO_BORDER_BPS = { freight: 450, insurance: 30 };
/** From the works to where goods are handed over for the way, and from the border of the far side to the consignee; and duty with tax in a price duty paid. */
const INLAND_BPS = 120;
const BEYOND_BPS = 150;
const DUTIES_BPS = 900;

/** What a price holds beyond goods that are handed over at the border or port of the country that they leave, in ten-thousandths of itself. */
const HOLDS_BPS: Readonly<Record<IncotermRule, number>> = {
  EXW: -INLAND_BPS,
  ...{ FCA: 0, FAS: 0, FOB: 0 },
  ...{ CFR: TO_BORDER_BPS.freight, CIF: TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance },
  CPT: TO_BORDER_BPS.freight + BEYOND_BPS,
  CIP: TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance + BEYOND_BPS,
  DAP: TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance + BEYOND_BPS,
  DPU: TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance + BEYOND_BPS,
  DDP: TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance + BEYOND_BPS + DUTIES_BPS,
};

/**
 * What part of a price a declaration states: of goods that leave their value free on board, without carriage and insurance beyond the border;
 * of goods that come in the value with both, up to the border and no further.
 */
export function statedShare(rule: IncotermRule, side: "export" | "import" | "transit"): number {
  const freeOnBoard = 1 - HOLDS_BPS[rule] / 10_000;
  const toBorder = (TO_BORDER_BPS.freight + TO_BORDER_BPS.insurance) / 10_000;
  return side === "import" ? freeOnBoard + toBorder : freeOnBoard;
}
