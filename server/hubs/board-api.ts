import { z } from "zod";
import { MODES } from "@/domain/hubs/place";
import { type ExpectedWait, WAIT_SOURCES } from "@/domain/hubs/board/board";
import type { HubBoard, ModeBoard } from "@/domain/hubs/board/board-view";
import { type Closure, spanOf } from "@/domain/hubs/board/closure";
import { hoursOf } from "@/domain/hubs/board/expected-wait";
import type { HubState } from "@/domain/hubs/board/hub-state";
import { shownSource } from "@/domain/hubs/position-source";
import { instant, toIso } from "@/domain/shared/instant";
import { idText, isoOrNull, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { hubBoard } from "./queries/hub-board";

const hours = z.number().min(0);

const waitShape = z
  .strictObject({
    hours: hours.meta({ description: "Of whoever arrives now and leaves China" }),
    queueHours: hours,
    closedHours: hours.meta({ description: "How many of the hours the border is closed" }),
    basis: z.enum(WAIT_SOURCES).meta({
      description:
        "The board's figures, own crossings where they tell better, the month's planning figure, or nobody counts a queue there",
    }),
    comingBasis: z.enum(["board", "orders", "assumed"]).meta({
      description: "From what it is known how many come: the board, this market's own orders, or as many as go through",
    }),
    asOf: timeText.nullable().meta({ description: "When the board's figures were counted" }),
    source: z.string().nullable(),
    isEstimate: z.boolean(),
  })
  .meta({ id: "ExpectedWait" });

const stateShape = z
  .strictObject({
    backlog: z.int().meta({ description: "Vehicles or wagons that wait" }),
    throughputPerDay: z.int(),
    arrivalsPerDay: z.int().nullable().meta({ description: "How many come in a day; null where nobody counts them" }),
    capacityPerDay: z.int().nullable(),
    opensAt: z.string().nullable().meta({ description: "On the hub's clock, HH:MM" }),
    shutsAt: z.string().nullable(),
    asOf: timeText,
    source: z.string(),
    isStale: z.boolean().meta({ description: "Too old to count" }),
  })
  .meta({ id: "HubState" });

const closureShape = z
  .strictObject({
    id: idText,
    mode: z.enum(MODES).nullable().meta({ description: "Null for all modes" }),
    from: timeText,
    to: timeText,
    zone: z.string().meta({ description: "On whose clock it was announced" }),
    reason: z.string(),
    source: z.string(),
  })
  .meta({ id: "HubClosure" });

const recordShape = z
  .strictObject({
    orders: z.int().min(5),
    boardHours: hours.meta({ description: "What the board said when goods came, in the middle" }),
    ownHours: hours.meta({ description: "What these goods waited, in the middle" }),
    boardOffHours: hours.meta({ description: "By so much the board was off at the most for half of them" }),
    ownOffHours: hours.meta({
      description: "By so much the middle of the crossings before was off at the most for half of them",
    }),
    isApart: z
      .boolean()
      .meta({ description: "Whether the board was off by more than half of the wait for half of the arrivals" }),
    plannedBy: z.enum(["board", "orders"]).meta({ description: "By which of them waits are planned" }),
  })
  .meta({
    id: "BoardRecord",
    description: "The board's counts beside this market's own crossings of the same arrivals",
  });

const hubBoardShape = z
  .strictObject({
    hubId: idText,
    zone: z.string().meta({ description: "IANA time zone of the hub" }),
    readAt: timeText,
    countries: z.array(z.string()).meta({
      description:
        "On the other side of a land border, by ISO 3166: queues, waits and crossings are those towards them",
    }),
    modes: z.array(
      z.strictObject({
        mode: z.enum(MODES),
        wait: waitShape.nullable().meta({ description: "Null where nothing is known" }),
        state: stateShape.nullable().meta({ description: "The last figures; null where none were entered" }),
        closedUntil: timeText.nullable().meta({ description: "Where it is closed now" }),
        crossings: z
          .strictObject({ orders: z.int().min(5), halfWithinHours: hours, nineInTenWithinHours: hours })
          .nullable()
          .meta({ description: "Of this market's own orders of the last 90 days; null of fewer than five" }),
        boardRecord: recordShape.nullable().meta({ description: "Null where too few can be compared" }),
      }),
    ),
    closures: z.array(closureShape).meta({ description: "That are not over" }),
  })
  .meta({ id: "HubBoard" });

const writeWait = (wait: ExpectedWait): z.input<typeof waitShape> => ({
  hours: wait.hours,
  queueHours: wait.queueHours,
  closedHours: wait.closedHours,
  basis: wait.source,
  comingBasis: wait.comingSource,
  asOf: isoOrNull(wait.asOf),
  source: wait.statedBy === null ? null : shownSource(wait.statedBy),
  isEstimate: wait.isEstimate,
});

const writeState = (state: HubState, isStale: boolean): z.input<typeof stateShape> => ({
  backlog: state.backlog,
  throughputPerDay: state.throughputPerDay,
  arrivalsPerDay: state.arrivalsPerDay ?? null,
  capacityPerDay: state.capacityPerDay,
  opensAt: state.opensAt,
  shutsAt: state.shutsAt,
  asOf: toIso(state.asOf),
  source: state.source,
  isStale,
});

function writeClosure(closure: Closure): z.input<typeof closureShape> {
  const { id, mode, zone, reason, source } = closure;
  const { from, to } = spanOf(closure);
  return { id, mode, from: toIso(instant(from)), to: toIso(instant(to)), zone, reason, source };
}

const writeMode = ({ mode, wait, state, isStale, closedUntil, crossings, record }: ModeBoard) => ({
  mode,
  wait: wait && writeWait(wait),
  state: state && writeState(state, isStale),
  closedUntil: isoOrNull(closedUntil),
  crossings: crossings && {
    orders: crossings.n,
    halfWithinHours: hoursOf(crossings.p50Ms),
    nineInTenWithinHours: hoursOf(crossings.p90Ms),
  },
  boardRecord: record && {
    orders: record.n,
    boardHours: hoursOf(record.boardMs),
    ownHours: hoursOf(record.ownMs),
    boardOffHours: hoursOf(record.boardOffMs),
    ownOffHours: hoursOf(record.ownOffMs),
    isApart: record.isApart,
    plannedBy: record.plannedBy,
  },
});

const writeHubBoard = (hubId: string, board: HubBoard): z.input<typeof hubBoardShape> => ({
  hubId,
  zone: board.zone,
  readAt: toIso(board.now),
  countries: [...board.countries],
  modes: board.modes.map(writeMode),
  closures: board.closures.map(writeClosure),
});

export const getHubBoard = queryEndpoint({
  name: "getHubBoard",
  path: "/api/v1/hubs/{hubId}/board",
  summary:
    "What waits at a hub by each mode, what is closed there, and how long this market's own orders took to cross",
  scope: null,
  params: z.strictObject({ hubId: pathId }),
  response: hubBoardShape,
  async run({ params: { hubId } }) {
    const { database, clock } = platform();
    const board = await hubBoard(database.read, hubId, clock());
    return board ? accept(writeHubBoard(hubId, board)) : refuse("not_found");
  },
});
