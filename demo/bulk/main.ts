import { asc } from "drizzle-orm";
import { textOfListing } from "../../db/search-words";
import type { Actor } from "../../domain/access/policy";
import { DAY_MS, type Instant, instant } from "../../domain/shared/time";
import { castParties, enrol, ZONES } from "../play/cast";
import { type DemoOrganisation, deskOf, readMarketData } from "../plan/market-data";
import type { Cast } from "../play/play-deal";
import { type ReferenceData, referenceData as readReferenceData } from "../../server/hubs/queries/network";
import type { Database } from "../../db/database";
import { insertListing, type StoredListing } from "../../db/repositories/listings";
import { listings } from "../../db/schema/catalogue";
import { planPresent, planStarts } from "../plan/calendar";
import { planDeal } from "../plan/plan-deal";
import { planMovement } from "../plan/plan-movement";
import { chooseBuyer, choosePartner } from "../plan/parties/plan-parties";
import { randomFrom } from "../plan/random";
import { type Circle, copyMarket } from "./copy-market";
import { type BulkCounts, BulkPlay, type Scene, SerialReferences, tailShift } from "./play-in-bulk";
import { type Currency, minorDigits } from "../../domain/shared/money";
import { withMembers } from "../plan/parties/membership";
import { planQueues } from "../plan/queues";
import { Stage } from "../play/stage";
import { enterDuties, walkRates } from "../play/enter-rates";
import { enterRule } from "../../server/hubs/enter-rule";
import { idFrom } from "../../server/platform/platform";
import { readReference } from "../../db/reference/read-reference";
import { seedBy } from "../main";

const branchOf = (head: DemoOrganisation, circle: number): DemoOrganisation => ({
  ...head,
  id: `${head.id}-${circle}`,
  name: { ...head.name, own: `${head.name.own} ${circle}`, latin: `${head.name.latin} (Branch ${circle})` },
  registration: { number: `${head.registration.number}B${circle}` },
});

const houseOf = (branch: DemoOrganisation) =>
  ({
    kind: "trader",
    nameOwn: branch.name.own,
    nameLatin: branch.name.latin,
    country: branch.country,
    city: branch.city.en,
    registrationNumber: branch.registration.number,
    description: branch.description.en,
    people: [
      {
        name: deskOf(branch),
        email: `desk@${branch.id.replaceAll("-", "")}.example`,
        role: "owner",
        timeZone: ZONES[branch.country] ?? "Asia/Shanghai",
        locale: branch.country === "CN" ? "zh-CN" : "en",
      },
    ],
  }) as const;

type Opening = {
  readonly cast: Cast;
  readonly referenceData: ReferenceData;
  readonly at: Instant;
  readonly newId: () => string;
  readonly passwordHash: string;
};

const wordsOf = (listing: StoredListing, { name, city, country }: DemoOrganisation, { hubs }: ReferenceData): string =>
  textOfListing(
    listing as Parameters<typeof textOfListing>[0],
    { nameOwn: name.own, nameLatin: name.latin, city: city.en, country },
    hubs,
  );

/** A further circle of companies: a branch of each of the demo's, with its own people, key and listings, trading among themselves. */
export async function openBranches(database: Database, opening: Opening, circle: number): Promise<Cast> {
  const { cast, referenceData, at, newId, passwordHash } = opening;
  const known = (await database.read.select().from(listings).orderBy(asc(listings.id))) as StoredListing[];
  const actors = new Map<string, Actor>();
  const byId = new Map<string, DemoOrganisation>();
  const organisations = cast.referenceData.market.organisations.map((head) => ({
    head,
    branch: branchOf(head, circle),
  }));
  await database.write(async (tx) => {
    for (const { head, branch } of organisations) {
      const { organisationId, actors: people } = await enrol(tx, houseOf(branch), { newId, now: at, passwordHash });
      actors.set(branch.id, people[0] as Actor);
      byId.set(organisationId, branch);
      for (const listing of known.filter((one) => one.organisationId === cast.actorOf(head).organisationId))
        await insertListing(tx, {
          ...listing,
          id: newId(),
          organisationId,
          searchText: wordsOf(listing, branch, referenceData),
        });
    }
  });
  const branches = organisations.map(({ branch }) => branch);
  const headOf = new Map(organisations.map(({ head, branch }) => [branch.id, head]));
  return {
    ...cast,
    referenceData: { ...cast.referenceData, market: { ...cast.referenceData.market, organisations: branches } },
    providers: branches.filter((one) => one.kind === "provider"),
    actorOf: (one) => actors.get(one.id) as Actor,
    providerById: (id) => byId.get(id) as DemoOrganisation,
    characterOf: (one) => cast.characterOf(headOf.get(one.id) as DemoOrganisation),
  };
}

