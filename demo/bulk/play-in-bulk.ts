import { dayOf, type Instant, monthOf } from "../../domain/shared/time";
import { idFrom, newReference } from "../../server/platform/platform";
import { EventQueue } from "../play/stage";
import type { PlannedDeal } from "../plan/plan-deal";
import { type Cast, playDeal } from "../play/play-deal";
import { type Random, randomFrom } from "../plan/random";
import { referenceData } from "../../server/hubs/queries/network";
import { organisationKey } from "../../server/sealing/keys";
import type { Database, Writer } from "../../db/database";
import { insertDeal } from "../../db/repositories/deals";
import { organisationKeys, organisations } from "../../db/schema/accounts";
import { bids, bidVersions, requestKeys, requests } from "../../db/schema/requests";
import { cargoLines, deals } from "../../db/schema/deals";
import { trafficDays } from "../../db/schema/hubs";
import { awards, orderMilestones, orders } from "../../db/schema/orders";
import { openingMinutes, receiptLists } from "../../db/schema/proof";
import { RowSink } from "./row-sink";
import { BulkStage } from "./bulk-stage";
import { Approvals, type BidRow, DatedFacts, type LiveDeal, type LiveRequest, type Makers } from "./live-deal";
import { receiptListOf } from "../../domain/requests/receipt-list";
import { sha256 } from "../../server/bidding/closing-proof";
import { fingerprintOf } from "../../server/sealing/request-key";
import type { Service } from "../../domain/shared/vocabulary";

type Row = typeof trafficDays.$inferInsert;
type Sum = Row & { passThroughCnyMinor: bigint };

/** The summary of the traffic share, added up beside the orders: some thousands of sums by day, however many orders there are. */
class TrafficSums {
  private readonly sums = new Map<string, Sum>();

  rows(): Row[] {
    return [...this.sums.values()];
  }

  /** Counts the deal's orders, and the deal itself once, all so many times. */
  count({ row, orders }: LiveDeal, times: number): void {
    const [first] = orders;
    if (row.contractedAt === null || !first) return;
    const where = { hubId: row.hubId, corridor: row.corridor, isBorderHub: first.row.isBorderHub };
    for (const { row: order } of orders.filter(({ row: { state } }) => state !== "cancelled"))
      this.add({ ...where, day: dayOf(order.contractedAt as Instant), service: order.service, count: times }, [
        order.contractCnyMinor - order.passThroughCnyMinor,
        order.passThroughCnyMinor,
        order.grossWeightGrams,
      ]);
    const day = dayOf(row.contractedAt as Instant);
    this.add({ ...where, day, service: "deal", count: times }, [0n, 0n, first.row.grossWeightGrams]);
  }

  private add(
    of: Omit<Row, "valueCnyMinor" | "passThroughCnyMinor" | "weightGrams"> & { service: Service | "deal" },
    [value, passThrough, grams]: readonly [bigint, bigint, number],
  ): void {
    const key = `${of.day} ${of.hubId} ${of.corridor} ${of.service}`;
    const none = { count: 0, valueCnyMinor: 0n, passThroughCnyMinor: 0n, weightGrams: 0 };
    const sum = this.sums.get(key) ?? { ...of, ...none };
    sum.count += of.count;
    sum.valueCnyMinor += BigInt(of.count) * value;
    sum.passThroughCnyMinor += BigInt(of.count) * passThrough;
    sum.weightGrams += of.count * grams;
    this.sums.set(key, sum);
  }
}

type Kind = "KD" | "KR" | "KO";

// As in every reference: no I, L, O, U.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TAIL_LETTERS = 6;
// Six letters hold 30 bits; an odd factor makes a permutation of them, so numbers look drawn and never repeat.
const FACTOR = 0x2545f491;
const MASK = 0x3fffffff;

function tailOf(serial: number): string {
  let [rest, tail] = [Math.imul(serial, FACTOR) & MASK, ""];
  for (; tail.length < TAIL_LETTERS; rest >>= 5) tail = ALPHABET[rest & 31] + tail;
  return tail;
}

/** By how much the tail of a number that comes so many later is another. */
export const tailShift = (serials: number): number => Math.imul(serials, FACTOR) & MASK;

/** Reference numbers that need no look into the table: the n-th is different from all before it. */
export class SerialReferences {
  private readonly heads = new Map<string, string>();
  /** So many were given, by this or by copies. */
  given = 0;

