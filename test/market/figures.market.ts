import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figureSource, sourceKey } from "@/components/services/words/country-name";
import { ask, line, percent, share } from "./built-market";

type Month = { readonly month: string; readonly orders: number; readonly border: number };

/** Fewer orders than these make a month's share a matter of luck: the first and the last month of the year may be short. */
const LEAST_ORDERS = 60;

/** Of some 140 orders of some fifty deals; chance alone moves one month in twenty by thirteen points. */
const MONTH_POINTS = 0.15;

test("the border hubs' share of a month stays within fifteen points of the year's", () => {
  const months = ask<Month>(`select month, sum(count) as orders, sum(is_border_hub * count) as border
    from hub_traffic where service <> 'deal' group by month`).filter(({ orders }) => orders >= LEAST_ORDERS);
  const sum = (key: "orders" | "border") => months.reduce((all, one) => all + one[key], 0);
  const year = share(sum("border"), sum("orders"));
  const shares = months.map(({ border, orders }) => share(border, orders));
  line(
    `border share by month: ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}, year ${percent(year)}`,
  );
  expect(months.length).toBeGreaterThan(9);
  expect(shares.filter((one) => Math.abs(one - year) > MONTH_POINTS)).toEqual([]);
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

test("there is a rate of each pair of each of the last fourteen days, with four places below a hundred", () => {
  const rates = ask<{ pair: string; days: number }>(`select base || quote as pair, count(distinct day) as days
    from exchange_rates where day > date((select max(day) from exchange_rates), '-14 days') group by 1`);
  line(`rates of the last fourteen days: ${Math.min(...rates.map(({ days }) => days))} days of ${rates.length} pairs`);
  expect(rates.filter(({ days }) => days < 14)).toEqual([]);
  const rough = ask(`select rate from exchange_rates where cast(rate as real) < 100 and rate not like '%.____'
    and source = 'demo estimate'`);
  expect(rough).toEqual([]);
});

test("no rate moves at a weekend", () => {
  const moved = ask<{
    day: string;
  }>(`select b.day from exchange_rates a join exchange_rates b on b.base = a.base and b.quote = a.quote
    and b.day = date(a.day, '+1 day') where strftime('%w', b.day) in ('0', '6') and a.rate <> b.rate and b.source = 'demo estimate'`);
  line(`rates that moved at a weekend: ${moved.length}`);
  expect(moved).toEqual([]);
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
