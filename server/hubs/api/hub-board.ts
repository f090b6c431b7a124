import { z } from "zod";
import { accept, refuse } from "@/domain/shared/result";
import { queryEndpoint } from "../../platform/api/endpoint-kinds";
import { platform } from "../../platform/platform";
import { hubBoard } from "../queries/hub-board";
import { hubBoardShape, writeHubBoard } from "../shapes/hub-board";
import { pathId } from "../../platform/api/fields";

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
