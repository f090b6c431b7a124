import { z } from "zod";
import type { ShownFile } from "../domain/files/file";
import { SIDES } from "../domain/orders/slots/slot";
import { CONTACT_KINDS } from "../domain/shared/contact-in-text";
import type { Instant } from "../domain/shared/time";
import { type View, id, party, time } from "./fields";

const side = z.enum(SIDES);

const message = z.object({
  seq: z.int(),
  by: side,
  writer: z
    .string()
    .nullable()
    .meta({ description: "Who wrote it; null before the award, with which names are exchanged" }),
  at: time,
  words: z
    .string()
    .meta({ description: "As you may read it: of the other side's, before the award, without contact details" }),
  held: z.array(z.enum(CONTACT_KINDS)).meta({
    description: "Kinds of contact details in it that the other side does not read before the award",
  }),
  files: z.array(z.object({ id, name: z.string(), mayRead: z.boolean() })),
  isByMail: z.boolean().meta({ description: "Whether it came as a reply to a mail" }),
});

/** What a buyer and one provider say to each other about a bid, and about the order that follows from it. */
export const thread = z
  .object({
    bidId: id.meta({ description: "The bid that it is about: a thread has no other name" }),
    requestId: id,
    orderId: id.nullable().meta({ description: "Null until the bid has won" }),
    side: side.meta({ description: "Which one your organisation is" }),
    buyer: party,
    provider: party,
    isOpen: z.boolean().meta({ description: "Whether the two may write to each other now" }),
    messages: z.array(message).meta({ description: "The last ones up to `before`, in their order" }),
    hasEarlier: z.boolean(),
    unread: z.int().meta({ description: "Messages of the other side that yours has not read" }),
    otherRead: z
      .object({ seq: z.int(), at: time.nullable() })
      .meta({ description: "Up to which message the other side has read, and when" }),
    reminders: z.array(z.object({ side, at: time })).meta({ description: "Which side was reminded, and when" }),
  })
  .meta({ id: "Thread" });

export type ThreadMessage = View<typeof message>;

/** The same with what its reader may do. */
export type ThreadPage = View<typeof thread> & {
  readonly mayWrite: boolean;
  /** The number of the last message. */
  readonly lastSeq: number;
  /** The reader's own files that no message has named yet. */
  readonly waiting: readonly ShownFile[];
  /** From when on the other side may be reminded; null where it is not its turn, or the reader may not. */
  readonly remindFrom: Instant | null;
};

/** A thread as a line of the buyer's list of bidders. */
export type ThreadHead = { readonly bidId: string; readonly unread: number; readonly lastAt: Instant | null };
