import type { Dialect } from "./dialect";
import { PLACES_WITHIN, placeSql } from "./search-place";
import { type Facet, facetWord } from "./search-facets";

type Guard = {
  readonly name: string;
  readonly table: string;
  readonly on: "UPDATE" | "DELETE";
  readonly when?: string;
  readonly says: string;
};

const appendOnly = (table: string, says: string): readonly Guard[] => [
  { name: `${table}_is_append_only_update`, table, on: "UPDATE", says },
  { name: `${table}_is_append_only_delete`, table, on: "DELETE", says },
];

/** What no code path may do, held by the database itself. */
const GUARDS: readonly Guard[] = [
  { name: "audit_is_append_only_update", table: "audit_entries", on: "UPDATE", says: "the audit log is append-only" },
  { name: "audit_is_append_only_delete", table: "audit_entries", on: "DELETE", says: "the audit log is append-only" },
  { name: "bids_are_kept", table: "bids", on: "DELETE", says: "bids are kept for ever" },
  { name: "bid_versions_are_kept", table: "bid_versions", on: "DELETE", says: "versions of bids are kept for ever" },
  {
    name: "bid_versions_are_opened_once",
    table: "bid_versions",
    on: "UPDATE",
    when: "OLD.content IS NOT NULL OR OLD.receipt <> NEW.receipt OR OLD.sealed IS DISTINCT FROM NEW.sealed OR OLD.submitted_at <> NEW.submitted_at",
    says: "a version of a bid may only be opened, once",
  },
  {
    name: "clerk_is_append_only_update",
    table: "clerk_entries",
    on: "UPDATE",
    says: "the log of the clerk is append-only",
  },
  {
    name: "clerk_is_append_only_delete",
    table: "clerk_entries",
    on: "DELETE",
    says: "the log of the clerk is append-only",
  },
  ...appendOnly("thread_messages", "what was said in a thread is kept"),
  ...appendOnly("thread_reminders", "reminders are kept"),
  ...appendOnly("request_log", "the log of a request is append-only"),
  ...appendOnly("request_amendments", "amendments of a request are kept"),
  ...appendOnly("receipt_lists", "the list of receipts is fixed at the close"),
  ...appendOnly("opening_minutes", "the minutes of an opening are kept"),
  ...appendOnly("opening_approvals", "who said that bids may be opened is kept"),
  ...appendOnly("declaration_entries", "what happened to a declaration is kept"),
  ...appendOnly("remittance_entries", "what happened to a sending of money is kept"),
  ...appendOnly("reopened_steps", "what a step had been told with is kept"),
  ...appendOnly("fees", "what was charged from when is kept"),
  ...appendOnly("operator_details", "who ran this, and when, is kept"),
  {
    name: "site_texts_are_kept",
    table: "site_texts",
    on: "DELETE",
    says: "versions of terms and privacy notices are kept",
  },
  {
    name: "site_texts_are_published_once",
    table: "site_texts",
    on: "UPDATE",
    when: `OLD.published_at IS NOT NULL OR ${["en", "zh", "ru", "vi", "kk"].map((one) => `OLD.body_${one} <> NEW.body_${one}`).join(" OR ")}`,
    says: "a version of a text may only be published, once",
  },
  ...appendOnly("check_case_entries", "what happened to a check is kept"),
  ...appendOnly("hub_states", "what was said to wait at a hub is kept"),
  ...appendOnly("hub_closures", "announced closures are kept"),
  ...appendOnly("hub_closure_withdrawals", "withdrawals of closures are kept"),
  ...appendOnly("debriefs", "what a loser was told is never changed"),
  {
    name: "disqualifications_are_kept",
    table: "disqualifications",
    on: "DELETE",
    says: "disqualifications are kept for ever",
  },
  {
    name: "disqualifications_end_once",
    table: "disqualifications",
    on: "UPDATE",
    when: "OLD.state = 'void' OR OLD.state = 'effective'",
    says: "a disqualification ends once",
  },
  { name: "counter_offers_are_kept", table: "counter_offers", on: "DELETE", says: "counter-offers are kept for ever" },
  {
    name: "counter_offers_end_once",
    table: "counter_offers",
    on: "UPDATE",
    when: "OLD.state <> 'open' OR OLD.content IS DISTINCT FROM NEW.content",
    says: "a counter-offer is answered once, and never rewritten",
  },
  { name: "awards_are_kept", table: "awards", on: "DELETE", says: "awards are kept for ever" },
];

