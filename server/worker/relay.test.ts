import { setTimeout as pause } from "node:timers/promises";
import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { orderMarket } from "@/test/order-market";
import { BY_ROW_LOCKS } from "../../db/database";
import * as outbox from "../../db/outbox";
import { eventsAfter, idAfter, insertOrganisationEvents } from "../../db/repositories/organisation-events";
import { memberships, users } from "../../db/schema/accounts";
import { mails, notices, organisationEvents, outbox as outboxTable } from "../../db/schema/notices";
import type { DomainEvent } from "../../domain/notices/events";
import { HOUR_MS, MINUTE_MS } from "../../domain/shared/time";
import { platformOver } from "../platform/platform";
import { REACTIONS } from "../notices/reactions/index";
import type { Reaction } from "../notices/reactions/reaction";
import { relayRound } from "./relay";

type Market = Awaited<ReturnType<typeof orderMarket>>;

const facts = (orderId: string) =>
  ({
    orderId,
    reference: "KO-1",
    dealId: "none",
    service: "logistics",
    buyerOrganisationId: "buyer",
    providerOrganisationId: "provider",
  }) as const;

const delivered = (orderId: string): DomainEvent => ({
  type: "order.milestone_reported",
  code: "delivered",
  state: "delivered",
  ...facts(orderId),
});

async function publish({ on, database, orderId, now }: Market, count = 1): Promise<void> {
  const rows = Array.from({ length: count }, () => ({ id: on.newId(), event: delivered(orderId), occurredAt: now() }));
  await database.write((tx) => outbox.append(tx, rows));
}

async function told({ database }: Market) {
  const inbox = await database.read.select().from(notices);
  const sent = await database.read.select().from(mails);
  const stream = await database.read.select().from(organisationEvents);
  return {
    inbox: inbox.map((row) => row.userId),
    mail: sent.map((row) => row.toAddress),
    stream: stream.map((row) => row.organisationId).sort(),
  };
}

const ONCE = { inbox: ["lin"], mail: ["lin@example.com"], stream: ["buyer", "provider"] };

/** Every reaction, and then a fault: what a crash after the reaction looks like to the database. */
const thenCrash = (reactions: typeof REACTIONS): typeof REACTIONS => {
  const crash: Reaction = async () => {
    throw new Error("crash");
  };
  return Object.fromEntries(
    Object.entries(reactions).map(([type, list]) => [type, [...list, crash]]),
  ) as unknown as typeof REACTIONS;
};

test("an event is told to those who hear of it, once, and is then delivered", async () => {
  const market = await orderMarket();
  await publish(market);
  await relayRound(market.on);
  await relayRound(market.on);
  expect(await told(market)).toEqual(ONCE);
  const [row] = await market.database.read.select().from(outboxTable);
  expect(row).toMatchObject({ deliveredAt: market.now(), attempts: 1 });
});

test("a crash after the reaction leaves nothing told, and the next try tells once", async () => {
  const market = await orderMarket();
  await publish(market);
  await relayRound(market.on, thenCrash(REACTIONS));
  expect(await told(market)).toEqual({ inbox: [], mail: [], stream: [] });
  await relayRound(market.on);
  expect((await told(market)).inbox).toEqual([]);
  market.wait(1_001);
  await relayRound(market.on);
  expect(await told(market)).toEqual(ONCE);
});

test("a relay that died with its lease is followed by another, and not before the lease is past", async () => {
  const market = await orderMarket();
  await publish(market);
  await market.database.write((tx) => outbox.lease(tx, { now: market.now(), leaseMs: MINUTE_MS }, 10));
  await relayRound(market.on);
  expect((await told(market)).inbox).toEqual([]);
  market.wait(MINUTE_MS + 1);
  await relayRound(market.on);
  expect(await told(market)).toEqual(ONCE);
});

test("an event that comes again after all was told (a lost mark) tells nobody twice", async () => {
  const market = await orderMarket();
  await publish(market);
  await relayRound(market.on);
  for (let time = 0; time < 3; time++) {
    await market.database.write((tx) =>
      tx.update(outboxTable).set({ deliveredAt: null, leasedUntil: null }).returning(),
    );
    await relayRound(market.on);
  }
  expect(await told(market)).toEqual(ONCE);
});

test("two relays side by side tell forty events once each", async () => {
  const market = await orderMarket();
  await publish(market, 40);
  const other = platformOver(market.database, market.now);
  await Promise.all([relayRound(market.on), relayRound(other), relayRound(market.on), relayRound(other)]);
  const { inbox, mail, stream } = await told(market);
  expect([inbox.length, mail.length, stream.length]).toEqual([40, 40, 80]);
  const rows = await market.database.read.select().from(outboxTable);
  expect(rows).toHaveLength(40);
  expect(rows.every((row) => row.deliveredAt !== null && row.attempts === 1)).toBe(true);
});

