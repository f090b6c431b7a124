import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figureSource, sourceKey } from "@/components/services/country-name";
import { isBankDay } from "../../demo/plan/holidays";
import { addDays, type LocalDate } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

type Month = { readonly month: string; readonly orders: number; readonly border: number };

/** Fewer orders than these make a month's share a matter of luck: the first and the last month of the year may be short. */
const LEAST_ORDERS = 60;

/** Of some 140 orders of some fifty deals chance alone moves one month in twenty by thirteen points; of fewer by more, with the root of their number. */
const mostPoints = (orders: number): number => 0.15 * Math.sqrt(Math.max(1, 140 / orders));

test("the border hubs' share of a month stays within fifteen points of the year's, where it has its usual orders", () => {
  const months = ask<Month>(`select month, sum(count) as orders, sum(is_border_hub * count) as border
    from hub_traffic where service <> 'deal' group by month`).filter(({ orders }) => orders >= LEAST_ORDERS);
  const sum = (key: "orders" | "border") => months.reduce((all, one) => all + one[key], 0);
  const year = share(sum("border"), sum("orders"));
  const shares = months.map(({ border, orders }) => share(border, orders));
  line(
    `border share by month: ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}, year ${percent(year)}`,
  );
  expect(months.length).toBeGreaterThan(9);
  expect(months.filter(({ border, orders }) => Math.abs(share(border, orders) - year) > mostPoints(orders))).toEqual(
    [],
  );
});

test("payment bids charge for letters of credit only where one is asked for, and for the check of a client once", () => {
  const bids = ask<{ need: string; codes: string }>(`select json_extract(r.spec, '$.need') as need,
    (select group_concat(json_extract(c.value, '$.code')) from json_each(v.content, '$.lines') c) as codes
    from bid_versions v join bids b on b.id = v.bid_id join requests r on r.id = b.request_id
    where r.service = 'payment' and v.content is not null`);
  const credit = bids.filter(({ need, codes }) => need !== "letter_of_credit" && /LCO|LCA/.test(codes));
  const checks = share(bids.filter(({ codes }) => codes.includes("KYC")).length, bids.length);
  line(
    `payment bids: ${bids.length}, with a charge for a letter of credit nobody asked for ${credit.length}, for a new client ${percent(checks)}`,
  );
  expect(bids.length).toBeGreaterThan(100);
  expect(credit).toEqual([]);
  expect(checks).toBeLessThan(0.3);
});

test("there is a rate of each pair of each of the banks' days of the last ninety, and of no other, with four places below a hundred", () => {
  const rates = ask<{ pair: string; days: string }>(`select base || quote as pair, group_concat(distinct day) as days
    from exchange_rates where source = 'demo estimate' group by 1`);
  const last = rates[0]?.days.split(",").sort().at(-1) as LocalDate;
  const banks = Array.from({ length: 90 }, (_, back) => addDays(last, -back)).filter((day) => isBankDay(day));
  line(`days of banks in the last ninety: ${banks.length}; pairs: ${rates.length}`);
  expect(rates.filter(({ days }) => banks.some((day) => !days.includes(day)))).toEqual([]);
  expect(rates.filter(({ days }) => days.split(",").some((day) => !isBankDay(day as LocalDate)))).toEqual([]);
  const rough = ask(`select rate from exchange_rates where cast(rate as real) < 100 and rate not like '%.____'
    and source = 'demo estimate'`);
  expect(rough).toEqual([]);
});

test("bids, awards and locks take the last rate that was entered before them, and each day's is entered by half past nine", () => {
  const rates = ask<{ pair: string; day: string; at: number; clock: string }>(
    `select base || '/' || quote as pair, day, entered_at as at,
      strftime('%H:%M', entered_at / 1000, 'unixepoch', '+8 hours') as clock from exchange_rates where source = 'demo estimate'`,
  );
  const byPair = Map.groupBy(rates, ({ pair }) => pair);
  const lastBefore = (pair: string, at: number) =>
    byPair.get(pair)?.reduce((last, one) => (one.at <= at && one.day > last ? one.day : last), "");
  const ofBids = ask<{ at: number; pair: string; day: string }>(
    `select v.submitted_at as at, json_extract(r.value, '$.base') || '/' || json_extract(r.value, '$.quote') as pair,
      json_extract(r.value, '$.day') as day from bid_versions v, json_each(v.content, '$.rates') r where v.content is not null`,
  );
  const ofAwards = ask<{ at: number; pair: string; day: string }>(
    `select a.awarded_at as at, substr(r.value, 1, 7) as pair, substr(r.value, instr(r.value, ' 20') + 1, 10) as day
      from awards a, json_each(a.comparison, '$.rates') r`,
  );
  const used = [...ofBids, ...ofAwards];
  const odd = used.filter(({ at, pair, day }) => lastBefore(pair, at) !== day);
  line(
    `rates of bids ${ofBids.length}, of awards ${ofAwards.length}; of another day than the last one known: ${odd.length}`,
  );
  expect(ofBids.length).toBeGreaterThan(100);
  expect(ofAwards.length).toBeGreaterThan(100);
  expect(odd).toEqual([]);
  expect(rates.filter(({ clock }) => clock < "09:15" || clock >= "09:30")).toEqual([]);
});

test("no source of a rate, a rule or a board stands in Latin letters alone on a Chinese page", () => {
  const words = (room: string) => JSON.parse(readFileSync(`messages/zh-CN/${room}.json`, "utf8"));
  const [services, duties, documents] = ["services", "duties", "documents"].map(words);
  const named = (room: { sources: Record<string, string> }) => (source: string) =>
    room.sources[sourceKey(source)] ?? source;
  const shown: Readonly<Record<string, (source: string) => string>> = {
    exchange_rates: (source) => figureSource(source, (key) => services[key]),
    duty_rates: named(duties),
    document_rules: named(documents),
    legs: (source) => figureSource(named(services)(source), (key) => services[key]),
    hub_states: (source) => source,
    hub_closures: (source) => source,
  };
  const sources = Object.entries(shown).flatMap(([table, nameOf]) =>
    ask<{ source: string }>(`select distinct source from ${table}`).map(({ source }) => `${table}: ${nameOf(source)}`),
  );
  const latin = sources.filter((source) => !/\p{Script=Han}/u.test(source));
  line(`sources without a Chinese name: ${latin.length} of ${sources.length}`);
  expect(sources.length).toBeGreaterThan(50);
  expect(latin).toEqual([]);
});
