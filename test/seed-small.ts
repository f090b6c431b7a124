// Fills the database of the environment as a start with SEED=demo does, with the demo's companies and a rule: a test kills it in the middle.
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/database";
import { isUnused } from "@/db/has-nobody";
import { enterRule } from "@/server/commands/hubs/enter-rule";
import { seedBy, type Filling } from "@/server/demo/main";
import { readMarketData } from "@/server/demo/plan/market-data";
import { randomFrom } from "@/server/demo/plan/random";
import { castParties } from "@/server/demo/play/cast";
import { Stage } from "@/server/demo/play/stage";
import { newId } from "@/server/platform/new-id";
import { world } from "@/server/queries/network";

const HALF_WAY_MS = 1_000;

async function fill(database: Database, { now, passwordHash }: Filling): Promise<void> {
  const stage = new Stage(database, randomFrom(1));
  const { places } = await world(database.read);
  const play = { stage, market: readMarketData(), places, at: now, newId: () => newId(), passwordHash };
  const { administrator } = await castParties(database, play);
  console.log("half-way");
  await pause(HALF_WAY_MS);
  await stage.must(now, administrator, enterRule, { name: "min_open_minutes", value: 2, reason: "The last step." });
}

if (await isUnused()) await seedBy(fill, (line) => console.log(line));
