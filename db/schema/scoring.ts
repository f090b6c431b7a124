import { index, instant, integer, primaryKey, table, text } from "../dialect";
import { users } from "./accounts";
import { bids, requests } from "./requests";

/**
 * What one person of the buyer's panel gave one bid at one of the request's own criteria, from 0 to 5. Written from the opening until the
 * award, by each person its own; read by the buyer's comparison, in the mean of all.
 */
export const panelScores = table(
  "panel_scores",
  {
    bidId: text()
      .notNull()
      .references(() => bids.id),
    // The place among the request's criteria, which are fixed at publication.
    criterion: integer().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    points: integer().notNull(),
    scoredAt: instant().notNull(),
  },
  (score) => [
    primaryKey({ columns: [score.bidId, score.criterion, score.userId] }),
    index("panel_scores_by_request").on(score.requestId),
  ],
);
