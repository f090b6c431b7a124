import { expect, test } from "vitest";
import { actorOf, orderMarket, visitor } from "@/test/order-market";
import * as outbox from "@/db/outbox";
import { notices } from "@/db/schema/notices";
import { HOUR_MS } from "@/domain/shared/time";
import { execute } from "../platform/execute";
import { mintActor } from "../platform/identity/mint-actor";
import { usePlatform } from "../platform/platform";
import { health } from "../api/health";
import { deadLetters, waitingEvents } from "./queries";
import { REACTIONS } from "./reactions/index";
import { relayRound } from "../worker/relay";
import { retryDelivery } from "./retry-delivery";

const administrator = mintActor({
  kind: "user",
  userId: "stranger",
  organisationId: "elsewhere",
  role: "administrator",
});
const SECRET = "what the buyer wrote";

/** As a driver's error comes: its own message holds what was written, its cause says what is wrong. */
const broken = {
  ...REACTIONS,
  "order.cancelled": [
    async () => {
      throw new Error(`Failed query: insert into notices\nparams: ${SECRET}`, { cause: new Error("disk full") });
    },
  ],
};

/** A market whose one event was given up. */
async function givenUp() {
  const market = await orderMarket();
  const { on, database, orderId } = market;
  const facts = { orderId, reference: "KO-1", dealId: "none", service: "logistics" } as const;
  const parties = { buyerOrganisationId: "buyer", providerOrganisationId: "provider" } as const;
  const event = { type: "order.cancelled", reason: SECRET, ...facts, ...parties } as const;
  await database.write((tx) => outbox.append(tx, [{ id: "letter", event, occurredAt: market.now() }]));
  for (let round = 0; round < outbox.DELIVERY_ATTEMPTS_MAX; round++) {
    expect((await deadLetters(database.read, administrator))?.count, `round ${round}`).toBe(0);
    await relayRound(on, broken);
    market.wait(6 * HOUR_MS + 1);
  }
  return market;
}

test("an event that was given up is listed with its kind, its ids and the error, and nothing else of it", async () => {
  const { database, orderId, on } = await givenUp();
  const found = await deadLetters(database.read, administrator);
  expect(found).toMatchObject({
    count: 1,
    items: [{ id: "letter", type: "order.cancelled", attempts: 12, reason: "Error: disk full" }],
  });
  expect(found?.items[0]?.subjects).toContainEqual({ name: "orderId", id: orderId });
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`${SECRET}|KO-1`));
  usePlatform(on);
  expect(await health()).toMatchObject({ status: "ok", deadLetters: 1 });
});

test("tried again it is told once, and is given up no more", async () => {
  const { database, on } = await givenUp();
  await relayRound(on);
  expect(await database.read.select().from(notices)).toEqual([]);
  const retry = () => execute(retryDelivery, { actor: administrator, input: { eventId: "letter" } }, on);
  expect(await retry()).toMatchObject({ kind: "done" });
  expect(await deadLetters(database.read, administrator)).toEqual({ count: 0, items: [] });
  await relayRound(on);
  const told = (await database.read.select().from(notices)).map(({ userId, kind }) => `${userId} ${kind}`);
  expect(told.sort()).toEqual(["aigul order_cancelled", "timur order_cancelled"]);
  expect(await retry()).toMatchObject({ kind: "refused", refusal: { code: "not_found" } });
});

test("what waits is counted for administrators, with the time that the oldest has waited; what was given up waits no more", async () => {
  const { database, on, ...market } = await givenUp();
  const waiting = () => waitingEvents(database.read, administrator, market.now());
  expect(await waiting()).toEqual({ count: 0, seconds: 0 });
  const facts = { orderId: market.orderId, reference: "KO-1", dealId: "none", service: "logistics" } as const;
  const parties = { buyerOrganisationId: "buyer", providerOrganisationId: "provider" } as const;
  const event = { type: "order.cancelled", reason: "", ...facts, ...parties } as const;
  for (const id of ["one", "two"]) {
    await database.write((tx) => outbox.append(tx, [{ id, event, occurredAt: market.now() }]));
    market.wait(30_000);
  }
  expect(await waiting()).toEqual({ count: 2, seconds: 60 });
  await relayRound(on);
  expect(await waiting()).toEqual({ count: 0, seconds: 0 });
  expect(await waitingEvents(database.read, actorOf("lin"), market.now())).toBeNull();
});

test("only administrators see or retry it", async () => {
  const { database, on } = await givenUp();
  for (const actor of [actorOf("lin"), actorOf("aigul"), visitor]) {
    expect(await deadLetters(database.read, actor)).toBeNull();
    expect((await execute(retryDelivery, { actor, input: { eventId: "letter" } }, on)).kind).toBe("refused");
  }
});
