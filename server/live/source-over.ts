import type { Reader } from "../../db/database";
import { logHeads } from "../../db/repositories/live/log-heads";
import { logAfter } from "../../db/repositories/request-log";
import { readRanking } from "../bidding/standings/read-ranking";
import type { Source } from "./read-on";

/** What happened, as the database has it. */
export const sourceOver = (read: Reader): Source => ({
  heads: (requestIds) => logHeads(read, requestIds),
  after: (requestId, seq, limit) => logAfter(read, { requestId, seq, limit }),
  at: (requestId, now) => readRanking(read, { requestId, now }),
});
