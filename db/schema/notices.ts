import { sql } from "drizzle-orm";
import type { DomainEvent, EventType } from "../../domain/notices/events";
import type { MailTiming } from "../../domain/notices/delivery";
import type { Watched } from "../../domain/notices/watching";
import type { IndexQuestion } from "../../domain/search/question";
import { boolean, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";

/** What happened, written in the transaction that made it happen. Read by the relay, oldest first. */
export const outbox = table(
  "outbox",
  {
    id: text().primaryKey(),
    type: text().$type<EventType>().notNull(),
    event: json<DomainEvent>().notNull(),
    occurredAt: instant().notNull(),
    deliveredAt: instant(),
    attempts: integer().notNull(),
    // Another relay may take it once this is past.
    leasedUntil: instant(),
    lastError: text(),
  },
  (row) => [index("outbox_waiting").on(row.deliveredAt, row.id)],
);

/** Everyone's inbox. One row a person and event: however often the relay runs, it tells once. */
export const notices = table(
  "notices",
  {
    id: text().primaryKey(),
    eventId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    // Which sentence in messages/notices.json, and what fills it.
    kind: text().notNull(),
    facts: json<Record<string, string | number>>().notNull(),
    href: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    // Which deal it is about, and which of its requests or orders; null where it is about neither.
    dealId: text(),
    subjectId: text(),
    // Told while its reader wanted to hear nothing of it: it counts and raises nothing, and is found with its deal.
    isQuiet: boolean().notNull().default(false),
    // When the digest is due that tells it by mail; null where none does, or has.
    digestAt: instant(),
  },
  (notice) => [
    uniqueIndex("notices_once").on(notice.eventId, notice.userId),
    index("notices_by_user").on(notice.userId, notice.organisationId, notice.id),
    index("notices_by_deal").on(notice.userId, notice.organisationId, notice.dealId, notice.id),
    // Few wait for a digest.
    index("notices_by_digest").on(notice.digestAt).where(sql`digest_at is not null`),
    index("notices_to_digest").on(notice.userId, notice.id).where(sql`digest_at is not null`),
  ],
);

/**
 * What a person wants to hear: of a topic where that is not what everybody gets, and of what they have muted, a deal or a topic, whatever else is
 * chosen for it; and that they have stopped the digest.
 */
export const noticeWishes = table(
  "notice_wishes",
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    what: text().$type<"deal" | "topic" | "digest">().notNull(),
    subject: text().notNull(),
    // Of a topic only; null where nothing is chosen.
    isInInbox: boolean(),
    mail: text().$type<MailTiming>(),
    mutedAt: instant(),
  },
  (wish) => [primaryKey({ columns: [wish.userId, wish.what, wish.subject] })],
);

/** Questions of the list of requests that a person of an organisation keeps, each with how they are told what it comes to find. */
export const savedSearches = table(
  "saved_searches",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    // As the list's address asks it; see domain/notices/saved-search.
    query: text().notNull(),
    mail: text().$type<MailTiming>().notNull(),
    isMuted: boolean().notNull().default(false),
    // Found since its person last looked.
    newCount: integer().notNull().default(0),
    // What its words are looked up by; null where that goes by the rows that there are.
    question: json<IndexQuestion>(),
    // Which version of names its words were read with.
    readWith: text().notNull(),
    createdAt: instant().notNull(),
  },
  (search) => [
    uniqueIndex("saved_searches_by_person").on(search.userId, search.organisationId, search.query),
    index("saved_searches_by_reading").on(search.readWith, search.id),
  ],
);

/** Under which filters and words a search is kept: whatever it finds has all of the filters and one of the words. */
export const savedSearchKeys = table(
  "saved_search_keys",
  {
    searchId: text()
      .notNull()
      .references(() => savedSearches.id),
    facets: text().notNull(),
    word: text().notNull(),
  },
  (key) => [
    primaryKey({ columns: [key.searchId, key.word] }),
    index("saved_search_keys_by_word").on(key.word, key.facets, key.searchId),
  ],
);

/** What a person of an organisation watches: a hub or a corridor. */
export const watches = table(
  "watches",
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    what: text().$type<Watched["what"]>().notNull(),
    subject: text().notNull(),
    createdAt: instant().notNull(),
  },
  (watch) => [
    primaryKey({ columns: [watch.userId, watch.organisationId, watch.what, watch.subject] }),
    index("watches_by_subject").on(watch.what, watch.subject),
  ],
);

/** Mail to send; at least once, with the same Message-ID each time. */
export const mails = table(
  "mails",
  {
    id: text().primaryKey(),
    messageId: text().notNull(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    locale: text().notNull(),
    // Where an answer leads back into a thread; null where nothing reads answers.
    replyTo: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    attempts: integer().notNull(),
    nextAttemptAt: instant().notNull(),
    lastError: text(),
    isDead: boolean().notNull(),
    // The address by which mails of its kind are stopped, said in its headers; goes with the text once it is sent.
    stopAddress: text(),
  },
  (mail) => [uniqueIndex("mails_once").on(mail.messageId), index("mails_waiting").on(mail.sentAt, mail.nextAttemptAt)],
);

/** What an organisation's API clients may hear: the stream of server-sent events reads it by id. */
export const organisationEvents = table(
  "organisation_events",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    eventId: text().notNull(),
    type: text().$type<EventType>().notNull(),
    // Ids and states only, never an amount.
    body: json<Record<string, string | number>>().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [
    uniqueIndex("organisation_events_once").on(row.organisationId, row.eventId),
    index("organisation_events_by_organisation").on(row.organisationId, row.id),
  ],
);
