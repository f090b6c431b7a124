import { z } from "zod";
import { HEALTH_DAYS } from "../../domain/remittance/corridor-health";
import { REFERENCE_KINDS } from "../../domain/remittance/payment-reference";
import { FREEZE_REASONS, RECALL_REASONS, REMITTANCE_STATES, RETURN_REASONS } from "../../domain/remittance/remittance";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { CHANNELS, RETURN_COST_BEARERS } from "../../domain/services/payment/choices";
import { instantField } from "../../domain/services/wire-fields";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES } from "../../domain/shared/money";
import { moneySchema, priceSchema } from "../../domain/shared/money-schema";
import { accept, refuse } from "../../domain/shared/result";
import { bearReturnCost } from "../commands/remittance/bear-return-cost";
import { confirmLock } from "../commands/remittance/confirm-lock";
import { freezePayment } from "../commands/remittance/freeze-payment";
import { LOCK_REFERENCE_MAX, lockRate } from "../commands/remittance/lock-rate";
import { WORDS_MAX } from "../commands/remittance/payment-fields";
import { recallPayment } from "../commands/remittance/recall-payment";
import { recordReceipt } from "../commands/remittance/record-receipt";
import { returnPayment } from "../commands/remittance/return-payment";
import { sendPayment } from "../commands/remittance/send-payment";
import { unfreezePayment } from "../commands/remittance/unfreeze-payment";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { corridors } from "../queries/corridors";
import { paymentPage } from "../queries/remittance";
import { idText, listShape, pathId, timeText } from "./shapes/fields";
import { corridorShape, paymentShape, writeCorridor, writePayment } from "./shapes/order-rooms/remittance";

const ofOrder = z.strictObject({ orderId: pathId });

const receiptShape = z
  .strictObject({
    id: idText,
    orderId: idText,
    attempt: z.int(),
    state: z.enum(REMITTANCE_STATES),
    version: z.int().meta({ description: "Of the order" }),
  })
  .meta({ id: "SendingReceipt" });

const told = {
  occurredAt: instantField,
  words: z.string().trim().max(WORDS_MAX, "too_long").optional(),
  fileIds: z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").optional(),
};

const COMMON = ["not_permitted", "wrong_state", "occurred_in_future", "occurred_out_of_order", "file_unknown"];
const UNDER_LOCK = ["lock_missing", "lock_unconfirmed", "lock_expired"];

/** What all deeds on the last sending share. */
const deed = {
  method: "POST",
  scope: "orders:write",
  params: ofOrder,
  response: receiptShape,
  takesIfMatch: true,
  status: 200,
  versionOf: (output: { readonly version: number }) => output.version,
} as const;

const AT = "2026-11-24T10:00:00Z";

export const getPayment = queryEndpoint({
  name: "getPayment",
  path: "/api/v1/orders/{orderId}/payment",
  summary: "The rates and sendings of a payment order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: paymentShape,
  versionOf: (page) => page.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await paymentPage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept(writePayment(page)) : refuse("not_found");
  },
});

export const postRateLock = commandEndpoint({
  name: "lockRate",
  method: "POST",
  path: "/api/v1/orders/{orderId}/rate-locks",
  summary: "The provider has locked a rate; one that is worse than the contract's holds once the buyer takes it",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    base: z.enum(CURRENCIES),
    rate: z.string().min(1, "required").max(24, "too_long"),
    reference: z.string().trim().min(1, "required").max(LOCK_REFERENCE_MAX),
    lockedAt: instantField,
    expiresAt: instantField.optional().meta({ description: "After the bid's lock period where not given" }),
  }),
  example: { base: "USD", rate: "7.12", reference: "FX-20931", lockedAt: AT, expiresAt: "2026-11-24T10:15:00Z" },
  response: z
    .strictObject({
      id: idText,
      orderId: idText,
      number: z.int(),
      expiresAt: timeText,
      needsConfirmation: z.boolean(),
    })
    .meta({ id: "RateLockReceipt" }),
  refusals: [
    ...COMMON,
    ...["no_exchange", "pair_differs", "rate_malformed", "lock_expiry_missing", "lock_too_short", "lock_too_long"],
    ...["lock_stands", "milestone_out_of_order", "gate_closed"],
  ],
  command: lockRate,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  toBody: (output) => ({ ...output, expiresAt: toIso(output.expiresAt) }),
  status: 201,
});

export const postLockConfirmation = commandEndpoint({
  name: "confirmRateLock",
  method: "POST",
  path: "/api/v1/orders/{orderId}/rate-locks/{lockId}/confirm",
  summary: "The buyer takes a rate that is worse than the contract's, while it holds",
  scope: "orders:write",
  params: z.strictObject({ orderId: pathId, lockId: pathId }),
  response: z.strictObject({ id: idText, orderId: idText, confirmedAt: timeText }),
  refusals: ["not_permitted", "nothing_to_confirm", "lock_expired"],
  command: confirmLock,
  toInput: ({ params }) => params,
  toBody: (output) => ({ ...output, confirmedAt: toIso(output.confirmedAt) }),
  status: 200,
});

