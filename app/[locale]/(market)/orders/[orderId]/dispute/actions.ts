"use server";

import { z } from "zod";
import { typedAmount } from "@/app/typed-fields";
import { OTHER_CHARGE, readEnding } from "@/domain/disputes/dispute-schema";
import { escalateDispute, openDispute, writeEntry } from "@/server/disputes/dispute";
import { takeOffer } from "@/server/disputes/take-offer";
import { formAction } from "@/server/platform/form/form-action";

const disputeId = z.string();
const toDispute = ({ orderId }: { readonly orderId: string }) => ({ goTo: `/orders/${orderId}/dispute` });

const FIELD_OF: Readonly<Record<string, string>> = {
  share_not_of_outcome: "sharePercent",
  effect_not_possible: "effect",
  no_visit_left: "effect",
  charge_currency: "charge",
  charge_too_high: "charge",
  charge_disputed_before: "earlier",
  charge_settled: "earlier",
};

const openForm = z
  .object({
    orderId: z.string(),
    code: z.string("required"),
    words: z.string("required"),
    charge: z.string().optional(),
    earlier: z.string().optional(),
    currency: z.string(),
  })
  .transform(({ charge, earlier, currency, ...rest }, context) => ({
    ...rest,
    ...(earlier === undefined ? {} : { earlier: earlier === OTHER_CHARGE ? null : earlier }),
    charge: typedAmount(charge, { path: ["charge"], currency, context }),
  }));

export const openDisputeAction = formAction({
  command: openDispute,
  form: openForm,
  fieldOf: ({ code }) => FIELD_OF[code] ?? null,
  then: toDispute,
});

/** Without an outcome an entry offers nothing. */
const entryForm = z
  .object({
    disputeId,
    words: z.string("required"),
    fileIds: z.array(z.string()).default([]),
    outcome: z.string().default(""),
    sharePercent: z.string().default(""),
    effect: z.string().default(""),
  })
  .transform(({ outcome, sharePercent, effect, ...rest }, context) => {
    if (outcome === "") return rest;
    const offer = readEnding({ outcome, sharePercent, effect }, context);
    return offer ? { ...rest, offer } : z.NEVER;
  });

export const writeEntryAction = formAction({
  command: writeEntry,
  form: entryForm,
  fieldOf: ({ code }) => FIELD_OF[code] ?? null,
  then: toDispute,
});

export const takeOfferAction = formAction({
  command: takeOffer,
  form: z.object({ disputeId, seq: z.coerce.number() }),
  then: toDispute,
});

export const escalateAction = formAction({ command: escalateDispute, form: z.object({ disputeId }), then: toDispute });
