"use server";

import { z } from "zod";
import { typedAmount } from "@/app/[locale]/(market)/orders/[orderId]/parts/deeds/typed-amount";
import { askReroute } from "@/server/orders/reroute/ask-reroute";
import { endReroute } from "@/server/orders/reroute/end-reroute";
import { formAction } from "@/server/platform/form/form-action";

const then = ({ dealId }: { readonly dealId: string }) => ({ goTo: `/deals/${dealId}/chain` });

const askForm = z
  .object({
    dealId: z.string(),
    hubId: z.string(),
    reason: z.string("required"),
    extra: z.string().optional(),
    extraCurrency: z.string(),
  })
  .transform(({ extra, extraCurrency, ...rest }, context) => ({
    ...rest,
    extra: typedAmount(extra, { path: ["extra"], currency: extraCurrency, context }) ?? null,
  }));

export const askRerouteAction = formAction({
  command: askReroute,
  form: askForm,
  fieldOf: ({ code }) => (code === "reroute_currency" || code.startsWith("amount_") ? "extra" : null),
  then,
});

export const endRerouteAction = formAction({
  command: endReroute,
  form: z.object({
    dealId: z.string(),
    number: z.coerce.number(),
    event: z.string("required"),
    words: z.string().default(""),
  }),
  fieldOf: ({ code }) => (code === "reason_required" ? "words" : null),
  then,
});