const sqliteGuard = ({ name, table, on, when, says }: Guard): string[] => [
  `DROP TRIGGER IF EXISTS ${name}`,
  `CREATE TRIGGER ${name} BEFORE ${on} ON ${table} FOR EACH ROW ${when ? `WHEN ${when} ` : ""}BEGIN SELECT RAISE(ABORT, '${says}'); END`,
];

const postgresGuard = ({ name, table, on, when, says }: Guard): string[] => [
  `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${says}'; END $$`,
  `DROP TRIGGER IF EXISTS ${name} ON ${table}`,
  `CREATE TRIGGER ${name} BEFORE ${on} ON ${table} FOR EACH ROW ${when ? `WHEN (${when}) ` : ""}EXECUTE FUNCTION ${name}()`,
];

/**
 * Tables that are searched by words, each with what its lists filter by and no time changes: it is indexed beside the words. SQLite has the index
 * in a full-text table beside each, PostgreSQL in a column that it reckons itself.
 */
const SEARCHED: readonly { readonly table: string; readonly facets: Readonly<Record<Facet, string>> | null }[] = [
  { table: "requests", facets: { service: "service", hub: "hub_id", corridor: "corridor" } },
  { table: "listings", facets: null },
];

type Searched = (typeof SEARCHED)[number];

/** What the index of words holds of a row. */
function wordsOf({ facets }: Searched, row: string): string {
  const columns = Object.entries(facets ?? {}) as [Facet, string][];
  return [
    `${row}.search_text`,
    ...columns.map(([name, column]) => `' ${facetWord(name, "")}' || ${row}.${column}`),
  ].join(" || ");
}

const sqliteWords = (searched: Searched): string[] => {
  const { table, facets } = searched;
  const words = `${table}_words`;
  const isAt = (place: string) => `rowid BETWEEN ${place} AND ${place} + ${PLACES_WITHIN}`;
  const taken = `DELETE FROM ${words} WHERE ${isAt(`(${placeSql("OLD.id")})`)} AND id = OLD.id;`;
  const put = `INSERT INTO ${words} (rowid, id, words)
    SELECT coalesce((SELECT max(rowid) + 1 FROM ${words} WHERE ${isAt("place")}), place), NEW.id, ${wordsOf(searched, "NEW")}
    FROM (SELECT ${placeSql("NEW.id")} AS place);`;
  const trigger = (name: string, on: string, does: string): string[] => [
    `DROP TRIGGER IF EXISTS ${words}_${name}`,
    `CREATE TRIGGER ${words}_${name} AFTER ${on} FOR EACH ROW BEGIN ${does} END`,
  ];
  const written = ["search_text", ...Object.values(facets ?? {})].join(", ");
  return [
    ...trigger("insert", `INSERT ON ${table}`, put),
    ...trigger("update", `UPDATE OF ${written} ON ${table}`, `${taken} ${put}`),
    ...trigger("delete", `DELETE ON ${table}`, taken),
  ];
};

/** Makes SQLite's index of a table's words anew, all its rows in one go: where so many come at once that a trigger for each takes too long. */
export function wordsAnew(table: "requests" | "listings"): string[] {
  const searched = SEARCHED.find((one) => one.table === table) as Searched;
  const words = `${table}_words`;
  const rows = `SELECT id, ${placeSql("id")} AS place, ${wordsOf(searched, table)} AS words FROM ${table}`;
  const number = "place + row_number() OVER (PARTITION BY place ORDER BY id) - 1";
  return [
    `DELETE FROM ${words}`,
    `INSERT INTO ${words} (rowid, id, words) SELECT ${number}, id, words FROM (${rows}) ORDER BY id`,
    `INSERT INTO ${words} (${words}) VALUES ('optimize')`,
  ];
}

const OF_NUMBERS = "INSERT INTO told_declarations (order_id, code, country, number)";

