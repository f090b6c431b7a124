import { z } from "zod";
import { payeeSchema } from "../../domain/services/payment/spec";
import { type CorridorHealth, HEALTH_DAYS } from "../../domain/remittance/corridor-health";
import { REFERENCE_KINDS } from "../../domain/remittance/payment-reference";
import { COST_BASES } from "../../domain/remittance/return-cost";
import type { PaymentPage, ShownSending } from "../../domain/remittance/payment-view";
import { REMITTANCE_STATES, RETURN_REASONS } from "../../domain/remittance/remittance";
import { CHANNELS, RETURN_COST_BEARERS } from "../../domain/services/payment/choices";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES } from "../../domain/shared/money";
import { toWireMoney } from "../../domain/shared/money-schema";
import { idText, isoOrNull, listShape, moneyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { corridors } from "./rate-queries";
import { paymentPage } from "./queries";

const lockShape = z.strictObject({
  id: idText,
  number: z.int(),
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z.string().meta({ description: "1 `base` is so many `quote`" }),
  reference: z.string(),
  lockedAt: timeText,
  expiresAt: timeText.meta({ description: "From this millisecond on it holds no more" }),
  needsConfirmation: z.boolean().meta({ description: "Worse than the contract's: holds once the buyer has taken it" }),
  confirmedAt: timeText.nullable(),
});

const sendingShape = z.strictObject({
  id: idText,
  attempt: z.int(),
  state: z.enum(REMITTANCE_STATES),
  amount: moneyShape.nullable(),
  channel: z.enum(CHANNELS).nullable(),
  referenceKind: z.enum(REFERENCE_KINDS).nullable(),
  reference: z.string().nullable(),
  sentAt: timeText,
  receivedAt: timeText.nullable(),
  returned: z
    .strictObject({
      at: timeText,
      reason: z.enum(RETURN_REASONS),
      amount: moneyShape,
      cost: moneyShape,
      borneBy: z.enum(RETURN_COST_BEARERS).nullable(),
      basis: z
        .enum(COST_BASES)
        .meta({ description: "By the bid's clause, open because it has none, or taken on by whoever bears it" }),
    })
    .nullable(),
  entries: z.array(
    z.strictObject({
      event: z.string(),
      occurredAt: timeText,
      reason: z.string().nullable(),
      words: z.string(),
      fileIds: z.array(idText),
    }),
  ),
});

const paymentShape = z
  .strictObject({
    orderId: idText,
    promisedLockMinutes: z.int().nullable(),
    payee: payeeSchema.nullable().meta({ description: "To the two parties only; null where the request names none" }),
    channel: z.enum(CHANNELS).nullable(),
    returnCostBorneBy: z.enum(RETURN_COST_BEARERS).nullable(),
    locks: z.array(lockShape),
    sendings: z.array(sendingShape),
    version: z.int().meta({ description: "Of the order" }),
  })
  .meta({ id: "OrderPayment" });

const writeSending = ({ returned, entries, ...of }: ShownSending) => ({
  ...{ id: of.id, attempt: of.attempt, state: of.state, channel: of.channel },
  ...{ referenceKind: of.referenceKind, reference: of.reference },
  amount: of.amount && toWireMoney(of.amount),
  sentAt: toIso(of.sentAt),
  receivedAt: isoOrNull(of.receivedAt),
  returned: returned && {
    ...{ at: toIso(returned.at), reason: returned.reason, ...returned.borne },
    ...{ amount: toWireMoney(returned.amount), cost: toWireMoney(returned.cost) },
  },
  entries: entries.map(({ event, occurredAt, reason, words, fileIds }) => ({
    ...{ event, reason, words, occurredAt: toIso(occurredAt), fileIds: [...fileIds] },
  })),
});

const writePayment = (page: PaymentPage) => ({
  orderId: page.orderId,
  promisedLockMinutes: page.promisedMinutes,
  payee: page.payee ?? null,
  channel: page.channel,
  returnCostBorneBy: page.returnCostBorneBy,
  locks: page.locks.map(
    ({ isLive: _live, isUsed: _used, worse: _worse, lockedAt, expiresAt, confirmedAt, ...lock }) => ({
      ...lock,
      ...{ lockedAt: toIso(lockedAt), expiresAt: toIso(expiresAt), confirmedAt: isoOrNull(confirmedAt) },
    }),
  ),
  sendings: page.sendings.map(writeSending),
  version: page.version,
});

const corridorShape = z
  .strictObject({
    payerCountry: z.string(),
    payeeCountry: z.string(),
    currency: z.enum(CURRENCIES),
    channel: z.enum(CHANNELS).nullable().meta({ description: "Null where bids named none" }),
    orders: z.int(),
    sendings: z.int(),
    returned: z.int(),
    returnRateBps: z.int().meta({ description: "Of all sendings; hundredths of a percent" }),
    received: z.int(),
    medianSettleMs: z.int().nullable().meta({ description: "From sent to received" }),
    p90SettleMs: z.int().nullable(),
    frozen: z.int(),
  })
  .meta({ id: "CorridorHealth" });

const writeCorridor = (corridor: CorridorHealth) => ({ ...corridor });

export const getPayment = queryEndpoint({
  name: "getPayment",
  path: "/api/v1/orders/{orderId}/payment",
  summary: "The rates and sendings of a payment order, to its two parties",
  scope: "orders:read",
  params: z.strictObject({ orderId: pathId }),
  response: paymentShape,
  versionOf: (page) => page.version,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await paymentPage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept(writePayment(page)) : refuse("not_found");
  },
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
