import type { Change } from "../../domain/requests/amendment";
import { boolean, instant, integer, json, primaryKey, table, text } from "../dialect";
import { users } from "./accounts";
import { requests } from "./requests";

/**
 * How an open request was changed, and why: numbered without a gap from 1 by `requests.amendment_count`. Written by the buyer's amendment,
 * read with the request by all who see it, who may not all read `changes`; append-only by trigger. The key serves every query.
 */
export const requestAmendments = table(
  "request_amendments",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    number: integer().notNull(),
    at: instant().notNull(),
    // Null for an API key that stands for nobody.
    byUserId: text().references(() => users.id),
    // Empty only where nobody had bid.
    reason: text().notNull(),
    changes: json<readonly Change[]>().notNull(),
    isSpecChanged: boolean().notNull(),
    isExtended: boolean().notNull(),
    // How many bids had to be confirmed. A number only: it says nothing of an amount.
    staleCount: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.number] })],
);
