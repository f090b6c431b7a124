import type { Instant } from "../../domain/shared/instant";
import { idFrom } from "../../server/platform/new-id";
import { EventQueue } from "../play/event-queue";
import type { PlannedDeal } from "../plan/plan-deal";
import { type Cast, playDeal } from "../play/play-deal";
import { type Random, randomFrom } from "../plan/random";
import { world } from "../../server/hubs/queries/network";
import { organisationKey } from "../../server/sealing/keys";
import type { Database, Writer } from "../../db/database";
import { insertDeal } from "../../db/repositories/deals";
import { organisationKeys } from "../../db/schema/accounts";
import { bids, bidVersions } from "../../db/schema/bidding";
import { cargoLines, deals } from "../../db/schema/deals";
import { hubTraffic } from "../../db/schema/hubs";
import { awards, orderMilestones, orders } from "../../db/schema/orders";
import { openingMinutes, receiptLists } from "../../db/schema/proof";
import { requestKeys, requests } from "../../db/schema/requests";
import { proofOf } from "./proof-of";
import { RowSink } from "./row-sink";
import { BulkStage } from "./bulk-stage";
import { DatedFacts } from "./dated-facts";
import type { BidRow, LiveDeal } from "./live-deal";
import type { Makers } from "./makers";
import { serialReferences } from "./serial-reference";
import { TrafficSums } from "./traffic-sums";

const TABLES = [
  deals,
  cargoLines,
  requests,
  requestKeys,
  bids,
  bidVersions,
  receiptLists,
  openingMinutes,
  awards,
  orders,
  orderMilestones,
  hubTraffic,
];

/** A deal that somebody of `cast` posts, with the randomness of its own life: so each can be played alone. */
export type Scene = { readonly planned: PlannedDeal; readonly cast: Cast; readonly seed: number };

/** Lets the deal's own repository make its rows: an insert is gathered instead of sent. */
const gathering = (sink: RowSink): Writer =>
  ({
    insert: (table: typeof deals) => ({ values: async (rows: never) => sink.add(table, ...[rows].flat()) }),
  }) as unknown as Writer;

async function handOn(live: LiveDeal, sink: RowSink): Promise<void> {
  await insertDeal(gathering(sink), live.row);
  for (const request of live.requests) {
    const { row, key, bids: offers } = request;
    sink.add(requests, row);
    if (key) sink.add(requestKeys, { requestId: row.id, ...key });
    for (const bid of offers) {
      sink.add(bids, bid.row as BidRow);
      sink.add(bidVersions, bid.version);
    }
    const proof = proofOf(request);
    if (proof.list) sink.add(receiptLists, proof.list);
    if (proof.minutes) sink.add(openingMinutes, proof.minutes);
  }
  sink.add(awards, ...live.awards);
  for (const order of live.orders) {
    sink.add(orders, order.row);
    sink.add(orderMilestones, ...order.milestones);
  }
}

async function makersOver(database: Database, random: Random): Promise<Makers> {
  const keys = await database.read.select().from(organisationKeys);
  return {
    world: await world(database.read),
    facts: new DatedFacts(database.read),
    newId: (at) => idFrom(at, random),
    newReference: serialReferences(),
    plans: new Map(),
    bidderKeys: new Map(keys.map((row) => [row.organisationId, organisationKey(row.wrappedKey, row.organisationId)])),
  };
}

export type BulkCounts = {
  deals: number;
  requests: number;
  bids: number;
  orders: number;
  refusals: ReadonlyMap<string, number>;
};

/** Plays deals one after the other up to `until` and writes their rows in batches: an empty market's year, without its commands. */
export async function playInBulk(
  database: Database,
  scenes: Iterable<Scene>,
  play: { readonly random: Random; readonly until: Instant; readonly onDeal?: (counts: BulkCounts) => void },
): Promise<BulkCounts> {
  const stage = new BulkStage(database, play.random, await makersOver(database, play.random));
  const sink = new RowSink(database, TABLES);
  const traffic = new TrafficSums();
  const counts = { deals: 0, requests: 0, bids: 0, orders: 0, refusals: stage.refusals };
  for (const { planned, cast, seed } of scenes) {
    const [queue, random] = [new EventQueue(), randomFrom(seed)];
    stage.begin({ planned, random, until: play.until, cast });
    playDeal({ stage, queue, random, cast }, planned);
    await queue.runUntil(play.until, () => undefined);
    const live = stage.end();
    if (!live) continue;
    traffic.count(live);
    await handOn(live, sink);
    await sink.settle();
    counts.deals += 1;
    counts.requests += live.requests.length;
    counts.bids += live.requests.reduce((all, request) => all + request.bids.length, 0);
    counts.orders += live.orders.length;
    play.onDeal?.(counts);
  }
  sink.add(hubTraffic, ...traffic.rows());
  await sink.flush();
  return counts;
}
