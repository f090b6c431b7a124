import { z } from "zod";
import { readingOf, saveReading } from "../../db/repositories/threads";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadThread, lockThread, ofBid, threadHttp, type ThreadReceipt } from "./load-thread";

/** A side has read the thread up to a message: the other sees when. Whoever only looks reads too. */
export const markThreadRead = command({
  name: "threads.mark-read",
  action: "thread.read",
  input: z.strictObject({ ...ofBid, seq: z.int().min(0) }),
  http: {
    ...threadHttp,
    scope: "messages:read",
    path: "/bids/{bidId}/messages/read",
    operation: "markMessagesRead",
    status: 200,
    summary: "Say up to which message your organisation has read; the other side sees when",
    example: { seq: 3 },
    refusals: [],
  },
  lock: lockThread,
  async run(
    { tx, actor, now, concerns },
    { bidId, seq },
  ): Promise<Result<ThreadReceipt, Refusal<"not_found" | "not_permitted">>> {
    const loaded = await loadThread(tx, actor, { bidId, action: "thread.read" });
    if (!loaded.ok) return loaded;
    const { thread, side } = loaded.value;
    const upTo = Math.min(seq, thread?.lastSeq ?? 0);
    // Read once: a later call for the same message leaves the time as it was.
    if (thread && upTo > readingOf(thread, side).readSeq) await saveReading(tx, { bidId, side, seq: upTo, now });
    concerns(bidId);
    return accept({ bidId, seq: upTo });
  },
});
