"use server";

import { z } from "zod";
import { gateOfKey } from "@/domain/orders/chain/gate";
import { releaseFields } from "@/domain/clearance/release";
import { changeGates, stateNeed, waiveGate } from "@/server/orders/chain/gates";
import { formAction } from "@/server/platform/form/form-action";
import { typedAmount } from "@/app/typed-fields";
import { askReroute, endReroute } from "@/server/orders/reroute";

const dealId = z.string();
const toChain = ({ dealId: id }: { readonly dealId: string }) => ({ goTo: `/deals/${id}/chain` });

export const waiveAction = formAction({
  command: waiveGate,
  form: z.object({ dealId, gate: z.string(), reason: z.string("required") }),
  then: toChain,
});

/** From the deal's page or its chain's, whose shown parts change with it. */
export const stateAction = formAction({
  command: stateNeed,
  form: z.object({ dealId, need: z.string() }),
  then: toChain,
});

const DAY_REFUSALS: ReadonlySet<string> = new Set([
  "release_in_future",
  "release_before_filing",
  "release_before_pickup",
]);

/** A release of the customs with its number, its day and the reason. */
export const releaseAction = formAction({
  command: stateNeed,
  form: z
    .object({
      dealId,
      need: z.string(),
      number: z.string("required").pipe(releaseFields.shape.number),
      releasedOn: z.string("required").pipe(releaseFields.shape.releasedOn),
      reason: z.string("required").pipe(releaseFields.shape.reason),
    })
    .transform(({ dealId: id, need, ...release }) => ({ dealId: id, need, release })),
  fieldOf: ({ code }) => {
    if (code === "declaration_number_malformed" || code === "release_on_hold") return "number";
    return DAY_REFUSALS.has(code) ? "releasedOn" : null;
  },
  then: toChain,
});

/** A tick a gate, and one more by its two ends, of which neither stands alone. */
const gatesForm = z
  .object({
    dealId,
    version: z.coerce.number(),
    gate: z.array(z.string()).default([]),
    need: z.string().default(""),
    holds: z.string().default(""),
  })
  .transform(({ gate, need, holds, ...rest }, context) => {
    if ((need === "") !== (holds === "")) {
      context.addIssue({ code: "custom", path: [need === "" ? "need" : "holds"], message: "required" });
      return z.NEVER;
    }
    const keys = need === "" ? gate : [...gate, `${need}>${holds}`];
    return { ...rest, gates: keys.flatMap((key) => gateOfKey(key) ?? []) };
  });

export const changeGatesAction = formAction({
  command: changeGates,
  form: gatesForm,
  fieldOf: ({ code }) => (code === "gate_never_opens" ? "need" : null),
  then: toChain,
});

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
    extra:
      typedAmount(extra, { path: ["extra"], currency: extraCurrency, currencyField: "extraCurrency", context }) ?? null,
  }));

export const askRerouteAction = formAction({
  command: askReroute,
  form: askForm,
  fieldOf: ({ code }) => (code === "reroute_currency" ? "extraCurrency" : code.startsWith("amount_") ? "extra" : null),
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
