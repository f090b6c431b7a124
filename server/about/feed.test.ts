import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { done } from "@/test/bidding-market";
import { idAt, manyRequests } from "@/test/many-requests";
import { postingMarket, START } from "@/test/posting-market";
import { announceClosure, withdrawClosure } from "../hubs/hub-state";
import { feedNews } from "./feed";

const shown = { service: "customs", hubId: "horgos", corridor: "CN-KZ", state: "open", searchText: "x" } as const;

test("a feed tells of open requests that their buyers have made everybody's, on its corridor and of its service, the newest first", async () => {
  const { database } = await manyRequests([
    { ...shown, id: idAt(1) },
    { ...shown, id: idAt(2), service: "logistics" },
    { ...shown, id: idAt(3), visibility: "checked" },
    { ...shown, id: idAt(4), visibility: "invited" },
    { ...shown, id: idAt(5), state: "draft" },
    { ...shown, id: idAt(6), state: "in_review" },
    { ...shown, id: idAt(7), state: "closed" },
    { ...shown, id: idAt(8), closesAt: later(START, -HOUR_MS) },
    { ...shown, id: idAt(9), corridor: "KZ-CN" },
    { ...shown, id: idAt(10), hubId: "alashankou" },
  ]);
  const ids = async (service: "customs" | null) =>
    (await feedNews(database.read, { corridor: "CN-KZ", service }, START))?.requests.map(({ id }) => id);
  expect(await ids(null)).toEqual([idAt(10), idAt(2), idAt(1)]);
  expect(await ids("customs")).toEqual([idAt(10), idAt(1)]);
  expect(await feedNews(database.read, { corridor: "CN-XX", service: null }, START)).toBeNull();
});

test("a feed tells of closures at the hubs of its corridor, and when one is withdrawn", async () => {
  const { database, run, actors } = await postingMarket();
  const closure = {
    ...{ hubId: "horgos", mode: "road", zone: "Asia/Shanghai", reason: "Spring Festival", source: "Customs notice" },
    ...{ from: toIso(later(START, DAY_MS)), to: toIso(later(START, 4 * DAY_MS)) },
  };
  const { id } = done(await run(announceClosure, actors.administrator, closure));
  // What a feed tells is kept for a minute, by tests of one database too.
  const closures = async (corridor: string, now = later(START, HOUR_MS)) =>
    (await feedNews(database.read, { corridor, service: null }, now))?.closures.map((one) => [
      one.id,
      one.withdrawnAt !== null,
    ]);
  expect(await closures("CN-KZ")).toEqual([[id, false]]);
  expect(await closures("KZ-CN")).toEqual([[id, false]]);
  expect(await closures("CN-VN")).toEqual([]);
  done(await run(withdrawClosure, actors.administrator, { closureId: id, reason: "Done early" }));
  expect(await closures("CN-KZ", later(START, 2 * HOUR_MS))).toEqual([[id, true]]);
});
