import type { z } from "zod";
import { type Currency, isCurrency } from "@/domain/shared/money";
import { toWireMoney, type WireMoney } from "@/domain/shared/money-schema";
import { parseAmount } from "@/domain/shared/parse-amount";

type Context = Pick<z.core.$RefinementCtx, "addIssue">;

type Where = { readonly path: PropertyKey[]; readonly currency: string; readonly context: Context };

/** An amount as people write it, as it travels. Undefined where nothing was typed; what is none is complained of at its field. */
export function typedAmount(text: string | undefined, { path, currency, context }: Where): WireMoney | undefined {
  if (text === undefined) return undefined;
  const complain = (message: string) => context.addIssue({ code: "custom", path, message });
  if (!isCurrency(currency)) complain("currency_missing");
  else {
    const amount = parseAmount(text, currency as Currency);
    if (amount.ok) return toWireMoney(amount.value);
    complain(amount.refusal.code);
  }
  return undefined;
}

/** The same where it may not be left out. */
export function neededAmount(text: string | undefined, where: Where): WireMoney | undefined {
  if (text === undefined) where.context.addIssue({ code: "custom", path: where.path, message: "required" });
  return typedAmount(text, where);
}
