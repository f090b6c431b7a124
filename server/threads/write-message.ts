import { z } from "zod";
import { findFiles } from "../../db/repositories/files";
import { findThread, insertMessage, openThread, sentFilesOf } from "../../db/repositories/threads";
import { longText } from "../../domain/shared/wire-fields";
import { MESSAGE_FILES_MAX, MESSAGE_MAX, mayTalk } from "../../domain/threads/thread";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadThread, lockThread, ofBid, saidEvent, threadHttp, type ThreadReceipt } from "./load-thread";

const input = z.strictObject({
  ...ofBid,
  // In one form of Unicode, so that a contact is found however it was typed.
  words: longText(MESSAGE_MAX).transform((text) => text.normalize("NFC")),
  /** Files of the thread that it names; the writer's own that no message has named. */
  fileIds: z.array(z.string().max(64)).max(MESSAGE_FILES_MAX, "too_many").optional(),
  /** Whether it was read from a reply to a mail. */
  isByMail: z.boolean().optional(),
});

type WriteRefusal = Refusal<"not_found" | "not_permitted" | "thread_not_open" | "thread_closed" | "file_unknown">;

/** One side of a thread writes to the other. The text is kept whole; what it says of contacts is held back when it is read before an award. */
export const writeMessage = command({
  name: "threads.write",
  action: "thread.write",
  limit: "message",
  input,
  http: {
    ...threadHttp,
    path: "/bids/{bidId}/messages",
    operation: "writeMessage",
    status: 201,
    summary: "Write to the other side about an opened bid, or about the order that follows from it",
    description:
      "Contact details reach the other side with the award only: until then it reads a message without them. Files are sent to the thread first (`subject=thread`, `subjectId` the bid's id), and named here.",
    example: { words: "The cut-off at Horgos is on Thursday at 16:00" },
    refusals: ["thread_not_open", "thread_closed", "file_unknown", "not_permitted"],
    screensOnly: ["isByMail"],
  },
  lock: lockThread,
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, words, fileIds = [], isByMail = false },
  ): Promise<Result<ThreadReceipt, WriteRefusal>> {
    const loaded = await loadThread(tx, actor, { bidId, action: "thread.write" });
    if (!loaded.ok) return loaded;
    const talk = mayTalk(loaded.value.facts, now);
    if (!talk.ok) return talk;
    const { organisationId, userId } = actor;
    assert(organisationId && userId, "a message is somebody's word");
    const ids = [...new Set(fileIds)];
    const [files, sent] = [await findFiles(tx, ids), await sentFilesOf(tx, bidId)];
    const isOwn = (id: string) =>
      !sent.has(id) &&
      files.some(
        (file) =>
          file.id === id &&
          file.organisationId === organisationId &&
          file.subjectKind === "thread" &&
          file.subjectId === bidId,
      );
    const unknown = ids.find((id) => !isOwn(id));
    if (unknown !== undefined) return refuse("file_unknown", { fileId: unknown });
    await openThread(tx, bidId);
    const thread = loaded.value.thread ?? (await findThread(tx, bidId));
    assert(thread, "the thread was opened");
    const by = { by: loaded.value.side, organisationId, userId, at: now };
    const seq = await insertMessage(tx, thread, { bidId, ...by, words, fileIds: ids, isByMail });
    publish(saidEvent(loaded.value, seq));
    concerns(bidId);
    return accept({ bidId, seq });
  },
});
