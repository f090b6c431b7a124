import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { SHORTLIST_MAX } from "@/domain/catalogue/directory/shortlist";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/accounts";
import { listings, shortlistedProviders } from "@/db/schema/catalogue";
import { biddingMarket, done, refusalOf } from "@/test/bidding-market";
import { relayRound } from "../../worker/relay";
import { dropShortlisted, noteShortlisted, ownShortlist, shortlistProviders } from "./shortlist";

async function market() {
  const of = await biddingMarket();
  const { read } = of.database;
  const keep = (by: Actor, organisationIds: string[]) => of.run(shortlistProviders, by, { organisationIds });
  const note = (by: Actor, organisationId: string, words: string) =>
    of.run(noteShortlisted, by, { organisationId, note: words });
  const drop = (by: Actor, organisationIds: string[]) => of.run(dropShortlisted, by, { organisationIds });
  const list = async (by: Actor) =>
    (await ownShortlist(read, by, of.on.clock())).map(({ card, note: words }) => [card.id, words]);
  return { ...of, keep, note, drop, list };
}

test("an organisation keeps listed providers once, notes what it thinks of them, and takes them off", async () => {
  const of = await market();
  const { buyer } = of.actors;
  expect(done(await of.keep(buyer, ["provider", "nobody", "buyer"]))).toEqual({ kept: 1 });
  done(await of.note(buyer, "provider", "Quick at Horgos"));
  done(await of.keep(buyer, ["provider", "provider2"]));
  expect(await of.list(buyer)).toEqual([
    ["provider", "Quick at Horgos"],
    ["provider2", ""],
  ]);
  done(await of.drop(buyer, ["provider", "nobody"]));
  expect(await of.list(buyer)).toEqual([["provider2", ""]]);
});

test("a shortlist and its notes are its own organisation's: no other reads or writes them, and nobody is told", async () => {
  const of = await market();
  const { buyer, provider, provider2, visitor } = of.actors;
  done(await of.keep(buyer, ["provider"]));
  done(await of.note(buyer, "provider", "Too dear"));
  for (const other of [provider, provider2, visitor]) expect(await of.list(other)).toEqual([]);
  expect(refusalOf(await of.note(provider2, "provider", "mine"))).toBe("not_found");
  done(await of.drop(provider2, ["provider"]));
  expect(await of.list(buyer)).toEqual([["provider", "Too dear"]]);
  expect(refusalOf(await of.keep(visitor, ["provider"]))).toBe("sign_in_needed");
  while (await relayRound(of.on));
  const told = await of.database.read.select({ organisationId: notices.kind }).from(notices);
  expect(JSON.stringify(told)).not.toContain("shortlist");
});

test("a shortlist takes a hundred, and no more", async () => {
  const of = await market();
  await of.database.write(async (tx) => {
    const [offer] = await tx.select().from(listings).limit(1);
    const [party] = await tx.select().from(organisations).limit(1);
    if (!offer || !party) throw new Error("no provider");
    for (let at = 0; at < SHORTLIST_MAX; at++) {
      const id = `many${at}`;
      await tx.insert(organisations).values({ ...party, id, registrationNumber: id });
      await tx.insert(listings).values({ ...offer, id, organisationId: id, isActive: true });
    }
  });
  const ids = Array.from({ length: SHORTLIST_MAX }, (_, at) => `many${at}`);
  done(await of.keep(of.actors.buyer, ids));
  expect(refusalOf(await of.keep(of.actors.buyer, ["provider"]))).toBe("shortlist_full");
  const rows = await of.database.read.select().from(shortlistedProviders);
  expect(rows).toHaveLength(SHORTLIST_MAX);
});
