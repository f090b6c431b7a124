import { lt } from "drizzle-orm";
import type { Database } from "../db/database";
import { readReference } from "../db/reference/read-reference";
import { mails, outbox } from "../db/schema/notices";
import { DAY_MS, type Instant, instant } from "../domain/shared/time";
import { enterRule } from "../server/hubs/enter-rule";
import { idFrom, platformOver } from "../server/platform/platform";
import { referenceData as readReferenceData } from "../server/hubs/queries/network";
import { relayRound } from "../server/worker/relay";
import { planPresent, planStarts, type PlannedStart } from "./plan/calendar";
import { castParties, DEMO_BUYER_2 } from "./play/cast";
import { YearsDisputes } from "./plan/disputes/plan-dispute";
import { EventQueue, Stage } from "./play/stage";
import { readMarketData } from "./plan/market-data";
import { withMembers } from "./plan/parties/membership";
import { planDeal } from "./plan/plan-deal";
import { planMovement, type ReferenceData } from "./plan/plan-movement";
import { planQueues } from "./plan/queues";
import { beyondChina, type PlannedTransit, planTransits } from "./plan/transits";
import { historyRooms } from "./play/history/history-rooms";
import { askAboutBids, TalkHistory } from "./play/history/talk-history";
import { askQuestions } from "./play/play-orders";
import { countReaders } from "./play/count-readers";
import { enterChecks } from "./play/enter-checks";
import { enterPapers } from "./play/enter-papers";
import { enterSite } from "./play/enter-site";
import { playDeal } from "./play/play-deal";
import { playRooms, playScenes } from "./play/scenes/play-scenes";
import { chooseBuyer, chooseOverChina, choosePartner } from "./plan/parties/plan-parties";
import { randomFrom } from "./plan/random";
import { enterDuties, walkRates } from "./play/enter-rates";

const SEED = 20_261_124;
/** Makes about 1,700 orders, at nearly two and a half a deal. */
const DEALS = 640;
const YEAR_DAYS = 366;
/** What happened before is history: nobody's inbox has to tell it. */
const NEWS_DAYS = 10;

const PER_CNY: Readonly<Record<string, number>> = {
  CNY: 100,
  USD: 14.04,
  EUR: 12.1,
  RUB: 1130,
  VND: 3650,
  KZT: 7400,
  UZS: 170_000,
  KGS: 1230,
  MNT: 50_000,
  THB: 455,
};

type Progress = (line: string) => void;

/** A deal whose goods pass a third country in transit, with dice of its own. */
function beginTransit(play: Parameters<typeof playDeal>[0], { at, movement }: PlannedTransit): void {
  const { random, cast } = play;
  const { referenceData } = cast;
  const beyond = beyondChina(movement);
  const partiesOf = () => {
    if (beyond) return chooseOverChina(random, referenceData, movement, { at, beyond });
    const buyer = chooseBuyer(random, referenceData, movement, { at, own: null });
    return { buyer, partner: choosePartner(random, referenceData, movement, buyer) };
  };
  const asked = { at, ...partiesOf(), services: ["logistics", "customs"], side: "transit" } as const;
  playDeal(play, planDeal(random, referenceData, movement, asked));
}

/** The news of the last days reaches the inboxes, and that of before is history; the demo mails nobody. */
async function tellNews(database: Database, now: Instant): Promise<void> {
  await database.write(async (tx) => {
    await tx
      .update(outbox)
      .set({ deliveredAt: now })
      .where(lt(outbox.occurredAt, now - NEWS_DAYS * DAY_MS));
  });
  const present = { ...platformOver(database, () => now), nudge: () => undefined };
  while (await relayRound(present));
  await database.write(async (tx) => {
    await tx.delete(mails);
  });
}

type Today = Pick<Parameters<typeof playScenes>[1], "referenceData" | "parties" | "now"> & {
  readonly stage: Stage;
  readonly providers: Parameters<typeof enterChecks>[1];
};

