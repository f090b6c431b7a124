// Asks PostgreSQL one statement, which stands on standard input with its address and values, and prints the rows as JSON (stored.ts).
import { text as readAll } from "node:stream/consumers";
import pg from "pg";

const { address, text, values } = JSON.parse(await readAll(process.stdin));
const { builtins } = pg.types;
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (value) => Date.parse(value));
for (const type of [builtins.JSON, builtins.JSONB]) pg.types.setTypeParser(type, (value) => value);

const client = new pg.Client({ connectionString: address });
await client.connect();
const { rows } = await client.query(text, values);
await client.end();
process.stdout.write(JSON.stringify(rows));
