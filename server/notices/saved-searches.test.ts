import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { SAVED_SEARCHES_MAX, savedQueryOf } from "@/domain/notices/saved-search";
import { done, refusalOf } from "@/test/bidding-market";
import { postingMarket } from "@/test/posting-market";
import { changeSearch, dropSearch, keepSearch, muteSearch, openSearch, ownSearches } from "./saved-searches";

async function market() {
  const made = await postingMarket();
  const { database, run, actors } = made;
  const keep = (name: string, query = "q=copper", by: Actor = actors.provider) =>
    run(keepSearch, by, { name, query, mail: "at_once" });
  return { ...made, keep, own: (by: Actor = actors.provider) => ownSearches(database.read, by) };
}

test("a search is its person's alone: nobody else sees, changes, mutes, opens or deletes it", async () => {
  const { run, keep, own, actors } = await market();
  const { id: searchId } = done(await keep("Copper"));
  const kept = { id: searchId, name: "Copper", query: "q=copper", mail: "at_once", isMuted: false, newCount: 0 };
  expect(await own()).toEqual([kept]);
  for (const other of [actors.buyer, actors.provider2, actors.administrator]) {
    expect(await own(other)).toEqual([]);
    for (const tried of [
      await run(changeSearch, other, { searchId, name: "Mine", mail: "never" }),
      await run(muteSearch, other, { searchId, isMuted: true }),
      await run(openSearch, other, { searchId }),
      await run(dropSearch, other, { searchId }),
    ])
      expect(refusalOf(tried)).toBe("not_found");
  }
  expect(refusalOf(await keep("x", "", actors.visitor))).not.toBe("done");
  expect(await own()).toEqual([kept]);
});

test("a question is kept once, called and told as it was said last, and gone when it is deleted", async () => {
  const { run, keep, own, actors } = await market();
  const { id: searchId } = done(await keep("Copper"));
  done(await run(muteSearch, actors.provider, { searchId, isMuted: true }));
  expect((await own())[0]).toMatchObject({ isMuted: true });
  expect(done(await keep("Cathodes")).id).toBe(searchId);
  expect(await own()).toMatchObject([{ name: "Cathodes", isMuted: false }]);
  done(await run(changeSearch, actors.provider, { searchId, name: "Metal", mail: "daily" }));
  expect(await own()).toMatchObject([{ name: "Metal", mail: "daily" }]);
  expect(done(await run(openSearch, actors.provider, { searchId })).query).toBe("q=copper");
  done(await run(dropSearch, actors.provider, { searchId }));
  expect(await own()).toEqual([]);
});

test(`a person keeps at most ${SAVED_SEARCHES_MAX} searches, and may say one of them anew then`, async () => {
  const { keep, own } = await market();
  for (let at = 0; at < SAVED_SEARCHES_MAX; at++) done(await keep(`Search ${at}`, `q=copper+${at}`));
  expect(refusalOf(await keep("One more", "q=silk"))).toBe("too_many_searches");
  done(await keep("Again", "q=copper+3"));
  expect(await own()).toHaveLength(SAVED_SEARCHES_MAX);
});

test.each(["q=copper&evil=1", "state=open&q=a", "q=copper&cursor=1", "service=nothing"])(
  "%j is no question of the list",
  async (query) => {
    const { keep } = await market();
    expect(refusalOf(await keep("x", query))).not.toBe("done");
    expect(refusalOf(await keep("x", savedQueryOf(new URLSearchParams(query))))).toBe("done");
  },
);

test.each(["mine=1", "passed=1", "state=closed"])("no new request answers %j, so it is not kept", async (query) => {
  const { keep } = await market();
  expect(refusalOf(await keep("x", query))).toBe("finds_nothing_new");
});
