import { z } from "zod";
import { CHOICE_CODES, GAP_BANDS, RANK_BANDS } from "../domain/bidding/debrief";
import { DISQUALIFICATION_STATES } from "../domain/bidding/disqualification";
import { CANCEL_CODES, DISQUALIFY_CODES, LOSS_CODES, REJECT_CODES } from "../domain/requests/reasons";
import { CRITERION_KINDS } from "../domain/requests/request-choices";
import { type View, id, party, time } from "./fields";

const disqualification = z
  .object({
    bidId: id,
    bidder: party.nullable().meta({ description: "To the buyer only" }),
    state: z.enum(DISQUALIFICATION_STATES),
    isCuring: z.boolean().meta({ description: "Whether both sides may still act on it" }),
    code: z.enum(DISQUALIFY_CODES),
    words: z.string(),
    createdAt: time,
    cureEndsAt: time.nullable().meta({ description: "Null where there was nothing to mend" }),
    cureWords: z.string().nullable(),
    cureSentAt: time.nullable(),
    endWords: z.string().nullable().meta({ description: "Why the buyer refused what was sent" }),
  })
  .meta({ id: "Disqualification" });

const debrief = z
  .object({
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
      .object({ code: z.enum(CHOICE_CODES), words: z.string() })
      .nullable()
      .meta({ description: "Why another bid was chosen that was not first by the published criteria" }),
  })
  .meta({ id: "Debrief" });

const buyerRecord = z
  .object({
    closedCount: z.int().meta({ description: "Requests that closed with bids and have ended, over the last 365 days" }),
    cancelledCount: z.int().meta({ description: "Of those given up after the close without a decision on the bids" }),
    inTimeCount: z.int().meta({ description: "Of those decided in the time that bidders had read" }),
    undecidedCount: z.int(),
    ghostingBps: z.int().nullable().meta({ description: "undecidedCount of closedCount, in basis points" }),
    medianHours: z.int().nullable().meta({ description: "From the close to the decision" }),
  })
  .meta({ id: "BuyerRecord" });

/** What belongs to the decision on a request, as far as its reader may know of it. */
export const decision = z
  .object({
    requestId: id,
    disqualifications: z.array(disqualification),
    extensionsLeft: z.int().nullable().meta({ description: "How often the time to decide may still be moved" }),
    latestExtension: z
      .object({ decideBy: time, reason: z.string() })
      .nullable()
      .meta({ description: "To when the time to decide was moved last, and why" }),
    end: z
      .object({
        kind: z.enum(["cancelled", "rejected"]),
        code: z.enum([...CANCEL_CODES, ...REJECT_CODES]).nullable(),
      })
      .nullable()
      .meta({ description: "To those who have bid, and the buyer" }),
    debrief: debrief.nullable().meta({ description: "To a bidder whose bid did not win" }),
    buyerRecord: buyerRecord.nullable().meta({ description: "To providers, until the request has ended" }),
  })
  .meta({ id: "Decision" });

export type Disqualification = View<typeof disqualification>;
export type Debrief = View<typeof debrief>;
export type BuyerRecord = View<typeof buyerRecord>;
export type Decision = View<typeof decision>;

/** The same with what the reader may do now, as the commands ask. */
export type DecisionPage = Decision & {
  readonly mayDecide: boolean;
  readonly mayExtend: boolean;
  /** Whether the viewer may hold its own bid for longer. */
  readonly mayProlong: boolean;
  readonly cureHours: number;
};

const score = z.int().nullable().meta({ description: "Hundredths of a point of 100" });

/** The opened bids of a request by its own criteria, the first first. */
export const ranking = z
  .object({
    criteria: z.array(z.object({ kind: z.enum(CRITERION_KINDS), title: z.string(), weight: z.int() })),
    items: z.array(
      z.object({
        bidId: id,
        rank: z.int().nullable().meta({ description: "Null where a rate is missing: then nobody is ranked" }),
        score,
        parts: z.array(score).meta({ description: "One a criterion; null where the panel has given no points" }),
      }),
    ),
  })
  .meta({ id: "Ranking" });

export type Ranking = View<typeof ranking>;
