import type { Mode } from "../../domain/hubs/place";
import { index, instant, integer, table, text } from "../dialect";
import { users } from "./accounts";
import { hubs } from "./hubs";

/**
 * What administrators say is waiting at a hub, by mode. Never changed: the latest count of a hub and mode is the one that holds, and of two of one
 * time the later entry. Written by administrators; read by everything that says how long a border takes.
 */
export const hubStates = table(
  "hub_states",
  {
    id: text().primaryKey(),
    hubId: text()
      .notNull()
      .references(() => hubs.id),
    mode: text().$type<Mode>().notNull(),
    capacityPerDay: integer(),
    backlog: integer().notNull(),
    throughputPerDay: integer().notNull(),
    // How many a day come; null where nobody counts them.
    arrivalsPerDay: integer(),
    // Daily hours on the hub's own clock, HH:MM.
    opensAt: text(),
    shutsAt: text(),
    // When it was counted.
    asOf: instant().notNull(),
    source: text().notNull(),
    enteredByUserId: text().references(() => users.id),
    enteredAt: instant().notNull(),
  },
  (state) => [
    // The last one and the history of a hub and mode; and all that are fresh enough to say something.
    index("hub_states_latest").on(state.hubId, state.mode, state.asOf, state.id),
    index("hub_states_by_time").on(state.asOf),
  ],
);

/** Times in which a hub lets nobody through. Never changed; a withdrawal is a row of its own. Written by administrators; read with the states. */
export const hubClosures = table(
  "hub_closures",
  {
    id: text().primaryKey(),
    hubId: text()
      .notNull()
      .references(() => hubs.id),
    // Null for all modes.
    mode: text().$type<Mode>(),
    fromAt: instant().notNull(),
    toAt: instant().notNull(),
    // On whose clock it was announced.
    zone: text().notNull(),
    reason: text().notNull(),
    source: text().notNull(),
    enteredByUserId: text().references(() => users.id),
    enteredAt: instant().notNull(),
  },
  (closure) => [
    // The ones that are not over, of all hubs and of one.
    index("hub_closures_by_end").on(closure.toAt),
    index("hub_closures_by_hub").on(closure.hubId, closure.toAt),
  ],
);

/** Closures that were taken back, one row each at the most. */
export const hubClosureWithdrawals = table("hub_closure_withdrawals", {
  closureId: text()
    .primaryKey()
    .references(() => hubClosures.id),
  reason: text().notNull(),
  withdrawnByUserId: text().references(() => users.id),
  withdrawnAt: instant().notNull(),
});

/**
 * The one number that tells that a hub's board has changed: one more with every entry, in its transaction. Read ten times a second by whoever
 * watches requests, so it is a row a hub and nothing else.
 */
export const hubBoardHeads = table("hub_board_heads", {
  hubId: text()
    .primaryKey()
    .references(() => hubs.id),
  seq: integer().notNull(),
});