const sqliteNumbers = (): string[] => {
  const numbersIn = (member: string) =>
    `SELECT NEW.order_id, NEW.code, value ->> 'country', value ->> 'number' FROM json_each(NEW.evidence, '$.${member}')`;
  const put = `${OF_NUMBERS} ${numbersIn("declarations")} UNION ${numbersIn("registered")};`;
  const taken = "DELETE FROM told_declarations WHERE order_id = OLD.order_id AND code = OLD.code;";
  const trigger = (name: string, on: string, does: string): string[] => [
    `DROP TRIGGER IF EXISTS told_declarations_${name}`,
    `CREATE TRIGGER told_declarations_${name} AFTER ${on} BEGIN ${does} END`,
  ];
  return [
    ...trigger("insert", "INSERT ON order_milestones FOR EACH ROW WHEN NEW.evidence IS NOT NULL", put),
    ...trigger(
      "update",
      "UPDATE OF evidence ON order_milestones FOR EACH ROW WHEN NEW.evidence IS NOT OLD.evidence",
      `${taken} ${put}`,
    ),
  ];
};

const postgresNumbers = (): string[] => {
  const none = "'[]'::jsonb";
  const all = `coalesce(NEW.evidence -> 'declarations', ${none}) || coalesce(NEW.evidence -> 'registered', ${none})`;
  const put = `${OF_NUMBERS} SELECT DISTINCT NEW.order_id, NEW.code, one ->> 'country', one ->> 'number' FROM jsonb_array_elements(${all}) one;`;
  const taken =
    "IF TG_OP = 'UPDATE' THEN DELETE FROM told_declarations WHERE order_id = OLD.order_id AND code = OLD.code; END IF;";
  const trigger = (name: string, on: string): string[] => [
    `DROP TRIGGER IF EXISTS told_declarations_${name} ON order_milestones`,
    `CREATE TRIGGER told_declarations_${name} AFTER ${on} EXECUTE FUNCTION keep_told_declarations()`,
  ];
  return [
    `CREATE OR REPLACE FUNCTION keep_told_declarations() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${taken} ${put} RETURN NULL; END $$`,
    ...trigger("insert", "INSERT ON order_milestones FOR EACH ROW WHEN (NEW.evidence IS NOT NULL)"),
    ...trigger(
      "update",
      "UPDATE OF evidence ON order_milestones FOR EACH ROW WHEN (NEW.evidence IS DISTINCT FROM OLD.evidence)",
    ),
  ];
};

const SUMS = ["count", "value_cny_minor", "pass_through_cny_minor", "weight_grams"];

/** Adds a day's change to the sums of its month; a sum that is missing begins at nothing. */
function intoMonth(changeOf: (sum: string) => string): string {
  const added = SUMS.map((sum) => `${sum} = hub_traffic.${sum} + excluded.${sum}`).join(", ");
  return `INSERT INTO hub_traffic (month, hub_id, corridor, service, is_border_hub, ${SUMS.join(", ")})
    VALUES (substr(NEW.day, 1, 7), NEW.hub_id, NEW.corridor, NEW.service, NEW.is_border_hub, ${SUMS.map(changeOf).join(", ")})
    ON CONFLICT (month, hub_id, corridor, service) DO UPDATE SET ${added};`;
}

const ofNewDay = intoMonth((sum) => `NEW.${sum}`);
const ofChangedDay = intoMonth((sum) => `NEW.${sum} - OLD.${sum}`);

const sqliteMonths = (): string[] => {
  const trigger = (name: string, on: string, does: string): string[] => [
    `DROP TRIGGER IF EXISTS traffic_days_${name}`,
    `CREATE TRIGGER traffic_days_${name} AFTER ${on} ON traffic_days FOR EACH ROW BEGIN ${does} END`,
  ];
  return [...trigger("insert", "INSERT", ofNewDay), ...trigger("update", "UPDATE", ofChangedDay)];
};

const postgresMonths = (): string[] => [
  `CREATE OR REPLACE FUNCTION keep_months_of_traffic() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN ${ofNewDay} ELSE ${ofChangedDay} END IF; RETURN NULL; END $$`,
  "DROP TRIGGER IF EXISTS traffic_days_kept ON traffic_days",
  "CREATE TRIGGER traffic_days_kept AFTER INSERT OR UPDATE ON traffic_days FOR EACH ROW EXECUTE FUNCTION keep_months_of_traffic()",
];

