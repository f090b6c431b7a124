import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/database";
import { tradeAnew, wordsAnew } from "../../db/triggers";
import { assert } from "../../domain/shared/result";
import {
  COPIES_MAX,
  movedId,
  movedKeys,
  movedNumber,
  movedReference,
  movedTail,
  movedTime,
  shiftOf,
  tailOf,
} from "./copy-sql";

/** Who stands in another circle for a party of the first: pairs of ids, of organisations and of their people. */
export type Circle = ReadonlyMap<string, string>;

type Copying = {
  /** How often the market is there in the end. */
  readonly times: number;
  /** Copies go round them; who is not named stays who it is. */
  readonly circles: readonly Circle[];
  /** How far the tail of a reference of a copy lies from that of the one before. */
  readonly tailShiftOf: (copy: number) => number;
};

// What a deal leaves behind, what is pointed at first. Keys of requests stay behind: copies are of open bidding.
const COPIED = [
  ...["deals", "cargo_lines", "requests", "bids", "bid_versions", "receipt_lists", "opening_minutes"],
  ...["awards", "orders", "order_milestones", "told_declarations"],
];
const PARTIES = ["organisations", "users"];

const isTime = (name: string) => /_(at|by|until|since)$/.test(name);

/** Of columns that no rule of their kind fits. */
const OWN: Readonly<Record<string, string>> = {
  "deals.title": "b.title || ' ' || c.lot",
  "orders.title": "b.title || ' ' || c.lot",
  "deals.reference": movedReference("b.reference"),
  "requests.reference": movedReference("b.reference"),
  "orders.reference": movedReference("b.reference"),
  "requests.bid_mode": "'open'",
  "requests.search_text": `(SELECT replace(replace(b.search_text, ${tailOf("b.reference")}, ${movedTail("b.reference")}),
    ${tailOf("d.reference")}, ${movedTail("d.reference")}) || ' ' || lower(c.lot) FROM temp.base_deals AS d WHERE d.id = b.deal_id)`,
  "bid_versions.sealed": "NULL",
  "bid_versions.key_for_request": "NULL",
  "bid_versions.key_for_bidder": "NULL",
  "opening_minutes.key_fingerprint": "NULL",
  "awards.comparison": `json_set(b.comparison, '$.totals', ${movedKeys("b.comparison", "totals")},
    '$.ownPrices', ${movedKeys("b.comparison", "ownPrices")})`,
  "order_milestones.evidence": `CASE WHEN b.evidence ->> '$.declarations[0].number' IS NULL THEN b.evidence
    ELSE json_set(b.evidence, '$.declarations[0].number', ${movedNumber("(b.evidence ->> '$.declarations[0].number')")}) END`,
  "told_declarations.number": movedNumber("b.number"),
};

type Column = { readonly name: string; readonly type: string; readonly of: string | null };

const rowsOf = <Row>(database: Database, columns: Record<keyof Row, SQL>, from: SQL): Promise<Row[]> =>
  database.read.select(columns as never).from(from) as unknown as Promise<Row[]>;

/** The columns of a table, each with the table that it points at. */
const columnsOf = (database: Database, table: string): Promise<Column[]> =>
  rowsOf<Column>(
    database,
    { name: sql`c.name`, type: sql`c.type`, of: sql`k."table"` },
    sql`pragma_table_info(${table}) c LEFT JOIN pragma_foreign_key_list(${table}) k ON k."from" = c.name`,
  );

function copiedValue(table: string, { name, type, of }: Column): string {
  const own = OWN[`${table}.${name}`];
  if (own) return own;
  const value = `b.${name}`;
  if (name === "id" || (of !== null && COPIED.includes(of))) return movedId(value);
  if (of !== null && PARTIES.includes(of))
    return `coalesce((SELECT mine FROM temp.parties WHERE circle = c.circle AND theirs = ${value}), ${value})`;
  return type === "INTEGER" && isTime(name) ? movedTime(value) : value;
}

const quoted = (texts: readonly (string | number)[]): string =>
  `(${texts.map((text) => (typeof text === "number" ? text : `'${text}'`)).join()})`;

/** Says in tables of this connection what is copied how often, for whom and how it is told apart. */
async function layOut(database: Database, { times, circles, tailShiftOf }: Copying): Promise<void> {
  const copies = Array.from({ length: times - 1 }, (_, at) => at + 1);
  const rows = copies.map((copy) =>
    quoted([copy, copy % circles.length, shiftOf(copy), tailShiftOf(copy), `L${String(copy).padStart(3, "0")}`]),
  );
  await database.execute("CREATE TEMP TABLE copies (copy INTEGER PRIMARY KEY, circle, shift, serial, lot)");
  await database.execute(`INSERT INTO copies VALUES ${rows.join()}`);
  await database.execute(
    "CREATE TEMP TABLE parties (circle, theirs, mine, PRIMARY KEY (circle, theirs)) WITHOUT ROWID",
  );
  for (const [at, circle] of circles.entries()) {
    const pairs = [...circle].map(([theirs, mine]) => quoted([at, theirs, mine]));
    if (pairs.length > 0) await database.execute(`INSERT INTO parties VALUES ${pairs.join()}`);
  }
  for (const table of COPIED)
    await database.execute(`CREATE TEMP TABLE base_${table} AS SELECT * FROM ${table} ORDER BY 1, 2`);
  await database.execute("CREATE INDEX temp.base_deals_by_id ON base_deals (id)");
}

async function copyTable(database: Database, table: string): Promise<void> {
  const columns = await columnsOf(database, table);
  const values = columns.map((column) => copiedValue(table, column));
  await database.execute(`INSERT INTO main.${table} (${columns.map(({ name }) => name).join()})
    SELECT ${values.join()} FROM temp.base_${table} AS b CROSS JOIN temp.copies AS c`);
}

/**
 * Copies all deals of an embedded market, with what followed from them, inside the database, row by row in the order of ids: each copy a part of a second
 * from the first, among the parties of another circle, with ids, numbers and words of its own. Indexes are made after the rows, in one go each. Sums of
 * traffic are the caller's. Amounts stay, since bids agree with them, and receipts, so that proofs of copies do not hold. No bid may be sealed and
 * not opened yet.
 */
export async function copyMarket(database: Database, copying: Copying): Promise<void> {
  assert(database.dialect === "sqlite" && copying.times <= COPIES_MAX, "copies are of SQLite, and as many as fit");
  type Part = { readonly type: string; readonly name: string; readonly written: string };
  const tables = sql.join(
    COPIED.map((table) => sql`${table}`),
    sql`, `,
  );
  const parts = await rowsOf<Part>(
    database,
    { type: sql`type`, name: sql`name`, written: sql`sql` },
    sql`(SELECT type, name, sql FROM main.sqlite_master WHERE tbl_name IN (${tables})
      AND type IN ('index', 'trigger') AND sql IS NOT NULL)`,
  );
  await layOut(database, copying);
  for (const { type, name } of parts) await database.execute(`DROP ${type} main.${name}`);
  for (const table of COPIED) await copyTable(database, table);
  for (const { written } of parts) await database.execute(written);
  for (const statement of [...wordsAnew("requests"), ...tradeAnew()]) await database.execute(statement);
  for (const table of ["copies", "parties", ...COPIED.map((name) => `base_${name}`)])
    await database.execute(`DROP TABLE temp.${table}`);
}