test("an event that always fails is tried ever later, then kept as a dead letter, and holds up no other", async () => {
  const market = await orderMarket();
  await publish(market);
  for (let round = 0; round < 20; round++) {
    await relayRound(market.on, thenCrash(REACTIONS));
    market.wait(6 * HOUR_MS + 1);
  }
  const [dead] = await market.database.read.select().from(outboxTable);
  expect(dead).toMatchObject({ deliveredAt: null, attempts: outbox.DELIVERY_ATTEMPTS_MAX, lastError: "Error: crash" });
  await publish(market);
  await relayRound(market.on);
  expect(await told(market)).toEqual(ONCE);
});

test("of events that are delivered together one that fails waits by itself, and the others are told at once, in two writes", async () => {
  const market = await orderMarket();
  await publish(market, 3);
  const [, second] = await market.database.read.select().from(outboxTable).orderBy(outboxTable.id);
  const failing: Reaction = async ({ eventId }) => {
    if (eventId === second?.id) throw new Error("crash");
  };
  const reactions = { ...REACTIONS, "order.milestone_reported": [...REACTIONS["order.milestone_reported"], failing] };
  await relayRound(market.on, reactions);
  const waiting = () => market.database.read.select().from(outboxTable).where(isNull(outboxTable.deliveredAt));
  expect(await waiting()).toMatchObject([{ id: second?.id, attempts: 1, lastError: "Error: crash" }]);
  expect((await told(market)).inbox).toHaveLength(2);
  market.wait(1_001);
  let writes = 0;
  const database: typeof market.database = {
    ...market.database,
    write: (...work) => {
      writes++;
      return market.database.write(...work);
    },
  };
  await publish(market, 20);
  await relayRound({ ...market.on, database });
  expect([writes, await waiting()]).toEqual([2, []]);
  expect((await told(market)).inbox).toHaveLength(23);
});

test("a person who left, or is suspended, or has another role is not told", async () => {
  const market = await orderMarket();
  await market.database.write((tx) =>
    tx.update(users).set({ suspendedAt: market.now() }).where(eq(users.id, "lin")).returning(),
  );
  await publish(market);
  await relayRound(market.on);
  expect((await told(market)).inbox).toEqual([]);
  await market.database.write((tx) =>
    tx.update(memberships).set({ role: "operations" }).where(eq(memberships.userId, "wei")).returning(),
  );
  await publish(market);
  await relayRound(market.on);
  expect((await told(market)).inbox).toEqual(["wei"]);
});

test("a mail address that was never confirmed gets no mail; the inbox does", async () => {
  const market = await orderMarket();
  await market.database.write((tx) =>
    tx.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, "lin")).returning(),
  );
  await publish(market);
  await relayRound(market.on);
  expect(await told(market)).toEqual({ ...ONCE, mail: [] });
});

test("whoever has read an organisation's events up to one misses none of the later, though clocks differ", async () => {
  const market = await orderMarket();
  await publish(market, 12);
  const ahead = { ...market.on, newId: () => "7zzzzzzzzzzzzzzzzzzzzzzzzz" };
  await relayRound({ ...market.on, newId: market.on.newId });
  await publish(market, 1);
  await relayRound({
    ...ahead,
    newId: (() => {
      let serial = 0;
      return () => `7zzzzzzzzzzzzzzzzzzzzzzz${String(serial++).padStart(2, "0")}`;
    })(),
  });
  await publish(market, 12);
  await relayRound(market.on);
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const page = await eventsAfter(market.database.read, { organisationId: "buyer", afterId: after, limit: 5 });
    if (page.length === 0) break;
    seen.push(...page.map((row) => row.eventId));
    after = page.at(-1)?.id ?? "";
  }
  const published = (await market.database.read.select().from(outboxTable)).map((row) => row.id).sort();
  expect(seen).toEqual(published);
});

test("of two relays that write for one organisation at once, the one that begins later has the later ids, though the other commits last", async () => {
  const { database, on, now } = await orderMarket();
  const row = (id: string) => ({
    ...({ id, eventId: id, organisationId: "buyer", type: "order.completed", body: {}, createdAt: now() } as const),
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const later = database.write(async (tx) => {
    await insertOrganisationEvents(tx, [row("b")]);
    begun();
    await pause(100);
  }, BY_ROW_LOCKS);
  await hasBegun;
  await database.write((tx) => insertOrganisationEvents(tx, [row("a")]), BY_ROW_LOCKS);
  const seen = await eventsAfter(on.database.read, { organisationId: "buyer", afterId: "", limit: 5 });
  expect(seen.map(({ eventId }) => eventId)).toEqual(["b", "a"]);
  await later;
});

test("the next id sorts after the one before it", () => {
  for (const id of ["0", "z", "01abzz", "7zzzzz"]) expect(idAfter(id) > id, id).toBe(true);
});
