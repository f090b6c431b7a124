import { z } from "zod";
import { CHOICE_CODES, type Debrief, GAP_BANDS, RANK_BANDS } from "../../domain/bidding/debrief";
import type { BuyerCard } from "../../domain/award/buyer-card";
import type { DecidePage, ShownDisqualification } from "../../domain/award/decision-view";
import { DISQUALIFICATION_STATES } from "../../domain/bidding/disqualification";
import { CANCEL_CODES, DISQUALIFY_CODES, LOSS_CODES, REJECT_CODES } from "../../domain/requests/reasons";
import { toIso } from "../../domain/shared/instant";
import { idText, isoOrNull, partyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { requestPage } from "../requests/queries/request-page";
import { decidePage } from "./queries/decisions";
import { counterOffersOf } from "../bidding/queries/negotiation";
import type { RankedBid } from "@/domain/award/scoring";
import { counterOffer } from "@/views/negotiation";
import { CRITERION_KINDS } from "@/domain/requests/terms";
import { rankingOf } from "./queries/scores";

const disqualificationShape = z
  .strictObject({
    bidId: idText,
    bidder: partyShape.nullable().meta({ description: "To the buyer only" }),
    state: z.enum(DISQUALIFICATION_STATES),
    code: z.enum(DISQUALIFY_CODES),
    words: z.string(),
    createdAt: timeText,
    cureEndsAt: timeText.nullable().meta({ description: "Null where there was nothing to mend" }),
    cureWords: z.string().nullable(),
    cureSentAt: timeText.nullable(),
    endWords: z.string().nullable().meta({ description: "Why the buyer refused what was sent" }),
  })
  .meta({ id: "Disqualification" });

const debriefShape = z
  .strictObject({
    rank: z
      .enum(RANK_BANDS)
      .nullable()
      .meta({ description: "By the request's own criteria among the bids that stood" }),
    gap: z.enum(GAP_BANDS).nullable().meta({
      description: "Its own price above that of the bid chosen, in percent; null where fewer than three bids stood",
    }),
    code: z.enum(LOSS_CODES),
    detail: z
      .enum([...DISQUALIFY_CODES, ...REJECT_CODES])
      .nullable()
      .meta({ description: "What the disqualification or the rejection was for" }),
    words: z.string(),
    choice: z
      .strictObject({ code: z.enum(CHOICE_CODES), words: z.string() })
      .nullable()
      .meta({ description: "Why another bid was chosen that was not first by the published criteria" }),
  })
  .meta({ id: "Debrief" });

const recordShape = z
  .strictObject({
    closedCount: z.int().meta({ description: "Requests that closed with bids and have ended, over the last 365 days" }),
    cancelledCount: z.int().meta({ description: "Of those given up after the close without a decision on the bids" }),
    inTimeCount: z.int().meta({ description: "Of those decided in the time that bidders had read" }),
    undecidedCount: z.int(),
    ghostingBps: z.int().nullable().meta({ description: "undecidedCount of closedCount, in basis points" }),
    medianHours: z.int().nullable().meta({ description: "From the close to the decision" }),
  })
  .meta({ id: "BuyerRecord" });

const decisionShape = z
  .strictObject({
    requestId: idText,
    disqualifications: z.array(disqualificationShape),
    extensionsLeft: z.int().nullable().meta({ description: "How often the time to decide may still be moved" }),
    end: z
      .strictObject({
        kind: z.enum(["cancelled", "rejected"]),
        code: z.enum([...CANCEL_CODES, ...REJECT_CODES]).nullable(),
      })
      .nullable()
      .meta({ description: "To those who have bid, and the buyer" }),
    debrief: debriefShape.nullable().meta({ description: "To a bidder whose bid did not win" }),
    buyerRecord: recordShape.nullable().meta({ description: "To providers, until the request has ended" }),
  })
  .meta({ id: "Decision" });

const writeDisqualification = ({ isCuring: _, bidder, ...one }: ShownDisqualification) => ({
  ...one,
  bidder: bidder && { id: bidder.id, nameOwn: bidder.nameOwn, nameLatin: bidder.nameLatin },
  createdAt: toIso(one.createdAt),
  cureEndsAt: isoOrNull(one.cureEndsAt),
  cureSentAt: isoOrNull(one.cureSentAt),
});

const writeDebrief = ({ bidId: _, ...debrief }: Debrief) => debrief;
const writeRecord = (card: BuyerCard) => ({ ...card });

const writeDecision = (requestId: string, page: DecidePage) => ({
  requestId,
  disqualifications: page.disqualifications.map(writeDisqualification),
  extensionsLeft: page.extensions?.left ?? null,
  end: page.end && { kind: page.end.kind, code: page.end.code },
  debrief: page.debrief && writeDebrief(page.debrief),
  buyerRecord: page.card && writeRecord(page.card),
});

export const getDecision = queryEndpoint({
  name: "getDecision",
  path: "/api/v1/requests/{requestId}/decision",
  summary: "What belongs to the decision on a request, as far as the key may know of it",
  scope: "requests:read",
  params: z.strictObject({ requestId: pathId }),
  response: decisionShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const now = clock();
    const request = await requestPage(database.read, actor, { id: params.requestId, now });
    if (!request) return refuse("not_found");
    return accept(writeDecision(request.id, await decidePage(database.read, { request, viewer: actor, now })));
  },
});

export const listCounterOffers = queryEndpoint({
  name: "listCounterOffers",
  path: "/api/v1/bids/{bidId}/counter-offers",
  summary: "What was offered on a bid after the opening, the oldest first: to its two sides alone",
  scope: "bids:read",
  params: z.strictObject({ bidId: pathId }),
  response: z.strictObject({ items: z.array(counterOffer) }),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const offers = await counterOffersOf(database.read, actor, { ...params, now: clock() });
    return offers ? accept({ items: offers }) : refuse("not_found");
  },
});

const score = z.int().nullable().meta({ description: "Hundredths of a point of 100" });

const rankingShape = z
  .strictObject({
    criteria: z.array(z.strictObject({ kind: z.enum(CRITERION_KINDS), title: z.string(), weight: z.int() })),
    items: z.array(
      z.strictObject({
        bidId: idText,
        rank: z.int().nullable().meta({ description: "Null where a rate is missing: then nobody is ranked" }),
        score,
        parts: z.array(score).meta({ description: "One a criterion; null where the panel has given no points" }),
      }),
    ),
  })
  .meta({ id: "Ranking" });

const writeRanked = ({ bidId, rank, score: total, parts }: RankedBid) => ({
  bidId,
  rank,
  score: total,
  parts: parts.map((part) => part.score),
});

export const getRanking = queryEndpoint({
  name: "getRanking",
  path: "/api/v1/requests/{requestId}/ranking",
  summary: "The ranking of your request's opened bids by its own criteria",
  description:
    "Of equal scores the earlier standing version is first, then the lesser id. Not there before the opening.",
  scope: "bids:read",
  params: z.strictObject({ requestId: pathId }),
  response: rankingShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const found = await rankingOf(database.read, actor, { ...params, now: clock() });
    return found ? accept({ criteria: [...found.criteria], items: found.bids.map(writeRanked) }) : refuse("not_found");
  },
});
