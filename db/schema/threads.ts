import type { Side } from "../../domain/orders/slots/slot";
import { boolean, instant, integer, json, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";
import { bids } from "./requests";

/**
 * What a buyer and one provider say to each other about a bid, and about the order that follows from it: a row from the first message or reminder
 * on. Written by both sides; read by nobody else. Kept for ever.
 */
export const threads = table("threads", {
  bidId: text()
    .primaryKey()
    .references(() => bids.id),
  // The number of the last message, and who wrote it: 0 and null where there are reminders alone.
  lastSeq: integer().notNull(),
  lastBy: text().$type<Side>(),
  lastAt: instant(),
  // How far each side has read the other's, and how much of it waits: lists ask for the number beside many orders.
  buyerReadSeq: integer().notNull(),
  buyerReadAt: instant(),
  buyerUnread: integer().notNull(),
  providerReadSeq: integer().notNull(),
  providerReadAt: instant(),
  providerUnread: integer().notNull(),
  // When each side was reminded last.
  buyerRemindedAt: instant(),
  providerRemindedAt: instant(),
});

/** Messages in their order, as they were written: what a reader may not see yet is taken out when it is read. Kept for ever, never changed. */
export const threadMessages = table(
  "thread_messages",
  {
    bidId: text()
      .notNull()
      .references(() => threads.bidId),
    seq: integer().notNull(),
    by: text().$type<Side>().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    words: text().notNull(),
    // Files of the thread that it names; others of its writer wait for a later message.
    fileIds: json<readonly string[]>().notNull(),
    // Whether it came as a reply to a mail.
    isByMail: boolean().notNull(),
  },
  (message) => [primaryKey({ columns: [message.bidId, message.seq] })],
);

/** Reminders: which side was reminded, by whom of the other and when. Kept for ever. */
export const threadReminders = table(
  "thread_reminders",
  {
    bidId: text()
      .notNull()
      .references(() => threads.bidId),
    at: instant().notNull(),
    side: text().$type<Side>().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
  },
  (reminder) => [primaryKey({ columns: [reminder.bidId, reminder.at, reminder.side] })],
);
