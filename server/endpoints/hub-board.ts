import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { announceClosure, announceClosureInput } from "../commands/hubs/announce-closure";
import { enterHubState, enterHubStateInput } from "../commands/hubs/enter-hub-state";
import { withdrawClosure, withdrawClosureInput } from "../commands/hubs/withdraw-closure";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { hubBoard } from "../queries/hub-board";
import { hubBoardShape, writeHubBoard } from "./shapes/border/hub-board";
import { idText, pathId } from "./shapes/fields";

const ofHub = z.strictObject({ hubId: pathId });
const made = z.strictObject({ id: idText });

export const getHubBoard = queryEndpoint({
  name: "getHubBoard",
  path: "/api/v1/hubs/{hubId}/board",
  summary:
    "What waits at a hub by each mode, what is closed there, and how long this market's own orders took to cross",
  scope: null,
  params: ofHub,
  response: hubBoardShape,
  async run({ params: { hubId } }) {
    const { database, clock } = platform();
    const board = await hubBoard(database.read, hubId, clock());
    return board ? accept(writeHubBoard(hubId, board)) : refuse("not_found");
  },
});

export const postHubState = commandEndpoint({
  name: "enterHubState",
  method: "POST",
  path: "/api/v1/hubs/{hubId}/board",
  summary: "Enter what waits at a hub by one mode, for administrators",
  description: "Figures are never changed: the latest count holds. Without `asOf` it was counted now.",
  scope: "admin:write",
  params: ofHub,
  body: enterHubStateInput.omit({ hubId: true }),
  example: {
    ...{ mode: "road", backlog: 1_500, throughputPerDay: 700, arrivalsPerDay: 680, capacityPerDay: 1_000 },
    source: "Port authority",
  },
  response: made,
  refusals: [
    ...["mode_not_at_hub", "state_in_future", "state_superseded"],
    ...["hours_incomplete", "hours_empty", "wait_unlikely"],
  ],
  command: enterHubState,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postClosure = commandEndpoint({
  name: "announceClosure",
  method: "POST",
  path: "/api/v1/hubs/{hubId}/closures",
  summary: "Announce that a hub lets nobody through for a time, for administrators",
  scope: "admin:write",
  params: ofHub,
  body: announceClosureInput.omit({ hubId: true }),
  example: {
    ...{ mode: "road", from: "2027-02-15T16:00:00Z", to: "2027-02-18T16:00:00Z", zone: "Asia/Shanghai" },
    ...{ reason: "Spring Festival", source: "Customs notice" },
  },
  response: made,
  refusals: ["mode_not_at_hub", "zone_not_of_hub", "closure_backwards", "closure_over", "closure_too_long"],
  command: announceClosure,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postWithdrawClosure = commandEndpoint({
  name: "withdrawClosure",
  method: "POST",
  path: "/api/v1/closures/{closureId}/withdraw",
  summary: "Take a closure back, for administrators: it ends now, or never was",
  scope: "admin:write",
  params: z.strictObject({ closureId: pathId }),
  body: withdrawClosureInput.omit({ closureId: true }),
  example: { reason: "The works are done early" },
  response: made,
  refusals: ["closure_withdrawn", "closure_over"],
  command: withdrawClosure,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 200,
});
