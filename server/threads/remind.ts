import { z } from "zod";
import { insertReminder, openThread } from "../../db/repositories/threads";
import { mayRemind, type RemindRefusal } from "../../domain/threads/reminder";
import { mayTalk, otherSide } from "../../domain/threads/thread";
import { accept, assert, type Refusal, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { awaitedIn, remindedAtOf } from "./awaited-turn";
import { loadThread, lockThread, ofBid, saidEvent, threadHttp, type ThreadReceipt } from "./load-thread";

type Refusals = RemindRefusal | Refusal<"not_found" | "not_permitted" | "thread_not_open" | "thread_closed">;

/** One press: the other side, whose turn it is, is told so once more, in its inbox and by mail. */
export const remindOther = command({
  name: "threads.remind",
  action: "thread.write",
  input: z.strictObject(ofBid),
  http: {
    ...threadHttp,
    path: "/bids/{bidId}/remind",
    operation: "remindOtherSide",
    status: 200,
    summary: "Remind the other side that it is its turn",
    description:
      "Once its turn is four working hours old, and at most once in 24 hours. It hears of it in its inbox and by mail.",
    refusals: [
      ...(["not_their_turn", "reminder_too_early", "reminded_lately"] as const),
      ...(["thread_not_open", "thread_closed", "not_permitted"] as const),
    ],
  },
  lock: lockThread,
  async run({ tx, actor, now, publish, concerns }, { bidId }): Promise<Result<ThreadReceipt, Refusals>> {
    const loaded = await loadThread(tx, actor, { bidId, action: "thread.write" });
    if (!loaded.ok) return loaded;
    const talk = mayTalk(loaded.value.facts, now);
    if (!talk.ok) return talk;
    const allowed = mayRemind(await awaitedIn(tx, loaded.value, now), remindedAtOf(loaded.value), now);
    if (!allowed.ok) return allowed;
    assert(actor.userId, "somebody reminds");
    await openThread(tx, bidId);
    await insertReminder(tx, { bidId, side: otherSide(loaded.value.side), userId: actor.userId, at: now });
    publish(saidEvent(loaded.value, null));
    concerns(bidId);
    return accept({ bidId, seq: loaded.value.thread?.lastSeq ?? 0 });
  },
});
