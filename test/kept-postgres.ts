import pg from "pg";

/** A database of PostgreSQL that one test after another has to itself, empty of what the one before wrote. */
export type KeptPostgres = {
  /** Takes out what was written. False where it cannot be as it was: then it is for nobody any more. */
  empty(): Promise<boolean>;
  end(): Promise<void>;
};

// What was deleted stays in the tables' pages, so that a database grows old.
const USES_MAX = 400;
// It takes as long as all else together, and what it sweeps away of so few tests is in nobody's way.
const USES_A_VACUUM = 10;

// By PostgreSQL's own catalogue: what a migration or the reference rows filled has a size before the first test.
const TABLES = `
  SELECT c.oid::regclass::text AS name, pg_relation_size(c.oid) > 0 AS "isGiven" FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  ORDER BY name`;

// A test that did not wait for all it began must not write into the next one's market; a connection that does nothing is the next one's.
const END_OTHERS = `
  SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`;

const all = (selects: readonly string[]): string => selects.join(" UNION ALL ");

// Tables, triggers and functions are rows too, PostgreSQL's own: whoever made, changed or dropped one wrote there.
const CATALOGUE = ["pg_class", "pg_attribute", "pg_trigger", "pg_constraint", "pg_proc"];

/** Over a database that is a copy of the template and that nobody has touched yet. */
export async function keptPostgres(url: string): Promise<KeptPostgres> {
  // The server's end is reported here to a client that waits for nothing.
  const client = new pg.Client({ connectionString: url }).on("error", () => undefined);
  await client.connect();
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string) => (await client.query<Row>(text)).rows;
  /** Of a question that is asked after each test: it is planned once. */
  const rowsAgain = async <Row extends pg.QueryResultRow>(name: string, text: string) =>
    (await client.query<Row>({ name, text })).rows;
  // Rows go in whatever order, past the triggers that keep them from anybody else.
  await rowsOf("SET session_replication_role = replica");
  const tables = await rowsOf<{ name: string; isGiven: boolean }>(TABLES);
  const [now] = await rowsOf<{ id: string }>("SELECT pg_current_xact_id()::xid::text AS id");
  const given = all(
    [...CATALOGUE, ...tables.flatMap((table) => (table.isGiven ? table.name : []))].map(
      (name) => `SELECT count(*), count(*) FILTER (WHERE age(xmin) <= age('${now?.id}'::xid)) AS changed FROM ${name}`,
    ),
  );
  const written = all(
    tables.flatMap((table) =>
      table.isGiven ? [] : `SELECT '${table.name}' AS name WHERE pg_relation_size('${table.name}') > 0`,
    ),
  );
  const asGiven = JSON.stringify(await rowsOf(given));
  let uses = 0;
  return {
    async empty() {
      await rowsAgain("end others", END_OTHERS);
      const names = (await rowsAgain<{ name: string }>("written", written)).map(({ name }) => name);
      uses++;
      if (names.length > 0) {
        await rowsOf(names.map((name) => `DELETE FROM ${name}`).join("; "));
        if (uses % USES_A_VACUUM === 0) await rowsOf(`VACUUM (SKIP_DATABASE_STATS, PROCESS_TOAST) ${names.join(", ")}`);
      }
      return uses < USES_MAX && JSON.stringify(await rowsAgain("given", given)) === asGiven;
    },
    end: () => client.end(),
  };
}
