import { expect, test } from "vitest";
import { VIEWS_MAX } from "@/domain/accounts/list-view";
import type { Actor } from "@/domain/access/policy";
import { done, refusalOf } from "@/test/bidding-market";
import { postingMarket } from "@/test/posting-market";
import { arrangedList, chooseListColumns, dropListView, keepListView, renameListView } from "./list-views";

async function market() {
  const made = await postingMarket();
  const { database, run, actors } = made;
  const keep = (name: string, query = "q=copper", by: Actor = actors.buyer) =>
    run(keepListView, by, { list: "orders", name, query });
  const views = async (by: Actor = actors.buyer, list: "orders" | "deals" = "orders") =>
    (await arrangedList(database.read, by, list)).views;
  return { ...made, keep, views };
}

test("a view is its person's alone: nobody else sees, renames or removes it, not even a colleague", async () => {
  const { run, keep, views, actors } = await market();
  const { id } = done(await keep("Copper"));
  expect(await views()).toEqual([{ id, name: "Copper", query: "q=copper" }]);
  expect(await views(actors.buyer, "deals")).toEqual([]);
  for (const other of [actors.buyer2, actors.provider, actors.administrator]) {
    expect(await views(other)).toEqual([]);
    expect(refusalOf(await run(renameListView, other, { viewId: id, name: "Mine" }))).toBe("not_found");
    expect(refusalOf(await run(dropListView, other, { viewId: id }))).toBe("not_found");
  }
  expect(refusalOf(await run(keepListView, actors.visitor, { list: "orders", name: "x", query: "" }))).not.toBe("done");
  expect(await views(actors.visitor)).toEqual([]);
  expect(await views()).toHaveLength(1);
});

test("a view of the same name is overwritten, one is renamed to a free name only, and a removed one is gone", async () => {
  const { run, keep, views, actors } = await market();
  const { id } = done(await keep("Copper"));
  expect(done(await keep("Copper", "q=cathodes")).id).toBe(id);
  const other = done(await keep("Late", "late=true"));
  expect(refusalOf(await run(renameListView, actors.buyer, { viewId: other.id, name: "Copper" }))).toBe(
    "view_name_taken",
  );
  done(await run(renameListView, actors.buyer, { viewId: other.id, name: "Behind time" }));
  expect((await views()).map(({ name, query }) => [name, query])).toEqual([
    ["Behind time", "late=true"],
    ["Copper", "q=cathodes"],
  ]);
  done(await run(dropListView, actors.buyer, { viewId: id }));
  expect((await views()).map(({ name }) => name)).toEqual(["Behind time"]);
});

test(`a person keeps at most ${VIEWS_MAX} views of a list, and may overwrite one of them then`, async () => {
  const { keep, views } = await market();
  for (let at = 0; at < VIEWS_MAX; at++) done(await keep(`View ${at}`));
  expect(refusalOf(await keep("One more"))).toBe("too_many_views");
  done(await keep("View 3", "q=silk"));
  expect(await views()).toHaveLength(VIEWS_MAX);
});

test.each(["q=copper&evil=1", "state=open&q=a", "q=copper&cursor=1", "late=true&q="])(
  "%j is no question of the list",
  async (query) => {
    const { keep, views } = await market();
    expect((await keep("Copper", query)).kind).toBe("malformed");
    expect(await views()).toEqual([]);
  },
);

test("chosen columns are the person's own, and what is no column of the list is none", async () => {
  const { database, run, actors } = await market();
  const choose = (columns: readonly string[]) => run(chooseListColumns, actors.buyer, { list: "orders", columns });
  expect((await choose(["turn", "passwordHash"])).kind).toBe("malformed");
  done(await choose(["turn", "price"]));
  const columnsFor = async (by: Actor) => (await arrangedList(database.read, by, "orders")).columns;
  expect(await columnsFor(actors.buyer)).toEqual(["price", "turn"]);
  expect(await columnsFor(actors.buyer2)).toContain("route");
  done(await choose([]));
  expect(await columnsFor(actors.buyer)).toContain("route");
});
