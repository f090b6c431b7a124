import { type KeptTier, PERCENT_BASES, type PercentBasis } from "../../services/charge";
import { type Currency, isCurrency, money, parseAmount, toDecimal } from "../../shared/money";
import { toWireMoney, type WireMoney } from "../../shared/wire-fields";
import { PERCENT_PLACES, parseScaled, writeScaled } from "@/domain/shared/parse-scaled";

export type TiersReading =
  | { readonly tiers: readonly { readonly from: number; readonly unitPrice: WireMoney }[] }
  | { readonly problem: string };

const TIER = /^(\d{1,9})\s*[=:：＝]\s*(\S.*)$/u;

/**
 * Prices by quantity as one line of text, `10 = 120.00; 50 = 100.00`: from how many units on, and at how much. One field a line keeps a form
 * of forty lines short. What is no such text is a problem, never a guess.
 */
export function readTiers(typed: string, currency: Currency): TiersReading {
  const tiers: { from: number; unitPrice: WireMoney }[] = [];
  const parts = typed.normalize("NFKC").split(/[;\n]/);
  for (const part of parts.map((one) => one.trim()).filter((one) => one !== "")) {
    const [, from, price] = TIER.exec(part) ?? [];
    const amount = price === undefined ? null : parseAmount(price, currency);
    if (from === undefined || amount === null || !amount.ok) return { problem: "tiers_malformed" };
    tiers.push({ from: Number(from), unitPrice: toWireMoney(amount.value) });
  }
  return { tiers };
}

/** The counterpart of `readTiers`. */
export const writeTiers = (tiers: readonly KeptTier[] = [], currency: Currency): string =>
  tiers.map(({ from, unitPriceMinor }) => `${from} = ${toDecimal(money(BigInt(unitPriceMinor), currency))}`).join("; ");

/** A form's names with their dots and brackets already turned into a tree; every leaf is text as it was typed. */
export type FormTree = Readonly<Record<string, unknown>>;

type Part = {
  readonly input: Record<string, unknown>;
  /** What only the typed text can cause, by the part of the line that it was typed into. */
  readonly problems: readonly { readonly part: string; readonly code: string }[];
};

const NOTHING: Part = { input: {}, problems: [] };

export const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const isBasisOfPercent = (basis: string): basis is PercentBasis => (PERCENT_BASES as readonly string[]).includes(basis);

/** Percent as typed (`0.35`, `0,35`) in basis points, whatever it is of. Null when it is none, or finer than two places. */
export const readRateBps = (typed: string): number | null => parseScaled(typed, PERCENT_PLACES);

/** How a rate is typed: percent with at most two places. */
export const writeRateBps = (rateBps: number): string => writeScaled(rateBps, PERCENT_PLACES);

/** No exchange costs a tenth of its amount: a greater spread was typed in basis points. Our choice; of what is typed alone. */
const SPREAD_MAX_BPS = 1_000;

const problem = (part: string, code: string): Part => ({ input: {}, problems: [{ part, code }] });

function readPrice(typed: string, basis: string, currency: string): Part {
  if (typed === "") return problem("price", "required");
  if (isBasisOfPercent(basis)) {
    const rateBps = readRateBps(typed);
    if (rateBps === null) return problem("price", "percent_malformed");
    const isPoints = basis === "bps_of_amount" && rateBps > SPREAD_MAX_BPS;
    return isPoints ? problem("price", "spread_not_percent") : { input: { rateBps }, problems: [] };
  }
  if (!isCurrency(currency)) return NOTHING;
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { unitPrice: toWireMoney(amount.value) }, problems: [] }
    : problem("price", amount.refusal.code);
}

/** A percentage's minimum in the bid's currency; what is typed beside a unit price says so, since it would not be counted. */
function readMinimum(typed: string, basis: string, currency: string): Part {
  if (typed === "") return NOTHING;
  if (!isBasisOfPercent(basis)) return problem("minimum", "minimum_without_percent");
  if (!isCurrency(currency)) return NOTHING;
  const amount = parseAmount(typed, currency);
  return amount.ok
    ? { input: { minimum: toWireMoney(amount.value) }, problems: [] }
    : problem("minimum", amount.refusal.code);
}

/** Prices by quantity; what is typed beside a percentage says so, since it would not be counted. */
function readTiersOf(typed: string, basis: string, currency: string): Part {
  if (typed === "") return NOTHING;
  if (isBasisOfPercent(basis)) return problem("tiers", "tiers_of_percent");
  if (!isCurrency(currency)) return NOTHING;
  const read = readTiers(typed, currency);
  return "tiers" in read ? { input: { tiers: read.tiers }, problems: [] } : problem("tiers", read.problem);
}

/** One charge line of the form in its wire form: amounts as people write them, in the bid's currency. */
export function readLine(line: FormTree, currency: string): Part {
  const basis = text(line.basis);
  const note = text(line.note);
  const parts = [
    readPrice(text(line.price), basis, currency),
    readMinimum(text(line.minimum), basis, currency),
    readTiersOf(text(line.tiers), basis, currency),
  ];
  return {
    input: Object.assign(
      { code: text(line.code), basis },
      note === "" ? {} : { note },
      text(line.isPassThrough) === "" ? {} : { isPassThrough: true },
      ...parts.map((part) => part.input),
    ),
    problems: parts.flatMap((part) => part.problems),
  };
}
