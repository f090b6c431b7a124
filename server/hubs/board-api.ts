import { z } from "zod";
import { pathId } from "../platform/api/fields";
import { accept, refuse } from "@/domain/shared/result";
import { hubBoard } from "@/views/hubs";
import { queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { hubBoard as readBoard } from "./queries/hub-board";

export const getHubBoard = queryEndpoint({
  name: "getHubBoard",
  path: "/api/v1/hubs/{hubId}/board",
  summary:
    "What waits at a hub by each mode, what is closed there, and how long this market's own orders took to cross",
  scope: null,
  params: z.strictObject({ hubId: pathId }),
  response: hubBoard,
  async run({ params: { hubId } }) {
    const { database, clock } = platform();
    const board = await readBoard(database.read, hubId, clock());
    return board ? accept(board) : refuse("not_found");
  },
});
