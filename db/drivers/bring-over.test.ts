import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { restartableDatabase } from "@/test/database";
import { instant } from "../../domain/shared/time";
import { bringOver } from "./bring-over";
import { migrateSqlite } from "../migrate";
import { organisationKeys, organisations } from "../schema/accounts";
import { dutyRates } from "../schema/customs-rates";
import { hubs } from "../schema/hubs";
import { mails, outbox } from "../schema/notices";

const AT = instant(1_700_000_000_123);
const BYTES = Buffer.from([0, 1, 92, 120, 255]);
const EVENT = { type: "bid.won", requestId: "r", text: "\u2028 \\x 口岸 'q'" };

function embedded(): string {
  const folder = mkdtempSync(join(tmpdir(), "kouan-embedded-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "kouan.db");
  const connection = new Sqlite(file);
  migrateSqlite(connection);
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    connection
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
          .map(() => "?")
          .join()})`,
      )
      .run(...Object.values(row));
  insert("organisations", {
    ...{ id: "o", kind: "trader", name_own: "口岸", name_latin: "O", country: "KZ", city: "Almaty" },
    ...{ registration_number: "1", description: "", founded_year: null, suspended_at: null, created_at: AT },
  });
  insert("organisation_keys", { organisation_id: "o", wrapped_key: BYTES, created_at: AT });
  insert("mails", {
    ...{ id: "m", message_id: "m", to_address: "a@b.example", subject: "s", body: "b", locale: "en", created_at: AT },
    ...{ sent_at: null, attempts: 3, next_attempt_at: AT + 1, last_error: null, is_dead: 1 },
  });
  insert("outbox", { id: "e", type: EVENT.type, event: JSON.stringify(EVENT), occurred_at: AT, attempts: 0 });
  connection.close();
  return file;
}

async function brought() {
  const copy = await restartableDatabase();
  onTestFinished(copy.drop);
  const client = new pg.Client({ connectionString: copy.at });
  await client.connect();
  onTestFinished(() => client.end());
  return { copy, client };
}

test("Every row of an embedded database comes over, each value as its column says it.", async () => {
  const { copy, client } = await brought();
  await bringOver(embedded(), client);
  const { read, close } = copy.open();
  const [organisation] = await read.select().from(organisations);
  expect(organisation).toMatchObject({ id: "o", nameOwn: "口岸", foundedYear: null, createdAt: AT });
  const [key] = await read.select().from(organisationKeys);
  expect(key).toEqual({ organisationId: "o", wrappedKey: BYTES, createdAt: AT });
  const [mail] = await read.select().from(mails);
  expect(mail).toMatchObject({ isDead: true, attempts: 3, sentAt: null, nextAttemptAt: AT + 1 });
  const [row] = await read.select().from(outbox).where(eq(outbox.id, "e"));
  expect(row?.event).toEqual(EVENT);
  await close();
});

test("Reference rows that are there already stay as they are.", async () => {
  const { copy, client } = await brought();
  const { read, close } = copy.open();
  const before = [
    await read.select().from(hubs).orderBy(hubs.id),
    await read.select().from(dutyRates).orderBy(dutyRates.id),
  ];
  await bringOver(embedded(), client);
  expect([
    await read.select().from(hubs).orderBy(hubs.id),
    await read.select().from(dutyRates).orderBy(dutyRates.id),
  ]).toEqual(before);
  await close();
});