const TRADE_KEY = ["month", "provider_organisation_id", "provider_country", "buyer_country", "service", "corridor"];
const TRADE_SUMS = ["count", "value_cny_minor", "margin_cny_minor", "pass_through_cny_minor"];

/** What an order adds to the sums of services sold, by their columns; `row` stands before its columns. */
const tradeOf = (row: string): readonly string[] => [
  `${row}contracted_month`,
  ...TRADE_KEY.slice(1).map((column) => row + column),
  ...["1", `${row}contract_cny_minor - ${row}pass_through_cny_minor`],
  ...[`${row}margin_cny_minor`, `${row}pass_through_cny_minor`],
];

const INTO_TRADE = `INSERT INTO service_trade (${[...TRADE_KEY, ...TRADE_SUMS].join(", ")})`;

/** Adds a new order to the sums of its month; a sum that is missing begins at nothing. */
const addsToTrade = `${INTO_TRADE} VALUES (${tradeOf("NEW.").join(", ")}) ON CONFLICT (${TRADE_KEY.join(", ")})
  DO UPDATE SET ${TRADE_SUMS.map((sum) => `${sum} = service_trade.${sum} + excluded.${sum}`).join(", ")};`;

/** Takes an order out of them that is called off. */
const takesFromTrade = ((of: readonly string[]): string =>
  `UPDATE service_trade SET ${TRADE_SUMS.map((sum, at) => `${sum} = ${sum} - (${of[TRADE_KEY.length + at]})`).join(", ")}
    WHERE ${TRADE_KEY.map((column, at) => `service_trade.${column} = ${of[at]}`).join(" AND ")};`)(tradeOf("OLD."));

/** Statements that sum up the orders anew that are there: after rows were brought past the triggers. */
export const tradeAnew = (): string[] => [
  "DELETE FROM service_trade",
  `${INTO_TRADE} SELECT ${tradeOf("").slice(0, TRADE_KEY.length).join(", ")}, ${tradeOf("")
    .slice(TRADE_KEY.length)
    .map((sum) => `sum(${sum})`)
    .join(", ")} FROM orders WHERE state <> 'cancelled' GROUP BY 1, 2, 3, 4, 5, 6`,
];

const COUNTS = "NEW.state <> 'cancelled'";
const CALLED_OFF = "NEW.state = 'cancelled' AND OLD.state <> 'cancelled'";

const sqliteTrade = (): string[] => {
  const trigger = (name: string, on: string, does: string): string[] => [
    `DROP TRIGGER IF EXISTS orders_trade_${name}`,
    `CREATE TRIGGER orders_trade_${name} AFTER ${on} BEGIN ${does} END`,
  ];
  return [
    ...trigger("insert", `INSERT ON orders FOR EACH ROW WHEN ${COUNTS}`, addsToTrade),
    ...trigger("update", `UPDATE OF state ON orders FOR EACH ROW WHEN ${CALLED_OFF}`, takesFromTrade),
  ];
};

const postgresTrade = (): string[] => [
  `CREATE OR REPLACE FUNCTION keep_service_trade() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN ${addsToTrade} ELSE ${takesFromTrade} END IF; RETURN NULL; END $$`,
  ...[
    ["insert", `INSERT ON orders FOR EACH ROW WHEN (${COUNTS})`],
    ["update", `UPDATE OF state ON orders FOR EACH ROW WHEN (${CALLED_OFF})`],
  ].flatMap(([name, on]) => [
    `DROP TRIGGER IF EXISTS orders_trade_${name} ON orders`,
    `CREATE TRIGGER orders_trade_${name} AFTER ${on} EXECUTE FUNCTION keep_service_trade()`,
  ]),
];

export const TRIGGERS: { readonly [D in Dialect]: readonly string[] } = {
  sqlite: [
    ...GUARDS.flatMap(sqliteGuard),
    ...SEARCHED.flatMap(sqliteWords),
    ...sqliteNumbers(),
    ...sqliteMonths(),
    ...sqliteTrade(),
  ],
  postgres: [...GUARDS.flatMap(postgresGuard), ...postgresNumbers(), ...postgresMonths(), ...postgresTrade()],
};
