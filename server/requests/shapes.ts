import { z } from "zod";
import { DIRECTIONS } from "../../domain/shared/direction";
import { MODES } from "../../domain/hubs/place";
import { FALLBACKS } from "../../domain/requests/fallback";
import { BID_MODES, REQUEST_STATES, VISIBILITIES } from "../../domain/requests/request";
import { CRITERION_KINDS, FEEDBACKS, type RequestTerms, termsOf } from "../../domain/requests/terms";
import { SERVICES } from "../../domain/shared/service";
import { toIso } from "../../domain/shared/instant";
import { CURRENCIES } from "../../domain/shared/money";
import { money } from "../../views/fields";
import type { RequestRow, RequestView } from "./queries/api-requests";
import { cargoLine, incoterm } from "../../views/deals";
import { dutyEstimate } from "../../views/duties";
import { dayText, idText, isoOrNull, partyShape, timeText } from "../platform/api/fields";

const row = {
  id: idText,
  reference: z.string().meta({ example: "KR-2611-7F3K2Q" }),
  dealId: idText,
  service: z.enum(SERVICES),
  state: z.enum(REQUEST_STATES),
  title: z.string(),
  direction: z.enum(DIRECTIONS),
  originId: z.string(),
  hubId: z.string(),
  destinationId: z.string(),
  corridor: z.string(),
  mode: z.enum(MODES),
  readyDate: dayText,
  buyer: partyShape.extend({ country: z.string() }).nullable().meta({ id: "Buyer", description: "Null without a key" }),
  isOwn: z.boolean(),
  bidding: z
    .strictObject({
      mode: z.enum(BID_MODES),
      visibility: z.enum(VISIBILITIES),
      closesAt: timeText,
      decideBy: timeText,
      currency: z.enum(CURRENCIES),
      mayCloseEarly: z.boolean(),
      twoPersonOpening: z.boolean(),
      feedback: z.enum(FEEDBACKS),
      negotiationRounds: z.int(),
      questionsUntil: timeText.nullable(),
      criteria: z.array(z.strictObject({ kind: z.enum(CRITERION_KINDS), title: z.string(), weight: z.int() })),
      gates: z.array(z.strictObject({ question: z.string(), mustBe: z.enum(["yes", "no"]).nullable() })),
    })
    .meta({ id: "BiddingTerms" }),
  bidCount: z.int().meta({ description: "Bids that stand; until the close also those that an amendment made stale" }),
  amendmentCount: z.int(),
  createdAt: timeText,
  publishedAt: timeText.nullable(),
  closedAt: timeText.nullable(),
  openedAt: timeText.nullable(),
  awardedAt: timeText.nullable(),
  version: z.int(),
};

export const requestRowShape = z.strictObject(row).meta({ id: "RequestRow" });

export const requestShape = z
  .strictObject({
    ...row,
    cancelReason: z.string().nullable(),
    fallback: z.enum(FALLBACKS).nullable().meta({
      description: "Where nobody was chosen, what its buyer has made of it: asked again, done by itself, or dropped",
    }),
    replacesId: idText.nullable().meta({ description: "The request in whose place it was asked" }),
    spec: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: "As it was asked for, with what is reckoned from it; null without a key" }),
    deal: z
      .strictObject({ incoterm, goodsValue: money, cargo: z.array(cargoLine) })
      .nullable()
      .meta({ description: "What bidders price by; null without a key" }),
    dutyEstimate: dutyEstimate
      .nullable()
      .meta({ description: "Of a request for customs with an import side; null otherwise and without a key" }),
    invitedIds: z.array(idText).nullable().meta({ description: "To the buyer only" }),
  })
  .meta({ id: "Request" });

const writeTerms = ({ questionsUntil, criteria, gates, ...terms }: RequestTerms) => ({
  ...terms,
  questionsUntil: isoOrNull(questionsUntil),
  criteria: [...criteria],
  gates: [...gates],
});

export const writeRequestRow = (request: RequestRow) => ({
  id: request.id,
  reference: request.reference,
  dealId: request.dealId,
  service: request.service,
  state: request.state,
  title: request.title,
  direction: request.direction,
  originId: request.originId,
  hubId: request.hubId,
  destinationId: request.destinationId,
  corridor: request.corridor,
  mode: request.mode,
  readyDate: request.readyDate,
  buyer: request.buyer,
  isOwn: request.isOwn,
  bidding: {
    mode: request.bidMode,
    visibility: request.visibility,
    closesAt: toIso(request.closesAt),
    decideBy: toIso(request.decideBy),
    currency: request.comparisonCurrency,
    mayCloseEarly: request.mayCloseEarly,
    twoPersonOpening: request.twoPersonOpening,
    ...writeTerms(termsOf(request)),
  },
  bidCount: request.bidCount,
  amendmentCount: request.amendmentCount,
  createdAt: toIso(request.createdAt),
  publishedAt: isoOrNull(request.publishedAt),
  closedAt: isoOrNull(request.closedAt),
  openedAt: isoOrNull(request.openedAt),
  awardedAt: isoOrNull(request.awardedAt),
  version: request.version,
});

export const writeRequest = ({ details, cancelReason, invitedIds, ...request }: RequestView) => ({
  ...writeRequestRow(request),
  cancelReason,
  fallback: request.fallback,
  replacesId: request.replacesId,
  spec: details && details.spec,
  deal: details && {
    incoterm: details.deal.incoterm,
    goodsValue: details.deal.goodsValue,
    cargo: details.deal.cargo,
  },
  dutyEstimate: details?.dutyEstimate ?? null,
  invitedIds,
});
