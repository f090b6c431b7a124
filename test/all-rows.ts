import { getTableName, is, Table } from "drizzle-orm";
import type { Database } from "../db/database";
import * as about from "../db/schema/about";
import * as accounts from "../db/schema/accounts";
import * as amendments from "../db/schema/amendments";
import * as bidding from "../db/schema/requests";
import * as catalogue from "../db/schema/catalogue";
import * as chain from "../db/schema/chain";
import * as checks from "../db/schema/checks";
import * as clearance from "../db/schema/clearance";
import * as clerk from "../db/schema/clerk";
import * as customsRates from "../db/schema/customs-rates";
import * as deals from "../db/schema/deals";
import * as decide from "../db/schema/decide";
import * as delay from "../db/schema/delay";
import * as disputes from "../db/schema/disputes";
import * as documents from "../db/schema/documents";
import * as field from "../db/schema/field";
import * as files from "../db/schema/files";
import * as hubBoard from "../db/schema/hub-board";
import * as hubs from "../db/schema/hubs";
import * as inspections from "../db/schema/inspections";
import * as negotiation from "../db/schema/requests";
import * as notices from "../db/schema/notices";
import * as orders from "../db/schema/orders";
import * as packs from "../db/schema/packs";
import * as platform from "../db/schema/platform";
import * as proof from "../db/schema/proof";
import * as questions from "../db/schema/questions";
import * as remittance from "../db/schema/remittance";
import * as requests from "../db/schema/requests";
import * as scoring from "../db/schema/scoring";
import * as slots from "../db/schema/orders";
import * as tariff from "../db/schema/tariff";
import * as threads from "../db/schema/threads";
import * as work from "../db/schema/work";

type AnyTable = typeof orders.orders;

/** Every table of the schema. */
export const TABLES = [
  about,
  accounts,
  amendments,
  bidding,
  catalogue,
  chain,
  checks,
  clearance,
  clerk,
  customsRates,
  deals,
  decide,
  delay,
  disputes,
  documents,
  field,
  files,
  hubBoard,
  hubs,
  inspections,
  negotiation,
  notices,
  orders,
  packs,
  platform,
  proof,
  questions,
  remittance,
  requests,
  scoring,
  slots,
  tariff,
  threads,
  work,
]
  .flatMap((schema) => Object.values(schema) as unknown[])
  .filter((one): one is AnyTable => is(one, Table));

// A refused call is on record, and a key's last use too: that is meant.
const RECORDS = ["audit_entries", "api_keys"];

/** Every row of every table as text, but for what any call leaves behind; two of them are equal where nothing was changed. */
export async function allRows(database: Database): Promise<Record<string, readonly string[]>> {
  const rows: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const name = getTableName(table);
    if (RECORDS.includes(name)) continue;
    const found = await database.read.select().from(table);
    rows[name] = found
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}n` : value)))
      .sort();
  }
  return rows;
}
