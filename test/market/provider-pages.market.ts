import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { databaseOver } from "../../db/database";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { DELIVERED_WITH } from "../../domain/catalogue/track-record";
import { CHARGE_GROUP, type ChargeCode } from "../../domain/services/charge";
import { DAY_MS, dayOf, type Instant, instant } from "../../domain/shared/time";
import { providerPage } from "../../server/catalogue/queries";
import type { Provider } from "../../views/providers";
import { ask, line } from "./built-market";

// What each provider's page says of it in figures, held to counts that are made here from the rows, by other means.

const folder = process.env.MARKET_DATA as string;
process.env.DATA_DIR = folder;
const database = databaseOver(sqliteDriver(join(folder, "kouan.db")));
afterAll(() => database.close());

const now = instant(ask<{ at: number }>("select max(occurred_at) as at from outbox")[0]?.at ?? 0);
const ids = ask<{ id: string }>("select distinct organisation_id as id from listings where is_active order by 1").map(
  ({ id }) => id,
);
const pages = new Map<string, Provider>();
for (const id of ids) {
  const page = await providerPage(database.read, id, now);
  if (page) pages.set(id, page);
}

const LEAST = 5;
const middle = (values: readonly number[]): number => {
  const all = [...values].sort((one, other) => one - other);
  const half = all.length / 2;
  return ((all[Math.ceil(half) - 1] ?? 0) + (all[Math.floor(half)] ?? 0)) / 2;
};

type Done = Readonly<Record<"id" | "provider" | "service" | "corridor", string>> &
  Readonly<Record<"contractedAt" | "deliveredAt" | "completedAt", number>>;
const DELIVERY = DELIVERED_WITH.map((code) => `'${code}'`).join(", ");
const done =
  ask<Done>(`select o.id, o.provider_organisation_id as provider, o.service, o.corridor, o.contracted_at as contractedAt, o.completed_at as completedAt,
    coalesce((select r.occurred_at from reopened_steps r where r.order_id = o.id and r.code in (${DELIVERY}) and json_extract(r.evidence, '$.struck') is null order by r.seq limit 1), o.delivered_at) as deliveredAt
  from orders o where o.state = 'completed' and o.completed_at > ${now - 365 * DAY_MS}`);
const byProvider = Map.groupBy(done, ({ provider }) => provider);
const monthAt = (at: number): string => dayOf(at as Instant).slice(0, 7);

describe("the pages of the demo's providers", () => {
  test("tell of each corridor the orders and days that its rows come to, and of none with fewer than five", () => {
    let told = 0;
    for (const [id, { lanes }] of pages) {
      const own = Map.groupBy(byProvider.get(id) ?? [], (one) => `${one.service} ${one.corridor}`);
      const counted = [...own]
        .filter(([, orders]) => orders.length >= LEAST)
        .map(([lane, orders]) => {
          const days = orders.map((one) => Math.ceil((one.deliveredAt - one.contractedAt) / DAY_MS));
          return `${lane} ${orders.length} ${Math.round(middle(days))}`;
        });
      const shown = lanes.map((one) => `${one.service} ${one.corridor} ${one.orders} ${one.medianDays}`);
      expect(shown.sort()).toEqual(counted.sort());
      for (const { onTime, orders } of lanes) {
        expect(onTime === null || (onTime.deliveredCount >= LEAST && onTime.deliveredCount <= orders)).toBe(true);
        expect(onTime === null || onTime.onTimeCount <= onTime.deliveredCount).toBe(true);
      }
      told += lanes.length;
    }
    line(`${told} corridors of ${pages.size} providers have figures of their own`);
    expect(told).toBeGreaterThan(20);
  });

  test("tell as examples what was completed in a month that is over, of services with five orders or more", () => {
    for (const [id, { examples }] of pages) {
      const own = byProvider.get(id) ?? [];
      const running = monthAt(now);
      const groups = Map.groupBy(own, (one) => `${monthAt(one.completedAt)} ${one.service} ${one.corridor}`);
      for (const { month, service, corridor, orders } of examples) {
        expect(month).not.toBe(running);
        expect(own.filter((one) => one.service === service).length).toBeGreaterThanOrEqual(LEAST);
        expect(groups.get(`${month} ${service} ${corridor}`)?.length).toBe(orders);
      }
    }
    expect([...pages.values()].some(({ examples }) => examples.length > 0)).toBe(true);
  });

  test("lie by so much beside the market's prices as opened bids of the last twelve whole months do", () => {
    const distances = [...pages].flatMap(([id, { priceDistance }]) => {
      const counted = distanceOf(id);
      expect([id, priceDistance]).toEqual([id, counted]);
      return priceDistance ? [priceDistance.percent] : [];
    });
    line(
      `${distances.length} providers have a price distance, from ${Math.min(...distances)} to ${Math.max(...distances)} %`,
    );
    expect(distances.length).toBeGreaterThan(20);
  });

  test("name no buyer, no order, no goods and no price", () => {
    const buyers = ask<{ own: string; latin: string }>(
      "select distinct b.name_own as own, b.name_latin as latin from organisations b join orders o on o.buyer_organisation_id = b.id",
    ).flatMap(({ own, latin }) => [own, latin]);
    const titles = ask<{ title: string; reference: string }>("select title, reference from orders").flatMap(
      ({ title, reference }) => [title, reference],
    );
    for (const page of pages.values()) {
      const { nameOwn, nameLatin, ...said } = page;
      const text = JSON.stringify(said, (_, value) => (typeof value === "bigint" ? String(value) : value));
      const own = new Set([nameOwn, nameLatin]);
      for (const name of [...new Set([...buyers, ...titles])])
        if (name !== "" && !own.has(name)) expect(text.includes(name) && name).toBe(false);
      expect(Object.keys(page.examples[0] ?? {})).not.toContain("priceMinor");
    }
  });
});

