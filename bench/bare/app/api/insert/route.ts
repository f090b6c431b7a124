import { randomBytes } from "node:crypto";
import Sqlite from "better-sqlite3";
import { constants } from "../../../constants";

export const dynamic = "force-dynamic";

let insert: Sqlite.Statement | undefined;

function prepare(): Sqlite.Statement {
  const connection = new Sqlite(constants().databaseFile);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.exec("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL, bytes BLOB NOT NULL)");
  return connection.prepare("INSERT INTO rows (body, bytes) VALUES (?, ?)");
}

/** Reads a JSON body and makes one row of the product's size durable. */
export async function POST(request: Request): Promise<Response> {
  const body = JSON.stringify(await request.json());
  insert ??= prepare();
  const { lastInsertRowid } = insert.run(body, randomBytes(constants().rowBytes));
  return Response.json({ id: String(lastInsertRowid) }, { status: 201 });
}
