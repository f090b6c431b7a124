import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { databaseOver } from "../../db/database";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { findDeal } from "../../db/repositories/deals";
import { shipmentOf } from "../../domain/deals/deal";
import { DUTY_COUNTRIES } from "../../domain/tariff/duty-rate";
import { customs } from "../../domain/services/customs/kind";
import { instant } from "../../domain/shared/instant";
import { dutyEstimateOf } from "../../server/tariff/duty-queries";
import { ask, line } from "./built-market";

const market = databaseOver(sqliteDriver(join(process.env.MARKET_DATA as string, "kouan.db")));
afterAll(() => market.close());

/** What a rate alone does not tell: which excise a car bears, and how many pieces or litres there are. */
const STATED = ["excise_unknown", "quantity_missing", "rests_on_unknown"];

test("duty and tax of every order that clears goods into a country of the tariff can be estimated on the day of its contract, or it says why not", async () => {
  const countries = DUTY_COUNTRIES.map((country) => `'${country}'`).join(", ");
  const orders = ask<{
    reference: string;
    dealId: string;
    spec: string;
    at: number;
    origin: string;
    destination: string;
  }>(
    `select o.reference, o.deal_id as dealId, r.spec, o.contracted_at as at, f.country as origin, t.country as destination
    from orders o join requests r on r.id = o.request_id join places f on f.id = o.origin_id join places t on t.id = o.destination_id
    where o.service = 'customs' and json_extract(r.spec, '$.side') in ('import', 'both') and t.country in (${countries})`,
  );
  const unknown: string[] = [];
  let [known, stated] = [0, 0];
  for (const { reference, dealId, spec, at, origin, destination } of orders) {
    const deal = await findDeal(market.read, dealId);
    if (!deal) throw new Error(`The deal of ${reference} is gone`);
    const asked = {
      service: "customs" as const,
      spec: customs.specSchema.parse(JSON.parse(spec)),
      shipment: shipmentOf(deal, { origin, destination }),
      now: instant(at),
    };
    const shown = await dutyEstimateOf(market.read, asked);
    const figures = (shown?.estimate?.lines ?? []).flatMap(({ duty, excise, vat }) => [duty, excise, vat]);
    const missing = [...figures, ...(shown?.estimate ? [shown.estimate.fee] : [])].flatMap((one) => one.missing ?? []);
    if (!shown?.estimate || missing.some(({ code }) => !STATED.includes(code)))
      unknown.push(`${reference} ${shown?.refusal?.code ?? missing.map(({ code }) => code).join(" ")}`);
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
