import { WAIT_SOURCES } from "@/domain/hubs/board/board";
import { z } from "zod";
import type { ChainView } from "@/domain/orders/chain/chain-view";
import type { Span } from "@/domain/orders/chain/eta";
import { gateKey } from "@/domain/orders/chain/gate";
import { gateSchema } from "@/domain/orders/chain/check-gates";
import { isClosed } from "@/domain/orders/chain/gate-state";
import { MODES } from "@/domain/hubs/place";
import { ORDER_STATES } from "@/domain/shared/states";
import { REROUTE_STATES } from "@/domain/orders/reroute";
import { SERVICES } from "@/domain/shared/service";
import { SIDES } from "@/domain/orders/slots/sides";
import { toIso } from "@/domain/shared/instant";
import { lateStepShape, writeLateStep } from "./order-shapes";
import { dayText, idText, isoOrNull, moneyShape, partyShape, timeText } from "../platform/api/fields";

const spanShape = z
  .strictObject({ from: timeText, to: timeText })
  .meta({ id: "Span", description: "Not before the first, not after the second as far as is planned" });

const writeSpan = ({ min, max }: Span) => ({ from: toIso(min), to: toIso(max) });

const waitShape = z.strictObject({
  queueHours: z.number(),
  closedHours: z.number(),
  source: z.enum(WAIT_SOURCES).meta({
    description:
      "By the hub's board, this market's own crossings, the planning figure of the month, or nothing that is known",
  }),
});

const HOUR_MS = 3_600_000;
const hoursOf = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10;

type Wait = NonNullable<NonNullable<ChainView["eta"]>["wait"]>;
const writeWait = ({ queueMs, closureMs, source }: Wait) => ({
  queueHours: hoursOf(queueMs),
  closedHours: hoursOf(closureMs),
  source,
});

const gateShape = z.strictObject({
  key: z.string().meta({ example: "inspection>logistics.picked_up" }),
  ...gateSchema.shape,
  state: z.enum(["open", "waived", "stated", "waiting", "failed"]).meta({
    description: "`stated` by the buyer's own word, of a service that it does itself or of a release with its number",
  }),
  why: z.string().nullable().meta({ description: "Why it is closed" }),
  bringer: partyShape.nullable().meta({ description: "Who brings what it waits for" }),
  passedAt: timeText.nullable().meta({ description: "When it let its order through; from then on it holds nothing" }),
  waiver: z.strictObject({ reason: z.string(), waivedAt: timeText }).nullable(),
  statedAt: timeText.nullable().meta({ description: "When its buyer stated it" }),
  release: z
    .strictObject({ number: z.string(), releasedOn: dayText, reason: z.string() })
    .nullable()
    .meta({ description: "Of a release that its buyer stated: the number that the customs gave, and the day" }),
});

const rerouteShape = z
  .strictObject({
    number: z.int(),
    state: z.enum([...REROUTE_STATES, "overtaken"]),
    fromHubId: z.string(),
    toHubId: z.string(),
    askedBy: z.enum(SIDES),
    askedAt: timeText,
    reason: z.string(),
    extra: moneyShape
      .nullable()
      .meta({ description: "What the buyer pays on top of the contract price; null to other providers of the deal" }),
    laterHours: z.number().meta({ description: "As planned when it was asked for; negative where it is sooner" }),
    furtherKm: z.int(),
    answeredAt: timeText.nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: "Reroute" });

export const chainShape = z
  .strictObject({
    dealId: idText,
    isFixed: z.boolean().meta({ description: "Whether an award has fixed the gates" }),
    orders: z.array(
      z.strictObject({
        service: z.enum(SERVICES),
        orderId: idText
          .nullable()
          .meta({ description: "Null until somebody is chosen, and to those who may not open it" }),
        state: z.enum(ORDER_STATES).nullable(),
        provider: partyShape.nullable(),
        waitsFor: z.array(z.string()).meta({ description: "Keys of the closed gates before its next step" }),
        late: z.array(lateStepShape).meta({
          description: "Its late steps, the one that is late now last; empty to those who are no party of it",
        }),
      }),
    ),
    gates: z.array(gateShape),
    eta: z
      .strictObject({
        arrives: spanShape,
        hasArrived: z.boolean(),
        wait: waitShape.nullable().meta({ description: "At the border; null once the goods have crossed" }),
        stops: z.array(
          z.strictObject({
            placeId: z.string(),
            at: spanShape,
            isActual: z.boolean(),
            isPassed: z.boolean().meta({ description: "A place behind it was reported, and this one was not" }),
            isOverdue: z.boolean().meta({
              description:
                "The goods should have been there and nobody has said so: `at` is now at the earliest, and no forecast",
            }),
          }),
        ),
        isHeld: z.boolean().meta({
          description: "Something holds the goods: what is expected counts from now on, as if they were let go",
        }),
      })
      .nullable(),
    otherWays: z.array(
      z.strictObject({
        hubId: z.string(),
        mode: z.enum(MODES),
        distanceKm: z.int(),
        arrives: spanShape,
        wait: waitShape,
        laterHours: z.number().meta({ description: "Than by the present way; negative where it is sooner" }),
        furtherKm: z.int(),
      }),
    ),
    reroutes: z.array(rerouteShape),
  })
  .meta({ id: "Chain" });

export const writeChain = (view: ChainView): z.input<typeof chainShape> => ({
  dealId: view.deal.id,
  isFixed: view.isFixed,
  orders: view.lanes.map(({ service, order }) => ({
    service,
    orderId: order?.isOpenToViewer ? order.id : null,
    state: order?.state ?? null,
    provider: order?.provider ?? null,
    waitsFor: (order?.stops ?? []).map(({ gate }) => gateKey(gate)),
    late: (order?.late ?? []).map(writeLateStep),
  })),
  gates: view.gates.map(({ key, gate, state, bringer, passedAt }) => ({
    key,
    need: gate.need,
    holds: gate.holds,
    state: state.kind,
    why: isClosed(state) && "why" in state ? state.why : null,
    bringer,
    passedAt: isoOrNull(passedAt),
    waiver: state.kind === "waived" ? { reason: state.waiver.reason, waivedAt: toIso(state.waiver.waivedAt) } : null,
    statedAt: state.kind === "stated" ? toIso(state.statement.statedAt) : null,
    release: state.kind === "stated" ? state.statement.release : null,
  })),
  eta: view.eta && {
    arrives: writeSpan(view.eta.arrives),
    hasArrived: view.eta.hasArrived,
    wait: view.eta.wait && writeWait(view.eta.wait),
    stops: view.eta.stops.map(({ at, ...stop }) => ({ ...stop, at: writeSpan(at) })),
    isHeld: view.hold !== null,
  },
  otherWays: view.others.map(({ hub, mode, distanceKm, arrives, wait, laterMs, furtherKm }) => ({
    hubId: hub.id,
    mode,
    distanceKm,
    arrives: writeSpan(arrives),
    wait: writeWait(wait),
    laterHours: hoursOf(laterMs),
    furtherKm,
  })),
  reroutes: view.reroutes.map(({ from, to, extra, laterMs, answerWords, ...reroute }) => ({
    number: reroute.number,
    state: reroute.state,
    fromHubId: from.id,
    toHubId: to.id,
    askedBy: reroute.askedBy,
    askedAt: toIso(reroute.askedAt),
    reason: reroute.reason,
    extra: extra && { minor: Number(extra.minor), currency: extra.currency },
    laterHours: hoursOf(laterMs),
    furtherKm: reroute.furtherKm,
    answeredAt: isoOrNull(reroute.answeredAt),
    answer: answerWords,
  })),
});
