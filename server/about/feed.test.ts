import { expect, test } from "vitest";
import { HOUR_MS, later } from "@/domain/shared/time";
import { idAt, manyRequests } from "@/test/many-requests";
import { START } from "@/test/posting-market";
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