type Bid = Readonly<Record<"request" | "buyer" | "service" | "corridor" | "mode" | "side" | "content", string>> &
  Readonly<Record<"closedAt" | "grams", number>>;
type Price = Readonly<Record<"service" | "corridor" | "mode" | "side" | "provider" | "buyer", string>> &
  Readonly<Record<"contractedAt" | "fen" | "grams", number>>;
const ordered =
  ask<Price>(`select o.service, o.corridor, o.mode, json_extract(r.spec, '$.side') as side, provider_organisation_id as provider, o.buyer_organisation_id as buyer, contracted_at as contractedAt,
  contract_cny_minor - pass_through_cny_minor as fen, gross_weight_grams as grams from orders o join requests r on r.id = o.request_id where o.state <> 'cancelled'`);
const rates = ask<{ base: string; quote: string; rate: string; day: string }>(
  "select base, quote, rate, day from exchange_rates order by day desc",
);
/** Minor units of a currency in fen: all but the dong have two digits. */
const DIGITS: Readonly<Record<string, number>> = { VND: 0 };

function inFen(minor: number, currency: string, day: string): number | null {
  if (currency === "CNY") return minor;
  const rate = rates.find(
    (one) => one.day <= day && [one.base, one.quote].sort().join() === [currency, "CNY"].sort().join(),
  );
  if (!rate) return null;
  const whole = minor / 10 ** (DIGITS[currency] ?? 2);
  return (rate.base === currency ? whole * Number(rate.rate) : whole / Number(rate.rate)) * 100;
}

const tonnes = (service: string, fen: number, grams: number): number | null =>
  service === "logistics" ? (grams > 0 ? (fen * 1e6) / grams : null) : fen;

/** The first moment of a month by China's clock, so many months later. */
const monthStart = (month: string, later: number): number => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return Date.UTC(year, number - 1 + later, 1) - 8 * 3_600_000;
};

function levelOf({ service, corridor, mode, side, closedAt }: Bid): number | null {
  const end = monthStart(monthAt(closedAt), 1);
  const near = ordered.filter(
    (one) =>
      one.service === service &&
      one.corridor === corridor &&
      (service !== "logistics" || one.mode === mode) &&
      (service !== "customs" || one.side === side) &&
      one.contractedAt < end &&
      one.contractedAt >= end - 180 * DAY_MS &&
      tonnes(service, one.fen, one.grams) !== null,
  );
  const isFew =
    near.length < 5 ||
    new Set(near.map((one) => one.provider)).size < 3 ||
    new Set(near.map((one) => one.buyer)).size < 3;
  return isFew ? null : middle(near.flatMap((one) => tonnes(service, one.fen, one.grams) ?? []));
}

function distanceOf(provider: string): { percent: number; bids: number } | null {
  const running = monthAt(now);
  const bids =
    ask<Bid>(`select r.id as request, r.buyer_organisation_id as buyer, r.service, r.corridor, d.mode, json_extract(r.spec, '$.side') as side, v.content, r.closed_at as closedAt, d.gross_weight_grams as grams
    from bids b join requests r on r.id = b.request_id join deals d on d.id = r.deal_id join bid_versions v on v.bid_id = b.id and v.version = b.version
    where b.provider_organisation_id = '${provider}' and b.state in ('submitted', 'won', 'lost', 'expired') and r.opened_at is not null and v.content is not null
      and r.closed_at >= ${monthStart(running, -12)} and r.closed_at < ${monthStart(running, 0)}`);
  const compared = bids.flatMap((bid) => {
    const { lines, currency } = JSON.parse(bid.content) as {
      lines: readonly { code: ChargeCode; isPassThrough?: boolean; amountMinor?: string }[];
      currency: string;
    };
    const own = lines
      .filter((one) => !one.isPassThrough && CHARGE_GROUP[one.code] !== "duty_tax")
      .reduce((sum, one) => sum + Number(one.amountMinor ?? 0), 0);
    const fen = inFen(own, currency, dayOf(bid.closedAt as Instant));
    const [price, level] = [fen === null ? null : tonnes(bid.service, fen, bid.grams), levelOf(bid)];
    return price === null || level === null ? [] : [{ ...bid, ratio: price / level - 1 }];
  });
  const isFew =
    new Set(compared.map((one) => one.request)).size < 5 || new Set(compared.map((one) => one.buyer)).size < 3;
  // Nought below nought is nought.
  const percent = Math.round(middle(compared.map((one) => one.ratio)) * 100) + 0;
  return isFew ? null : { percent, bids: compared.length };
}

test("a provider is found more often than read, and read more often than compared or kept", () => {
  const rows = ask<{ id: string; kind: string; count: number }>(
    "select organisation_id as id, kind, sum(count) as count from provider_exposures where said = '' group by 1, 2",
  );
  const byProvider = Map.groupBy(rows, ({ id }) => id);
  expect(byProvider.size).toBeGreaterThan(60);
  for (const [id, counts] of byProvider) {
    const of = (kind: string) => counts.find((one) => one.kind === kind)?.count ?? 0;
    expect([id, of("found") > of("opened"), of("opened") > of("compared") + of("shortlisted")]).toEqual([
      id,
      true,
      true,
    ]);
  }
});