/** What stands in the market of now beside its year: papers, checks, questions, scenes, and what is asked about opened bids. */
async function playToday(database: Database, { stage, providers, ...today }: Today): Promise<void> {
  const { parties, now } = today;
  const buyer = parties.actorOf(parties.buyer);
  await enterPapers({ ...parties, stage, buyer, now });
  await enterChecks({ stage, now, ...parties }, providers);
  await askQuestions({ stage, now, buyer, actorOf: parties.actorOf }, providers);
  await playScenes(database, today);
  await playRooms(database, today);
  await askAboutBids({ stage, buyer, cast: parties, now });
  await countReaders(database, now);
  await tellNews(database, now);
}

/** Builds the demo market into an empty database: a year of trade up to `now`, every step by a command of the product. */
export async function buildMarket(
  database: Database,
  play: { now: Instant; passwordHash: string; progress: Progress; deals?: number },
): Promise<Stage> {
  const { now, passwordHash, progress, deals = DEALS } = play;
  const random = randomFrom(SEED);
  const reference = readReference();
  const { network, places } = await readReferenceData(database.read);
  const referenceData: ReferenceData = {
    market: withMembers(readMarketData(), now),
    ...{ network, places, queues: planQueues(network, now) },
  };
  const stage = new Stage(database, random, now);
  const opening = instant(now - (YEAR_DAYS + 40) * DAY_MS);
  const parties = await castParties(database, {
    stage,
    market: referenceData.market,
    places: referenceData.places,
    network: referenceData.network,
    at: opening,
    newId: (at) => idFrom(at, random),
    passwordHash,
  });
  progress(`${referenceData.market.organisations.length} organisations`);
  await stage.must(opening, parties.administrator, enterRule, {
    name: "min_open_minutes",
    value: 2,
    reason: "演示市场：几分钟内即可走完一次询价。 · Demo market: a request can be followed through within minutes.",
  });
  const queue = new EventQueue();
  await walkRates(stage, parties.administrator, reference.seedRates, { random, now, queue });
  await enterDuties(stage, parties.administrator, reference.seedDutyRates, opening);
  await enterSite(database, { administrator: parties.administrator, at: opening, now });
  const providers = referenceData.market.organisations.filter((one) => one.kind === "provider");
  const toCny = (minor: number, currency: string) => minor / (PER_CNY[currency] ?? 100);
  const cast = { referenceData, providers, ...parties, toCny };
  const [rooms, talk] = [historyRooms(stage, { referenceData, now }), new TalkHistory(stage, queue)];
  const disputes = new YearsDisputes(now, [parties.buyer.id, DEMO_BUYER_2]);
  const begin = (start: PlannedStart, favour: number) => {
    const movement = planMovement(random, referenceData, start);
    if (!movement) return;
    const buyer = chooseBuyer(random, referenceData, movement, {
      at: start.at,
      own: { buyer: parties.buyer, favour },
    });
    const partner = choosePartner(random, referenceData, movement, buyer);
    playDeal(
      { stage, queue, random, cast, rooms, talk, disputes },
      planDeal(random, referenceData, movement, { at: start.at, buyer, partner, openHours: start.openHours }),
    );
  };
  for (const start of planStarts(random, now, deals)) begin(start, 3);
  // They belong to the year: a market of its stories alone has none.
  for (const planned of deals > 0 ? planTransits(referenceData, now) : [])
    beginTransit({ stage, queue, random: randomFrom(planned.at), cast, rooms, disputes }, planned);
  // The demo's own buyer has work waiting whenever somebody looks.
  for (const start of planPresent(random, now)) begin(start, 25);
  const steps = await queue.runUntil(now, (done) => {
    if (done % 10_000 === 0) progress(`${done} steps`);
  });
  progress(`${steps} steps in all`);
  await playToday(database, { stage, referenceData, parties, providers, now });
  return stage;
}
