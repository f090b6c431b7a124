import { DAY_MS, type Instant, instant } from "../../domain/shared/instant";
import { type Currency, minorDigits } from "../../domain/shared/money";
import { castParties } from "../play/cast";
import { readMarketData } from "../plan/market-data";
import type { Cast } from "../play/play-deal";
import { planQueues } from "../plan/queues";
import { randomFrom } from "../plan/random";
import { Stage } from "../play/stage";
import { enterDuties } from "../play/before/enter-duties";
import { walkRates } from "../play/before/walk-rates";
import { enterRule } from "../../server/hubs/enter-rule";
import { idFrom } from "../../server/platform/new-id";
import { world as readWorld } from "../../server/hubs/queries/network";
import type { Database } from "../../db/database";
import { readReference } from "../../db/reference/read-reference";
import { openBranches } from "./open-branches";
import { planMarket } from "./plan-market";
import { type BulkCounts, playInBulk } from "./play-in-bulk";

const SEED = 20_261_124;
// Measured: a year's last deals are not awarded yet, and some lapse.
const ORDERS_PER_DEAL = 2.33;
/** The demo's 150 companies carry so many orders a year; beyond that each circle of branches carries as many. */
const ORDERS_PER_CIRCLE = 25_000;
const YEAR_DAYS = 366;

export const BULK_SIZES = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type BulkSize = keyof typeof BULK_SIZES;

type Building = {
  readonly orders: number;
  readonly now: Instant;
  readonly passwordHash: string;
  readonly progress: (line: string) => void;
};

/** The demo's companies by command, as the small market has them, and circles of branches where the market is larger. */
async function castMarket(database: Database, { orders, now, passwordHash, progress }: Building) {
  const random = randomFrom(SEED);
  const known = await readWorld(database.read);
  const market = readMarketData();
  const stage = new Stage(database, random);
  const at = instant(now - (YEAR_DAYS + 40) * DAY_MS);
  const newId = () => idFrom(at, random);
  const parties = await castParties(database, { stage, market, places: known.places, at, newId, passwordHash });
  await stage.must(at, parties.administrator, enterRule, {
    name: "min_open_minutes",
    value: 2,
    reason: "演示市场：几分钟内即可走完一次询价。 · Demo market: a request can be followed through within minutes.",
  });
  const reference = readReference();
  await walkRates(stage, parties.administrator, reference.seedRates, { random, now });
  await enterDuties(stage, parties.administrator, reference.seedDutyRates, at);
  const perCny = new Map(
    reference.seedRates.map(({ base, quote, rate }) =>
      base === "CNY" ? [quote, Number(rate)] : [base, 1 / Number(rate)],
    ),
  );
  const cast: Cast = {
    world: { market, network: known.network, places: known.places, queues: planQueues(known.network, now) },
    providers: market.organisations.filter((one) => one.kind === "provider"),
    ...parties,
    toCny: (minor, currency) =>
      minor / 10 ** minorDigits(currency as Currency) / (perCny.get(currency as Currency) ?? 1),
  };
  const casts = [cast];
  for (let circle = 2; circle <= Math.ceil(orders / ORDERS_PER_CIRCLE); circle++)
    casts.push(await openBranches(database, { cast, world: known, at, newId, passwordHash }, circle));
  progress(`${casts.length * market.organisations.length} organisations`);
  return { casts, ownBuyer: parties.buyer, random };
}

/** Fills an empty database with a year of trade of about so many orders, in batches; what is in memory stays the same at any size. */
export async function buildBulkMarket(database: Database, building: Building): Promise<BulkCounts> {
  const { orders, now, progress } = building;
  const { casts, ownBuyer, random } = await castMarket(database, building);
  const deals = Math.round(orders / ORDERS_PER_DEAL);
  const onDeal = (counts: BulkCounts) => {
    if (counts.deals % 10_000 === 0) progress(`${counts.deals} deals, ${counts.orders} orders, ${counts.bids} bids`);
  };
  const counts = await playInBulk(database, planMarket({ seed: SEED, now, deals, casts, ownBuyer }), {
    random,
    until: now,
    onDeal,
  });
  progress(`${counts.deals} deals, ${counts.requests} requests, ${counts.bids} bids, ${counts.orders} orders`);
  return counts;
}
