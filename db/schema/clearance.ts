import type {
  Answerer,
  DeclarationEvent,
  DeclarationSide,
  DeclarationState,
  DeclaredLine,
  KeptAssessment,
  KeptEstimate,
} from "../../domain/clearance/declaration";
import type { Currency } from "../../domain/shared/money";
import { index, instant, integer, json, minorUnits, primaryKey, table, text, uniqueIndex } from "../dialect";
import { users } from "./accounts";
import { orders } from "./orders";

/** Customs declarations of an order. Written by its two parties; read by them on the order's page, and with every list of orders for whose turn it is. */
export const declarations = table(
  "declarations",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    // Counts the order's declarations from 1.
    number: integer().notNull(),
    side: text().$type<DeclarationSide>().notNull(),
    country: text().notNull(),
    currency: text().$type<Currency>().notNull(),
    state: text().$type<DeclarationState>().notNull(),
    // The draft; every revision takes its place, and `declaration_entries` says when.
    lines: json<readonly DeclaredLine[]>().notNull(),
    remarks: text().notNull(),
    revision: integer().notNull(),
    // Of the market's rates on the day of the draft; null where nothing is estimated for this side.
    estimate: json<KeptEstimate>(),
    approvedAt: instant(),
    approvedByUserId: text().references(() => users.id),
    // Under which the customs have registered it.
    registeredNumber: text(),
    filedAt: instant(),
    assessment: json<KeptAssessment>(),
    paidMinor: minorUnits().notNull(),
    // The latest time at which the customs are said to have done something.
    lastActAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (row) => [
    uniqueIndex("declarations_by_order").on(row.orderId, row.number),
    // A number is given once by a country's customs.
    uniqueIndex("declarations_by_registered_number").on(row.country, row.registeredNumber),
  ],
);

/** What happened to each declaration, in its order. Written with the declaration and never changed; read by the order's parties. */
export const declarationEntries = table(
  "declaration_entries",
  {
    declarationId: text()
      .notNull()
      .references(() => declarations.id),
    seq: integer().notNull(),
    event: text().$type<DeclarationEvent | "draft">().notNull(),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
    byUserId: text().references(() => users.id),
    // A reason, an act, the number of a receipt; empty where nothing was said.
    words: text().notNull(),
    fileIds: json<readonly string[]>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.declarationId, row.seq] })],
);

/** Questions of the customs. Written by the provider, answered by whom it names; read by both. */
export const declarationQuestions = table(
  "declaration_questions",
  {
    declarationId: text()
      .notNull()
      .references(() => declarations.id),
    number: integer().notNull(),
    question: text().notNull(),
    answersBy: text().$type<Answerer>().notNull(),
    answerBy: instant(),
    askedAt: instant().notNull(),
    fileIds: json<readonly string[]>().notNull(),
    answer: text(),
    answeredAt: instant(),
    answeredByUserId: text().references(() => users.id),
    answerFileIds: json<readonly string[]>(),
  },
  (row) => [
    primaryKey({ columns: [row.declarationId, row.number] }),
    index("declaration_questions_by_answer").on(row.declarationId, row.answeredAt),
  ],
);
