import type { Complaints } from "@/server/platform/form/form-action";
import { type Currency, isAmount, isCurrency, parseAmount } from "@/domain/shared/money";
import { toWireMoney, type WireMoney } from "@/domain/shared/wire-fields";
import { MARKET_ZONE, toIso } from "@/domain/shared/time";
import { isZone, parseWallClock } from "@/domain/shared/zones";

type Where = {
  readonly path: PropertyKey[];
  readonly currency: string;
  /** The field of the currency, where that is typed beside the amount. */
  readonly currencyField?: string;
  readonly context: Complaints;
};

/** An amount as people write it, as it travels. Undefined where nothing was typed; what is none is complained of at its field. */
export function typedAmount(
  text: string | undefined,
  { path, currency, currencyField, context }: Where,
): WireMoney | undefined {
  if (text === undefined) return undefined;
  const complain = (at: PropertyKey[], message: string) => context.addIssue({ code: "custom", path: at, message });
  if (!isCurrency(currency)) {
    complain(currencyField === undefined ? path : [currencyField], "currency_missing");
    if (!isAmount(text)) complain(path, "amount_malformed");
    return undefined;
  }
  const amount = parseAmount(text, currency as Currency);
  if (amount.ok) return toWireMoney(amount.value);
  complain(path, amount.refusal.code);
  return undefined;
}

/** The same where it may not be left out. */
export function neededAmount(text: string | undefined, where: Where): WireMoney | undefined {
  if (text === undefined) where.context.addIssue({ code: "custom", path: where.path, message: "required" });
  return typedAmount(text, where);
}

/** A form sends the clock as the reader's wall shows it, and which zone that wall is in. Undefined where nothing was typed; what is no time is complained of at its field. */
export function typedTime(
  text: string | undefined,
  { field, zone, context }: { readonly field: string; readonly zone: string; readonly context: Complaints },
): string | undefined {
  if (text === undefined) return undefined;
  const at = parseWallClock(text, zone);
  if (at !== null) return toIso(at);
  context.addIssue({ code: "custom", path: [field], message: "time_malformed" });
  return undefined;
}

/** A clock time as typed in the reader's zone; what cannot be read goes on as it is, for the command to name. */
export function timeIn(typed: string | undefined, zone: string | undefined): string | undefined {
  const at = typed ? parseWallClock(typed, zone && isZone(zone) ? zone : MARKET_ZONE) : null;
  return at === null ? typed : toIso(at);
}