export const postSending = commandEndpoint({
  ...deed,
  name: "sendPayment",
  path: "/api/v1/orders/{orderId}/sendings",
  summary: "The money has been sent, under a rate that holds where currencies are exchanged",
  description: "After a return it is the next attempt. From the lock's end on it answers 410 `lock_expired`.",
  body: z.strictObject({
    referenceKind: z.enum(REFERENCE_KINDS),
    reference: z.string().trim().min(1, "required").max(40, "too_long").meta({
      description: "A UETR (UUID of version 4), or 8 to 35 letters and digits of a CIPS message",
    }),
    amount: moneySchema
      .optional()
      .meta({ description: "Where not given that of the request, exchanged by the rate that holds" }),
    channel: z.enum(CHANNELS).optional(),
    ...told,
  }),
  example: { referenceKind: "uetr", reference: "97ed4827-7b6f-4491-a06f-b548d5a7512d", occurredAt: AT },
  refusals: [
    ...COMMON,
    ...UNDER_LOCK,
    ...[
      "payment_on_its_way",
      "reference_malformed",
      "reference_used",
      "amount_needed",
      "amount_currency",
      "money_exchanged",
    ],
    ...["milestone_out_of_order", "gate_closed"],
  ],
  command: sendPayment,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  status: 201,
});

export const postSendingReceipt = commandEndpoint({
  ...deed,
  name: "recordReceipt",
  path: "/api/v1/orders/{orderId}/sendings/receipt",
  summary: "The payee has the money; that delivers the order",
  body: z.strictObject(told),
  example: { occurredAt: AT, words: "Bank's confirmation attached" },
  refusals: [...COMMON, "payment_not_sent"],
  command: recordReceipt,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postReturn = commandEndpoint({
  ...deed,
  name: "returnPayment",
  path: "/api/v1/orders/{orderId}/sendings/return",
  summary: "The money has come back; its cost is booked by the bid's clause, and it may be sent again",
  body: z.strictObject({
    reason: z.enum(RETURN_REASONS),
    amountReturned: priceSchema,
    cost: priceSchema.optional(),
    costBorneBy: z.enum(RETURN_COST_BEARERS).optional().meta({ description: "Only where the bid does not say" }),
    ...told,
  }),
  example: { reason: "bank_policy", amountReturned: { minor: 71_130_000, currency: "CNY" }, occurredAt: AT },
  refusals: [...COMMON, "payment_not_sent", "return_currency", "return_above_sent", "bearer_by_bid"],
  command: returnPayment,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postReturnCost = commandEndpoint({
  name: "bearReturnCost",
  method: "POST",
  path: "/api/v1/orders/{orderId}/sendings/bear-cost",
  summary: "Your organisation takes on itself what a return has cost, where the bid does not say who bears it",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    attempt: z.int("number_malformed").min(1).meta({ description: "The sending that came back" }),
  }),
  example: { attempt: 1 },
  response: z
    .strictObject({ id: idText, orderId: idText, attempt: z.int(), borneBy: z.enum(RETURN_COST_BEARERS) })
    .meta({ id: "BorneReturnCost" }),
  refusals: ["not_permitted", "no_open_cost"],
  command: bearReturnCost,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});

export const postFreeze = commandEndpoint({
  ...deed,
  name: "freezePayment",
  path: "/api/v1/orders/{orderId}/sendings/freeze",
  summary: "A bank holds the money back: the order is an exception until it is let go or comes back",
  body: z.strictObject({ reason: z.enum(FREEZE_REASONS), ...told }),
  example: { reason: "compliance_check", occurredAt: AT },
  refusals: [...COMMON, "payment_not_sent"],
  command: freezePayment,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postUnfreeze = commandEndpoint({
  ...deed,
  name: "unfreezePayment",
  path: "/api/v1/orders/{orderId}/sendings/unfreeze",
  summary: "The bank lets the money go on",
  body: z.strictObject(told),
  example: { occurredAt: AT },
  refusals: [...COMMON, "payment_not_sent"],
  command: unfreezePayment,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postRecall = commandEndpoint({
  ...deed,
  name: "recallPayment",
  path: "/api/v1/orders/{orderId}/sendings/recall",
  summary: "The provider has asked for the money back; whether it comes is the banks' to say",
  body: z.strictObject({ reason: z.enum(RECALL_REASONS), ...told }),
  example: { reason: "wrong_amount", occurredAt: AT },
  refusals: [...COMMON, "payment_not_sent"],
  command: recallPayment,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const listCorridors = queryEndpoint({
  name: "listCorridors",
  path: "/api/v1/corridors",
  summary: `How money fares on each corridor, from the market's own orders of the last ${HEALTH_DAYS} days`,
  description: "A corridor with fewer than five orders or fewer than three providers is not shown, only counted.",
  scope: null,
  response: listShape(corridorShape).extend({
    suppressed: z.int().meta({ description: "Corridors with too few orders or providers to be shown" }),
  }),
  async run() {
    const { database, clock } = platform();
    const shown = await corridors(database.read, clock());
    return accept({ items: shown.corridors.map(writeCorridor), nextCursor: null, suppressed: shown.suppressed });
  },
});