// A sealed bid takes its padded 16 KiB for ever, so a large market keeps the seal in so many deals and takes open bids in the rest.
const SEALED_DEALS_MAX = 1_000;
/** By then every request has been closed, and its bids opened. */
const OPENED_AFTER_MS = 60 * DAY_MS;

const PRESENT_ROUNDS = 3;

export type Plan = {
  readonly seed: number;
  readonly now: Instant;
  readonly deals: number;
  /** Circles of companies that trade among themselves: the year is played by the first, the present goes round them. */
  readonly casts: readonly Cast[];
  /** The year is copied, so that none of its bids may be sealed still. */
  readonly isCopied?: boolean;
  readonly ownBuyer: DemoOrganisation | null;
};

/** How much oftener the demo's own buyer posts than others of its kind. */
const OWN_FAVOUR = 3;

/** The year's deals, planned one at a time as the demo plans them, by the same seasons and shares. */
export function* planMarket({ seed, now, deals, casts, ownBuyer, isCopied = false }: Plan): Generator<Scene> {
  const random = randomFrom(seed);
  const keepsSeal = Math.max(1, Math.ceil(deals / SEALED_DEALS_MAX));
  // Some hundreds of requests that are open or just opened, at any size; the year's own last days come on top.
  const present = Array.from({ length: PRESENT_ROUNDS }, () => planPresent(random, now)).flat();
  for (const [position, start] of [...present, ...planStarts(random, now, deals)].entries()) {
    const isPresent = position < present.length;
    const cast = casts[isPresent ? position % casts.length : 0] as Cast;
    const movement = planMovement(random, cast.referenceData, start);
    if (!movement) continue;
    const buyer = chooseBuyer(random, cast.referenceData, movement, {
      at: start.at,
      own: ownBuyer && { buyer: ownBuyer, favour: OWN_FAVOUR },
    });
    const partner = choosePartner(random, cast.referenceData, movement, buyer);
    const parties = { at: start.at, buyer, partner, ...(start.openHours ? { openHours: start.openHours } : {}) };
    const planned = planDeal(random, cast.referenceData, movement, parties);
    const mayBeSealed = isPresent || !isCopied || start.at < now - OPENED_AFTER_MS;
    const requests =
      mayBeSealed && position % keepsSeal === 0
        ? planned.requests
        : planned.requests.map((one) => ({ ...one, mode: "open" as const }));
    yield { planned: { ...planned, requests }, cast, seed: seed + position + 1, isPresent };
  }
}

const SEED = 20_261_124;
// Measured: a year's last deals are not awarded yet, and some lapse.
const ORDERS_PER_DEAL = 2.09;
/** So many orders of a year are played; a larger market has copies of them. */
const PLAYED_ORDERS = 10_000;
/** The demo's 150 companies carry so many orders a year; beyond that each circle of branches carries as many. */
const ORDERS_PER_CIRCLE = 25_000;
const YEAR_DAYS = 366;

export const BULK_SIZES = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type BulkSize = keyof typeof BULK_SIZES;

type Building = {
  readonly orders: number;
  /** How many of them are played. */
  readonly played?: number;
  readonly now: Instant;
  readonly passwordHash: string;
  readonly progress: (line: string) => void;
};

