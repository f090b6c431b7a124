import { EXPORTER, shipmentExample } from "@/domain/services/examples";
import { z } from "zod";
import { expect, test } from "vitest";
import { biddingMarket, done } from "@/test/bidding-market";
import { enterDutyRate } from "./enter-duty-rate";
import { enterRate } from "../hubs/enter-rate";
import { changeRequest } from "../requests/change-request";
import { requestView } from "../requests/queries/api-requests";
import { requestPage } from "../requests/queries/request-page";
import { dutyEstimate } from "@/views/duties";
import { dutyEstimateOf } from "./duty-queries";

const BOTH = {
  side: "both",
  supervisionMode: "0110",
  ...EXPORTER,
  importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
};

/** Two lines to Kazakhstan: inverters of 11,200 kg, and rails of 840 kg that have no value of their own; CNY 614,000. */
async function market(spec: object = BOTH) {
  const of = await biddingMarket();
  const { administrator, buyer } = of.actors;
  done(await of.run(changeRequest, buyer, { requestId: of.requestId, spec }));
  const enter = async (changes: object) =>
    done(
      await of.run(enterDutyRate, administrator, {
        ...{ country: "KZ", charge: "duty", method: "ad_valorem", validFrom: "2026-01-01", source: "test" },
        ...changes,
      }),
    );
  const tenge = () =>
    of.run(enterRate, administrator, { base: "CNY", quote: "KZT", rate: "74", day: "2026-11-24", source: "test" });
  const page = (who: keyof typeof of.actors) =>
    requestPage(of.database.read, of.actors[who], { id: of.requestId, now: of.on.clock() });
  return { ...of, enter, tenge, page };
}

test("a request for customs shows duty, excise, VAT and fee of each line by the rates of the day", async () => {
  const { enter, tenge, page } = await market();
  await tenge();
  await enter({ percent: "5" });
  await enter({ hsPrefix: "7610", percent: "10" });
  await enter({ charge: "excise", percent: "0" });
  await enter({ charge: "fee", method: "fixed", unitPrice: "20000" });
  for (const who of ["buyer", "provider", "provider2"] as const) {
    const shown = (await page(who))?.dutyEstimate;
    expect(shown).toMatchObject({ country: "KZ", day: "2026-11-24", missing: null });
    const estimate = shown?.estimate;
    expect(estimate).toMatchObject({ isComplete: false, leftOut: ["post_not_split"], sharedBy: "weight" });
    // KZT 45,436,000.00 by 11,200 and 840 kg.
    expect(estimate?.customsValue.minor).toBe(4_543_600_000n);
    expect(estimate?.lines.map((line) => line.customsValue.minor)).toEqual([4_226_604_652n, 316_995_348n]);
    expect(estimate?.lines.map((line) => line.duty.amount?.minor)).toEqual([211_330_233n, 31_699_535n]);
    expect(estimate?.lines[0]?.vat.rate).toMatchObject({
      rateBps: 1_600,
      source: "Tax Code of Kazakhstan, 214-VIII of 18 July 2025",
    });
    expect(estimate?.fee.amount?.minor).toBe(2_000_000n);
  }
});

test("what has no rate makes the estimate incomplete, and no exchange rate means none", async () => {
  const { tenge, page, enter } = await market();
  const none = (await page("buyer"))?.dutyEstimate;
  expect(none).toMatchObject({ estimate: null, missing: { code: "rate_missing" } });
  expect(z.encode(dutyEstimate, none as never)).toMatchObject({ estimate: null, missing: "rate_missing" });
  await tenge();
  await enter({ hsPrefix: "8504", percent: "5" });
  expect((await page("buyer"))?.dutyEstimate?.estimate).toMatchObject({ isComplete: false });
});

test("a rate counts from its day on", async () => {
  const { enter, tenge, page } = await market();
  await tenge();
  await enter({ percent: "5" });
  await enter({ percent: "6", validFrom: "2026-11-25" });
  await enter({ country: "RU", percent: "7", validFrom: "2026-11-24" });
  expect((await page("buyer"))?.dutyEstimate?.estimate?.lines[0]?.duty.rate?.rateBps).toBe(500);
});

test("a visitor is shown no estimate, and an export has none", async () => {
  const both = await market();
  await both.tenge();
  expect((await both.page("visitor"))?.dutyEstimate).toBeNull();
  const exported = await market({
    side: "export",
    supervisionMode: "0110",
    ...EXPORTER,
    declarations: 2,
  });
  expect((await exported.page("buyer"))?.dutyEstimate).toBeNull();
});

test("the API answers the same estimate as the page", async () => {
  const of = await market();
  await of.tenge();
  await of.enter({ percent: "5" });
  const view = (who: keyof typeof of.actors) =>
    requestView(of.database.read, of.actors[who], { id: of.requestId, now: of.on.clock() });
  expect((await view("buyer"))?.dutyEstimate).toEqual((await of.page("buyer"))?.dutyEstimate);
  expect(await view("visitor")).toMatchObject({ spec: null, dutyEstimate: null });
});

test("goods of China into Viet Nam are answered with the sums by the common rates and with those of Form E beside them", async () => {
  const { database, on, enter, run, actors } = await market();
  const dong = { base: "CNY", quote: "VND", rate: "3650", day: "2026-11-24", source: "test" };
  done(await run(enterRate, actors.administrator, dong));
  await enter({ country: "VN", hsPrefix: "8482", percent: "10" });
  const shipment = shipmentExample({ originCountry: "CN", destinationCountry: "VN" });
  const asked = { service: "customs", spec: BOTH, shipment, now: on.clock() } as const;
  const shown = await dutyEstimateOf(database.read, asked);
  if (!shown) throw new Error("Viet Nam charges by its tariff");
  const { estimate, withFormE } = z.encode(dutyEstimate, shown as never);
  expect(estimate?.lines[0]).toMatchObject({ duty: { rate: { rateBps: 1_000 } }, agreements: ["acfta", "rcep"] });
  expect(withFormE?.lines[0]).toMatchObject({ duty: { amount: { minor: 0 }, rate: null }, agreements: [] });
  expect(withFormE?.total.minor).toBeLessThan(Number(estimate?.total.minor));
});
