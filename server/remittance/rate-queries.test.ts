import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { insertRemittance } from "@/db/repositories/remittances";
import { organisations } from "@/db/schema/accounts";
import { deals } from "@/db/schema/deals";
import { remittances } from "@/db/schema/remittance";
import { DAY_MS, HOUR_MS, type Instant, instant } from "@/domain/shared/time";
import { corridorOfRequest, corridors } from "./rate-queries";

const NOW = instant(Date.parse("2026-11-24T02:00:00Z"));

type Told = {
  readonly provider: string;
  readonly channel?: "cips" | "correspondent";
  readonly daysAgo: number;
  readonly hours?: number | null;
  readonly isReturned?: boolean;
  readonly wasFrozen?: boolean;
  readonly way?: object;
};

async function market(told: readonly Told[]) {
  const database = await freshDatabase();
  await tradingParties(database);
  await database.write(async (tx) => {
    for (const id of ["p1", "p2", "p3"])
      await tx.insert(organisations).values({
        ...{ id, kind: "trader", nameOwn: id, nameLatin: id, country: "CN", city: "Yiwu" },
        ...{ registrationNumber: id, description: "", createdAt: NOW },
      } as typeof organisations.$inferInsert);
  });
  for (const [at, { provider, channel = "cips", daysAgo, hours = null, ...one }] of told.entries()) {
    const deal = { hubId: "horgos", isBorderHub: true, services: ["payment"], at: NOW } as const;
    const orderId = (await contractDeal(database, deal)).orders.payment ?? "";
    const sentAt = instant(NOW - daysAgo * DAY_MS);
    await database.write((tx) =>
      insertRemittance(tx, {
        ...{ id: `s${at}`, orderId, attempt: 1, state: one.isReturned ? "returned" : "received", channel, sentAt },
        ...{ providerOrganisationId: provider, payerCountry: "KZ", payeeCountry: "CN", currency: "CNY" },
        ...one.way,
        receivedAt: hours === null ? null : instant(sentAt + hours * HOUR_MS),
        ...{ wasFrozen: one.wasFrozen ?? false, lastAt: sentAt, version: 1 },
      }),
    );
  }
  return database;
}

const SHOWN: readonly Told[] = [
  { provider: "p1", daysAgo: 1, hours: 10 },
  { provider: "p2", daysAgo: 2, hours: 30 },
  { provider: "p3", daysAgo: 3, hours: 20, wasFrozen: true },
  { provider: "p1", daysAgo: 179, hours: 90 },
  { provider: "p2", daysAgo: 4, isReturned: true },
];

test("beyond 7: the figures of a corridor equal those reckoned from the rows by another way", async () => {
  const database = await market([...SHOWN, { provider: "p3", daysAgo: 5, isReturned: true, wasFrozen: true }]);
  const { corridors: shown } = await corridors(database.read, NOW);
  const rows = await database.read.select().from(remittances);
  const times = rows.flatMap((row) => (row.receivedAt === null ? [] : [(row.receivedAt - row.sentAt) / HOUR_MS]));
  expect(times.sort((a, b) => a - b)).toEqual([10, 20, 30, 90]);
  expect(shown).toEqual([
    {
      ...{ payerCountry: "KZ", payeeCountry: "CN", currency: "CNY", channel: "cips" },
      ...{ orders: 6, sendings: 6, returned: 2, returnRateBps: 3_333, received: 4 },
      ...{ medianSettleMs: 25 * HOUR_MS, p90SettleMs: 90 * HOUR_MS, frozen: 2 },
    },
  ]);
});

test("a return is in the figures as soon as it is booked", async () => {
  const database = await market(SHOWN);
  const before = (await corridors(database.read, NOW)).corridors[0];
  await database.write((tx) => tx.update(remittances).set({ state: "returned", receivedAt: null }));
  const after = (await corridors(database.read, NOW)).corridors[0];
  expect([before?.returned, after?.returned]).toEqual([1, 5]);
  expect([before?.returnRateBps, after?.returnRateBps]).toEqual([2_000, 10_000]);
  expect(after?.medianSettleMs).toBeNull();
});

test.each([
  ["four orders", SHOWN.slice(0, 4)],
  ["five orders of two providers", SHOWN.map((one, at) => ({ ...one, provider: at % 2 === 0 ? "p1" : "p2" }))],
  [
    "five orders of which one was sent 180 days and a millisecond ago",
    [...SHOWN.slice(0, 4), { ...SHOWN[4], daysAgo: 180 + 1 / DAY_MS } as Told],
  ],
  [
    "five orders by two channels",
    SHOWN.map((one, at) => ({ ...one, channel: at === 0 ? "correspondent" : "cips" }) as Told),
  ],
])("of %s nothing is shown, only that there is something", async (_, told) => {
  const database = await market(told);
  const { corridors: shown, suppressed } = await corridors(database.read, NOW as Instant);
  expect(shown).toEqual([]);
  expect(suppressed).toBeGreaterThan(0);
});

test("a request is told of its own corridor by channel: its way, against the goods where it does not say, and its payee's currency", async () => {
  const others = [{ payerCountry: "RU" }, { payeeCountry: "VN" }, { currency: "USD" }] as const;
  const byBank = SHOWN.map((one) => ({ ...one, channel: "correspondent" as const }));
  const database = await market([...SHOWN, ...others.flatMap((way) => byBank.map((one) => ({ ...one, way })))]);
  const [deal] = await database.read.select({ id: deals.id }).from(deals).limit(1);
  const spec = { need: "supplier_payment", payerCurrency: "KZT", payeeCurrency: "CNY" } as const;
  const asked = (more: object = {}) =>
    corridorOfRequest(database.read, { dealId: deal?.id ?? "", spec: { ...spec, ...more }, now: NOW });
  expect(await asked()).toMatchObject({ payerCountry: "KZ", payeeCountry: "CN", channels: [{ channel: "cips" }] });
  for (const way of [{ payerCountry: "RU" }, { payeeCountry: "VN" }, { payeeCurrency: "USD" }])
    expect((await asked(way))?.channels.map(({ channel, sendings }) => [channel, sendings])).toEqual([
      ["correspondent", 5],
    ]);
});
