import { expect, test } from "vitest";
import { memberships } from "@/db/schema/accounts";
import { notices } from "@/db/schema/notices";
import { watchedIn, WATCHES_MAX } from "@/domain/notices/watching";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { done, refusalOf } from "@/test/bidding-market";
import { postingMarket, START } from "@/test/posting-market";
import { announceClosure } from "../hubs/hub-state";
import { referenceData } from "../hubs/queries/network";
import { relayRound } from "../worker/relay";
import { ownWatches, unwatch, watch } from "./watching";

const CLOSURE = {
  ...{ hubId: "horgos", mode: "road", zone: "Asia/Shanghai", reason: "Spring Festival", source: "Customs notice" },
  ...{ from: toIso(later(START, DAY_MS)), to: toIso(later(START, 4 * DAY_MS)) },
};

async function market() {
  const of = await postingMarket();
  const { database, run, actors, on } = of;
  await database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx
        .insert(memberships)
        .values({ organisationId, userId: `user-${organisationId}`, role: "viewer", createdAt: START });
  });
  const told = async () => {
    while (await relayRound(on));
    return (await database.read.select().from(notices)).map(({ userId, kind }) => `${userId} ${kind}`).sort();
  };
  return { ...of, told, close: async () => done(await run(announceClosure, actors.administrator, CLOSURE)) };
}

test("who watches a hub, or a corridor that it serves, hears of its closure once, and nobody else does", async () => {
  const { run, actors, close, told } = await market();
  done(await run(watch, actors.buyer, { what: "hub", subject: "horgos" }));
  done(await run(watch, actors.buyer, { what: "corridor", subject: "CN-KZ" }));
  done(await run(watch, actors.provider, { what: "corridor", subject: "KZ-CN" }));
  done(await run(watch, actors.provider2, { what: "hub", subject: "pingxiang" }));
  done(await run(watch, actors.provider2, { what: "corridor", subject: "CN-VN" }));
  await close();
  expect(await told()).toEqual(["user-buyer hub_closed", "user-provider hub_closed"]);
});

test("who has stopped watching hears nothing, and what one watches is nobody else's to end", async () => {
  const { run, actors, close, told, database } = await market();
  const horgos = { what: "hub", subject: "horgos" };
  done(await run(watch, actors.buyer, horgos));
  done(await run(watch, actors.buyer, horgos));
  done(await run(unwatch, actors.provider, horgos));
  expect(await ownWatches(database.read, actors.buyer)).toEqual([horgos]);
  done(await run(unwatch, actors.buyer, horgos));
  expect(await ownWatches(database.read, actors.buyer)).toEqual([]);
  await close();
  expect(await told()).toEqual([]);
});

test.each([
  { what: "hub", subject: "nowhere" },
  { what: "hub", subject: "CN-KZ" },
  { what: "corridor", subject: "KZ-RU" },
  { what: "corridor", subject: "horgos" },
])("$what $subject is nothing that can be watched", async (watched) => {
  const { run, actors } = await market();
  expect(refusalOf(await run(watch, actors.buyer, watched))).toBe("not_found");
});

test(`a person watches at most ${WATCHES_MAX} hubs and corridors, and nobody without an account watches any`, async () => {
  const { run, actors, database } = await market();
  const { hubs, network } = await referenceData(database.read);
  const all = [
    ...[...hubs.keys()].map((subject) => ({ what: "hub", subject })),
    ...servedCorridors(network).map((subject) => ({ what: "corridor", subject })),
  ];
  for (const watched of all.slice(0, WATCHES_MAX)) done(await run(watch, actors.buyer, watched));
  expect(refusalOf(await run(watch, actors.buyer, all[WATCHES_MAX]))).toBe("too_many_watches");
  done(await run(watch, actors.buyer, all[0]));
  expect(refusalOf(await run(watch, actors.visitor, all[0]))).not.toBe("done");
});

test.each([
  ["hub.horgos", { what: "hub", subject: "horgos" }],
  ["corridor.CN-KZ", { what: "corridor", subject: "CN-KZ" }],
  ["provider.x", null],
  ["hub.", null],
  ["hub.a/b", null],
])("an address that asks %j offers %j", (text, offered) => {
  expect(watchedIn(text)).toEqual(offered);
});