/** The demo's companies by command, as the small market has them, and circles of branches where the market is larger. */
async function castMarket(database: Database, { orders, now, passwordHash, progress }: Building) {
  const random = randomFrom(SEED);
  const known = await readReferenceData(database.read);
  const market = withMembers(readMarketData(), now);
  const stage = new Stage(database, random);
  const at = instant(now - (YEAR_DAYS + 40) * DAY_MS);
  const newId = () => idFrom(at, random);
  const parties = await castParties(database, {
    stage,
    market,
    places: known.places,
    network: known.network,
    at,
    newId: (day) => idFrom(day, random),
    passwordHash,
  });
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
    referenceData: { market, network: known.network, places: known.places, queues: planQueues(known.network, now) },
    providers: market.organisations.filter((one) => one.kind === "provider"),
    ...parties,
    toCny: (minor, currency) =>
      minor / 10 ** minorDigits(currency as Currency) / (perCny.get(currency as Currency) ?? 1),
  };
  const casts = [cast];
  for (let circle = 2; circle <= Math.ceil(orders / ORDERS_PER_CIRCLE); circle++)
    casts.push(await openBranches(database, { cast, referenceData: known, at, newId, passwordHash }, circle));
  progress(`${casts.length * market.organisations.length} organisations`);
  return { casts, ownBuyer: parties.buyer, random };
}

/** Who of another circle stands for whom of the first. */
function circleOf(first: Cast, cast: Cast): Circle {
  const branches = cast.referenceData.market.organisations;
  return new Map(
    first.referenceData.market.organisations.flatMap((head, at): (readonly [string, string])[] => {
      const [theirs, mine] = [first.actorOf(head), cast.actorOf(branches[at] as DemoOrganisation)];
      return [
        [theirs.organisationId as string, mine.organisationId as string],
        [theirs.userId as string, mine.userId as string],
      ];
    }),
  );
}

/** Lets the played year be there so many times. */
async function copyYear(
  database: Database,
  of: { times: number; casts: readonly Cast[]; references: SerialReferences },
) {
  const { times, casts, references } = of;
  const { given } = references;
  const circles = casts.map((cast, at) => (at === 0 ? new Map() : circleOf(casts[0] as Cast, cast)));
  await copyMarket(database, { times, circles, tailShiftOf: (copy) => tailShift(copy * given) });
  references.given = times * given;
}

/** Fills an empty database with a year of trade of about so many orders, in batches; what is in memory stays the same at any size. */
export async function buildBulkMarket(database: Database, building: Building): Promise<BulkCounts> {
  const { orders, now, progress, played = PLAYED_ORDERS } = building;
  const { casts, ownBuyer, random } = await castMarket(database, building);
  const times = Math.max(1, Math.round(orders / played));
  const onDeal = (counts: BulkCounts) => {
    if (counts.deals % 1_000 === 0) progress(`${counts.deals} deals, ${counts.orders} orders, ${counts.bids} bids`);
  };
  const references = new SerialReferences();
  const play = await BulkPlay.over(database, { random, references, until: now, onDeal });
  const present: Scene[] = [];
  const deals = Math.round(Math.min(orders, played) / ORDERS_PER_DEAL);
  const plan = planMarket({ seed: SEED, now, deals, casts, ownBuyer, isCopied: times > 1 });
  await play.playAll(
    plan.filter((scene) => {
      if (scene.isPresent) present.push(scene);
      return !scene.isPresent;
    }),
    times,
  );
  if (times > 1) {
    await copyYear(database, { times, casts, references });
    progress(`copied to ${times} times ${play.counts.orders} orders`);
  }
  await play.playAll(present);
  await play.end();
  await database.refreshStatistics();
  return play.counts;
}

/** Makes a market of so many orders in the empty database of this process, in bulk; `tell` hears how far it is. */
export function seedBulk(size: BulkSize, tell: (line: string) => void): Promise<void> {
  tell(`  making a market of ${size} orders, once`);
  return seedBy((database, filling) => buildBulkMarket(database, { ...filling, orders: BULK_SIZES[size] }), tell);
}
