// Fills the database of the environment with the demo's companies and a rule, in the ways in which a start makes a market: a test kills it in
// the middle. With "beside" as SEED=demo does on PostgreSQL, else as a market in bulk is made, and the demo on SQLite.
import { setTimeout as pause } from "node:timers/promises";
import { bringMarket } from "@/scripts/bring-market";
import type { Database } from "@/db/database";
import { isUnused } from "@/db/open-database";
import { enterRule } from "@/server/hubs/enter-rule";
import { type Filling, seedBy } from "@/demo/main";
import { readMarketData } from "@/demo/plan/market-data";
import { randomFrom } from "@/demo/plan/random";
import { castParties } from "@/demo/play/cast";
import { Stage } from "@/demo/play/stage";
import { newId } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";

const HALF_WAY_MS = 1_000;

async function fill(database: Database, { now, passwordHash }: Filling): Promise<void> {
  const stage = new Stage(database, randomFrom(1));
  const { places, network } = await referenceData(database.read);
  const play = { stage, market: readMarketData(), places, network, at: now, newId: () => newId(), passwordHash };
  const { administrator } = await castParties(database, play);
  console.log("half-way");
  await pause(HALF_WAY_MS);
  await stage.must(now, administrator, enterRule, { name: "min_open_minutes", value: 2, reason: "The last step." });
}

process.once("disconnect", () => process.exit(1));
process.channel?.unref();

const tell = (line: string) => console.log(line);
if (process.argv.includes("beside")) await bringMarket("test/seed-small.ts", tell);
// A file that is made beside the server is not there yet.
else if (process.channel || (await isUnused())) await seedBy(fill, tell);
