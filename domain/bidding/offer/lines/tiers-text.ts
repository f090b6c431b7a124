import type { KeptTier } from "../../../services/tiers/tier";
import { type Currency, money, toDecimal } from "../../../shared/money";
import { toWireMoney, type WireMoney } from "../../../shared/money-schema";
import { parseAmount } from "../../../shared/parse-amount";

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
