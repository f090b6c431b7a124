import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { databaseOver } from "../../db/database";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { findDeal } from "../../db/repositories/deals";
import { shipmentOf } from "../../domain/deals/deal";
import type { HubKind } from "../../domain/hubs/place";
import { DUTY_COUNTRIES } from "../../domain/tariff/duty-rate";
import { customs } from "../../domain/services/customs/kind";
import { DAY_MS, instant } from "../../domain/shared/time";
import { dutyEstimateOf } from "../../server/tariff/duty-queries";
import { ask, line } from "./built-market";

const market = databaseOver(sqliteDriver(join(process.env.MARKET_DATA as string, "kouan.db")));
afterAll(() => market.close());

type Cleared = Readonly<Record<"reference" | "dealId" | "spec" | "origin" | "destination", string>> & {
  readonly at: number;
};

/** Goods of the demo come before the customs so long after they were offered: their price is reckoned by the rates of then. */
const DAYS_TO_CUSTOMS_MS = 16 * DAY_MS;

/** What a rate alone does not tell: which excise a car bears, and how many pieces or litres there are. */
const STATED = ["excise_unknown", "quantity_missing", "rests_on_unknown"];

/** What the import of a request takes by the market's tariff, as its page shows it on a day. */
async function shownOn({ dealId, spec, at, origin, destination }: Cleared) {
  const deal = await findDeal(market.read, dealId);
  if (!deal) throw new Error(`The deal ${dealId} is gone`);
  return dutyEstimateOf(market.read, {
    service: "customs",
    spec: customs.specSchema.parse(JSON.parse(spec)),
    shipment: shipmentOf(deal, { origin, destination }),
    now: instant(at),
  });
}

test("a price duty paid leaves after the border what pays duty, tax and fee, and the way on besides", async () => {
  const paid = ask<Cleared & { value: number; after: number }>(
    `select r.reference, r.deal_id as dealId, r.spec, d.created_at as at, f.country as origin, t.country as destination,
      d.goods_value_minor as value, json_extract(r.spec, '$.includedAfterBorder.minor') as after
    from requests r join deals d on d.id = r.deal_id join places f on f.id = d.origin_id join places t on t.id = d.destination_id
    where r.service = 'customs' and d.incoterm_rule = 'DDP' and json_extract(r.spec, '$.side') = 'both'`,
  );
  const short: string[] = [];
  for (const one of paid) {
    const shown = await shownOn({ ...one, at: one.at + DAYS_TO_CUSTOMS_MS });
    const estimate = shown?.withFormE ?? shown?.estimate;
    if (!estimate) continue;
    const { customsValue, duty, excise, vat, fee } = estimate;
    const taken = [duty, excise, vat, ...(fee.amount ? [fee.amount] : [])].reduce((sum, { minor }) => sum + minor, 0n);
    const owed = (Number(taken) / Number(customsValue.minor)) * (one.value - one.after);
    if (owed >= one.after) short.push(`${one.reference} ${one.after} ${owed.toFixed(0)}`);
  }
  line(`prices duty paid that leave nothing for the way on: ${short.length} of ${paid.length}`);
  expect(paid.length).toBeGreaterThan(20);
  expect(short).toEqual([]);
});

test("duty and tax of every order that clears goods into a country of the tariff can be estimated on the day of its contract, or it says why not", async () => {
  const countries = DUTY_COUNTRIES.map((country) => `'${country}'`).join(", ");
  const orders = ask<Cleared>(
    `select o.reference, o.deal_id as dealId, r.spec, o.contracted_at as at, f.country as origin, t.country as destination
    from orders o join requests r on r.id = o.request_id join places f on f.id = o.origin_id join places t on t.id = o.destination_id
    where o.service = 'customs' and json_extract(r.spec, '$.side') in ('import', 'both') and t.country in (${countries})`,
  );
  const unknown: string[] = [];
  let [known, stated] = [0, 0];
  for (const order of orders) {
    const { reference } = order;
    const shown = await shownOn(order);
    const figures = (shown?.estimate?.lines ?? []).flatMap(({ duty, excise, vat }) => [duty, excise, vat]);
    const missing = [...figures, ...(shown?.estimate ? [shown.estimate.fee] : [])].flatMap((one) => one.missing ?? []);
    if (!shown?.estimate || missing.some(({ code }) => !STATED.includes(code)))
      unknown.push(`${reference} ${shown?.missing?.code ?? missing.map(({ code }) => code).join(" ")}`);
    else if (missing.length > 0) stated++;
    else known++;
  }
  line(
    `imports whose duty and tax are known on the day of the contract: ${known} of ${orders.length}, with a reason ${stated}`,
  );
  expect(orders.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
  expect(known).toBeGreaterThan(orders.length * 0.9);
});

test("what is asked of the customs keeps the rules of today: its supervision mode, and no cost that the price holds", async () => {
  const requests = ask<Cleared & { hubKind: HubKind }>(
    `select r.reference, r.deal_id as dealId, r.spec, r.created_at as at, f.country as origin, t.country as destination, h.kind as hubKind
    from requests r join deals d on d.id = r.deal_id join places f on f.id = d.origin_id join places t on t.id = d.destination_id
      join hubs h on h.id = d.hub_id
    where r.service = 'customs'`,
  );
  const broken: string[] = [];
  for (const { reference, dealId, spec, origin, destination, hubKind } of requests) {
    const deal = await findDeal(market.read, dealId);
    if (!deal) throw new Error(`The deal ${dealId} is gone`);
    const shipment = { ...shipmentOf(deal, { origin, destination }), hubKind };
    const issues = customs.checkSpec(customs.specSchema.parse(JSON.parse(spec)), shipment);
    // The limit of market purchases goes by the dollar of the day, which this test does not ask for.
    const found = issues.filter(({ message }) => message !== "issue.value_usd_unknown");
    broken.push(...found.map(({ message }) => `${reference} ${message}`));
  }
  line(`requests of clearance: ${requests.length}, against a rule: ${broken.length}`);
  expect(requests.length).toBeGreaterThan(300);
  expect(broken).toEqual([]);
});