  next(kind: Kind, at: Instant): string {
    const month = `${kind}${monthOf(dayOf(at))}`;
    const head = this.heads.get(month) ?? newReference(kind, at).slice(0, -TAIL_LETTERS);
    this.heads.set(month, head);
    return head + tailOf(++this.given);
  }
}

type Proof = {
  readonly list: typeof receiptLists.$inferInsert | null;
  readonly minutes: typeof openingMinutes.$inferInsert | null;
};

/** The list and the minutes that the clock's close and opening would have written. */
function proofOf({ row, bids, key }: LiveRequest): Proof {
  if (row.closedAt === null) return { list: null, minutes: null };
  const versions = bids.map(({ version }) => ({ submittedAt: version.submittedAt, receipt: version.receipt }));
  const list = { requestId: row.id, closedAt: row.closedAt, ...receiptListOf(row.id, versions, sha256) };
  if (row.openedAt === null) return { list, minutes: null };
  const minutes = {
    requestId: row.id,
    openedAt: row.openedAt,
    isByClock: true,
    userIds: [],
    keyFingerprint: fingerprintOf(key?.publicKey ?? null),
    root: list.root,
    openedCount: bids.length,
    staleCount: 0,
    withdrawnCount: 0,
  };
  return { list, minutes };
}

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
  trafficDays,
];

/** A deal that somebody of `cast` posts, with the randomness of its own life: so each can be played alone. */
export type Scene = {
  readonly planned: PlannedDeal;
  readonly cast: Cast;
  readonly seed: number;
  /** It makes the present lively, and is no part of the year. */
  readonly isPresent: boolean;
};

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

async function makersOver(database: Database, { random, references }: Play): Promise<Makers> {
  const keys = await database.read.select().from(organisationKeys);
  const parties = await database.read
    .select({ id: organisations.id, country: organisations.country })
    .from(organisations);
  return {
    referenceData: await referenceData(database.read),
    facts: new DatedFacts(database.read),
    newId: (at) => idFrom(at, random),
    newReference: (kind, at) => references.next(kind, at),
    plans: new Map(),
    approvals: new Approvals(),
    countries: new Map(parties.map(({ id, country }) => [id, country])),
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

type Play = {
  readonly random: Random;
  readonly references: SerialReferences;
  readonly until: Instant;
  readonly onDeal?: (counts: BulkCounts) => void;
};

/** A market in bulk: deals are played one after the other up to `until`, without commands, and their rows are written in batches. */
export class BulkPlay {
  private readonly sink: RowSink;
  private readonly stage: BulkStage;
  private readonly traffic = new TrafficSums();
  readonly counts: BulkCounts;

  private constructor(
    database: Database,
    private readonly play: Play,
    makers: Makers,
  ) {
    this.sink = new RowSink(database, TABLES);
    this.stage = new BulkStage(database, play.random, makers);
    this.counts = { deals: 0, requests: 0, bids: 0, orders: 0, refusals: this.stage.refusals };
  }

  static async over(database: Database, play: Play): Promise<BulkPlay> {
    return new BulkPlay(database, play, await makersOver(database, play));
  }

  /** Plays the deals and writes their rows; in the sums of traffic each is counted so many times, as often as it will be there. */
  async playAll(scenes: Iterable<Scene>, times = 1): Promise<void> {
    const { stage, traffic, sink, counts, play } = this;
    for (const { planned, cast, seed } of scenes) {
      const [queue, random] = [new EventQueue(), randomFrom(seed)];
      stage.begin({ planned, random, until: play.until, cast });
      playDeal({ stage, queue, random, cast }, planned);
      await queue.runUntil(play.until, () => undefined);
      const live = stage.end();
      if (!live) continue;
      traffic.count(live, times);
      await handOn(live, sink);
      await sink.settle();
      counts.deals += 1;
      counts.requests += live.requests.length;
      counts.bids += live.requests.reduce((all, request) => all + request.bids.length, 0);
      counts.orders += live.orders.length;
      play.onDeal?.(counts);
    }
    await sink.flush();
  }

  /** Writes the sums of traffic. */
  async end(): Promise<void> {
    this.sink.add(trafficDays, ...this.traffic.rows());
    await this.sink.flush();
  }
}
