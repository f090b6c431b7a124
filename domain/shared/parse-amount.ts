import { type Currency, isStorable, type Money, minorDigits, money } from "./money";
import { accept, type Refusal, type Result, refuse } from "./result";

export type AmountRefusal = Refusal<"amount_malformed" | "amount_too_precise" | "amount_too_large">;

// Space, no-break space, narrow no-break space and apostrophes group thousands in one locale or another.
const GROUPING = /[\s\u00A0\u202F'’]/g;

/** Brings `1 250,00`, `1,250.00`, `1.250,00` and `1250` to one form with a point; null when the text is no amount. */
function normalise(text: string): string | null {
  const bare = text.trim().normalize("NFKC").replace(GROUPING, "");
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const separators = [...bare.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  if (!last) return bare;
  const kinds = new Set(separators.map((match) => match[0]));
  const fraction = bare.slice(last.index + 1);
  const groupsOfThree = /^\d{1,3}([.,]\d{3})+$/.test(bare);
  // One kind of separator before groups of three can only be grouping when it repeats, or is a comma as in 1,250.
  const isGrouping = kinds.size === 1 && groupsOfThree && (separators.length > 1 || last[0] === ",");
  if (isGrouping) return bare.replace(/[.,]/g, "");
  if (kinds.size === 1 && separators.length > 1) return null;
  const whole = bare.slice(0, last.index);
  if (kinds.size === 2 && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  if (kinds.size === 2 && whole.includes(last[0])) return null;
  return `${whole.replace(/[.,]/g, "")}.${fraction}`;
}

/** Whether a text is an amount of some currency, whichever it is. */
export const isAmount = (text: string): boolean => normalise(text) !== null;

/** Reads what a person typed as an amount of `currency`. Refuses what is no number, finer than the minor unit, or beyond 2^53−1 units. */
export function parseAmount(text: string, currency: Currency): Result<Money, AmountRefusal> {
  const plain = normalise(text);
  if (plain === null) return refuse("amount_malformed");
  const [whole = "0", fraction = ""] = plain.split(".");
  const digits = minorDigits(currency);
  if (fraction.replace(/0+$/, "").length > digits) return refuse("amount_too_precise", { digits });
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  return isStorable(minor) ? accept(money(minor, currency)) : refuse("amount_too_large");
}
