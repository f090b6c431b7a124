import { z } from "zod";
import { DISPUTE_CODES, DISPUTE_STATES } from "../../domain/disputes/dispute";
import { endingSchema } from "../../domain/disputes/dispute-schema";
import type { DisputeView } from "../../domain/disputes/dispute-view";
import { DISPUTED_SUMS } from "../../domain/orders/dispute-ruling";
import { toWireMoney } from "../../domain/shared/money-schema";
import { toIso } from "../../domain/shared/instant";
import { idText, isoOrNull, moneyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "../../domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { escalatedDisputes, orderDisputes } from "./queries";

const side = z.enum(["buyer", "provider"]);

const disputeShape = z
  .strictObject({
    id: idText,
    orderId: idText,
    state: z.enum(DISPUTE_STATES),
    code: z.enum(DISPUTE_CODES),
    words: z.string(),
    openedBy: side,
    openedAt: timeText,
    escalatesAt: timeText.meta({ description: "When it goes to the market by itself" }),
    escalatedAt: timeText.nullable(),
    evidenceEndsAt: timeText.nullable(),
    decideBy: timeText.nullable(),
    about: z.enum(DISPUTED_SUMS).meta({
      description:
        "What an ending shares: the contract price, of a clearance the broker's own price without duty and tax, or what the buyer owes for the waits of a haul",
    }),
    inDispute: moneyShape.meta({
      description: "The sum that `shareBps` is a share of; of a waiting charge as of now, once it has ended as of then",
    }),
    entries: z.array(
      z.strictObject({
        seq: z.int(),
        by: side,
        at: timeText,
        words: z.string(),
        fileIds: z.array(idText),
        offer: endingSchema.nullable(),
        isStanding: z.boolean().meta({ description: "Whether its offer can be taken: the last one of its writer" }),
      }),
    ),
    ending: endingSchema.extend({ words: z.string(), at: timeText, isAgreed: z.boolean() }).nullable(),
  })
  .meta({ id: "Dispute" });

const writeDispute = (dispute: DisputeView): z.input<typeof disputeShape> => ({
  id: dispute.id,
  orderId: dispute.order.id,
  state: dispute.state,
  code: dispute.code,
  words: dispute.words,
  openedBy: dispute.openedBy,
  openedAt: toIso(dispute.openedAt),
  escalatesAt: toIso(dispute.escalatesAt),
  escalatedAt: isoOrNull(dispute.escalatedAt),
  evidenceEndsAt: isoOrNull(dispute.evidenceEndsAt),
  decideBy: isoOrNull(dispute.decideBy),
  about: dispute.about,
  inDispute: toWireMoney(dispute.inDispute),
  entries: dispute.entries.map(({ seq, by, at, words, files, offer, isStanding }) => ({
    ...{ seq, by, words, offer, isStanding },
    at: toIso(at),
    fileIds: files.map(({ id }) => id),
  })),
  ending: dispute.ending && { ...dispute.ending, at: toIso(dispute.ending.at) },
});

const ofOrder = z.strictObject({ orderId: pathId });

export const listOrderDisputes = queryEndpoint({
  name: "listOrderDisputes",
  path: "/api/v1/orders/{orderId}/disputes",
  summary: "The disputes about an order, to its two parties",
  scope: "orders:read",
  params: ofOrder,
  response: z.strictObject({ items: z.array(disputeShape) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await orderDisputes(database.read, actor, { orderId: params.orderId, now: clock() });
    return found ? accept({ items: found.disputes.map(writeDispute) }) : refuse("not_found");
  },
});

export const listDisputes = queryEndpoint({
  name: "listDisputes",
  path: "/api/v1/disputes",
  summary: "Disputes that were taken to the market, to its administrators",
  scope: "admin:read",
  response: z.strictObject({ items: z.array(disputeShape) }),
  refusals: ["not_permitted"],
  async run({ actor }) {
    const { database, clock } = platform();
    const found = await escalatedDisputes(database.read, actor, clock());
    return found ? accept({ items: found.map(writeDispute) }) : refuse("not_permitted");
  },
});
