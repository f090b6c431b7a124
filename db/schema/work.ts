import { integer, table, text } from "../dialect";
import { organisations } from "./accounts";

/**
 * How often something has happened to the deals in which an organisation provides an order: whoever knows the number knows whether its
 * work list is still as it was. Written with the deal's log; read by those who watch the list, and before its count is counted anew.
 */
export const workHeads = table("work_heads", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id),
  seq: integer().notNull(),
});
