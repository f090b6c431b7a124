import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "@/db/database";
import { PRAGMAS } from "@/db/drivers/sqlite";
import { instant } from "@/domain/shared/time";
import { submitBid } from "@/server/bidding/submit-bid";
import { timed } from "./drive";
import { byTurns, comparisonOf, neighbours, type Reading } from "./figures";
import type { Measured } from "./print";
import { must } from "@/test/must";
import { actorOf, bidBody, type Pair, quiet } from "./market";

export const CALLERS = [16, 64] as const;
export const BIDS_A_ROUND = 640;
export const ROUNDS = 5;

/** What a sealed version keeps: the padded block and two wrapped keys. */
export const SEALED_ROW_BYTES = 16 * 1024 + 28 + 2 * 60;

/** Durable inserts of so many bytes, a transaction each, by the driver alone. */
function rawInserts(folder: string): { run: () => Promise<Reading>; close: () => void } {
  const connection = new Sqlite(join(folder, "raw.db"));
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  connection.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY, receipt TEXT NOT NULL, bytes BLOB NOT NULL)");
  const insert = connection.prepare("INSERT INTO rows (receipt, bytes) VALUES (?, ?)");
  const bytes = randomBytes(SEALED_ROW_BYTES);
  const receipt = randomBytes(32).toString("base64url");
  return {
    run: () =>
      timed(BIDS_A_ROUND, () => {
        for (let at = 0; at < BIDS_A_ROUND; at++) insert.run(receipt, bytes);
      }),
    close: () => connection.close(),
  };
}

/** Sealed bids by command, by so many callers at once, against raw inserts of the same bytes. */
export async function compareCommands(database: Database, folder: string, pairs: readonly Pair[]): Promise<Measured[]> {
  const on = quiet(database);
  const raw = rawInserts(folder);
  const actors = new Map<string, Awaited<ReturnType<typeof actorOf>>>();
  for (const { key } of pairs) if (!actors.has(key)) actors.set(key, await actorOf(key));
  const offer = bidBody(instant(Date.now()));
  let at = 0;
  const bid = async (): Promise<void> => {
    const pair = pairs[at++];
    if (!pair) throw new Error("The benchmark has no pair left to bid with");
    const actor = actors.get(pair.key) as Awaited<ReturnType<typeof actorOf>>;
    await must(on, submitBid, { actor, input: { requestId: pair.requestId, ...offer } });
  };
  const round = (callers: number, count: number) => () =>
    timed(count, async () => {
      let left = count;
      const caller = async () => {
        while (left-- > 0) await bid();
      };
      await Promise.all(Array.from({ length: callers }, caller));
    });
  await round(16, BIDS_A_ROUND)();
  const lines: Measured[] = [];
  for (const callers of CALLERS) {
    const [ours = [], bare = []] = await byTurns(ROUNDS, [round(callers, BIDS_A_ROUND), raw.run]);
    const compared = comparisonOf(neighbours(ours, bare));
    lines.push({ name: `sealed bid command, ${callers} callers`, unit: "bids/s", floor: 0.15, goal: 0.3, ...compared });
  }
  raw.close();
  return lines;
}

/** How many pairs `compareCommands` uses up. */
export const PAIRS_NEEDED = BIDS_A_ROUND * (1 + ROUNDS * CALLERS.length);
