import { expect, test } from "vitest";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { apiMarket } from "@/test/api-market";
import { START } from "@/test/posting-market";
import { announceClosure, enterHubState, withdrawClosure } from "../hubs/hub-state";
import { getHubBoard, planRoutes } from "../hubs/api";
import { hubPage } from "../hubs/queries/hubs";
import { platform } from "../platform/platform";

type Market = Awaited<ReturnType<typeof apiMarket>>;

const params = { hubId: "horgos" };
const ROAD = { mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
const RAIL = { mode: "rail", backlog: 60, throughputPerDay: 27, source: "Station" };
// A truck that leaves Urumqi now is at Horgos in 1.11 days; the closure begins half a day later, while it waits.
const closure = {
  ...{ mode: "road", from: toIso(later(START, 1.8 * DAY_MS)), to: toIso(later(START, 4.8 * DAY_MS)) },
  ...{ reason: "Spring Festival", source: "Customs notice" },
};

async function board({ call }: Market) {
  expect(await call(enterHubState, { as: "admin", params, body: ROAD })).toMatchObject({ status: 201 });
  expect(await call(enterHubState, { as: "admin", params, body: RAIL })).toMatchObject({ status: 201 });
}

/** Ways over Horgos from Urumqi to Almaty as mode, days and wait, the best first. */
async function ways({ call }: Market, more: Record<string, string> = {}) {
  const query = { from: "CNURM", to: "KZALA", hub: "horgos", k: "2", ...more };
  const { body } = await call(planRoutes, { query });
  const { items } = body as { items: { mode: string; days: { min: number }; borderWait: { hours: number } }[] };
  return items.map(({ mode, days, borderWait }) => [mode, days.min, borderWait.hours]);
}

test("Horgos by hand: a closure of three days makes road three days longer and rail no longer, and rail comes first", async () => {
  const market = await apiMarket();
  await board(market);
  // 1,500 ÷ 700 = 2.14 days = 51.4 h on 1.84 days of travel; 60 ÷ 27 = 2.22 days = 53.3 h on 2.52.
  expect(await ways(market)).toEqual([
    ["road", 3.87, 51.4],
    ["rail", 4.74, 53.3],
  ]);
  const { body } = await market.call(announceClosure, { as: "admin", params, body: closure });
  expect(await ways(market)).toEqual([
    ["rail", 4.74, 53.3],
    ["road", 6.87, 123.4],
  ]);
  const { id } = body as { id: string };
  const withdrawn = await market.call(withdrawClosure, {
    as: "admin",
    params: { closureId: id },
    body: { reason: "Done early" },
  });
  expect(withdrawn).toMatchObject({ status: 200, body: { id } });
  expect((await ways(market))[0]).toEqual(["road", 3.87, 51.4]);
});

test("a way that leaves later goes by what is known of then: beyond the board's reach the month's figure, closures all the same", async () => {
  const market = await apiMarket();
  await board(market);
  const far = { ...closure, from: toIso(later(START, 39 * DAY_MS)), to: toIso(later(START, 42 * DAY_MS)) };
  await market.call(announceClosure, { as: "admin", params, body: far });
  // Ready on 1 January 2027 in Beijing, at Horgos on the 2nd: the month's 50 h as reference has it for January, and the closure on it.
  const { body } = await market.call(planRoutes, {
    query: { from: "CNURM", to: "KZALA", hub: "horgos", mode: "road", k: "1", readyDate: "2027-01-01" },
  });
  const [way] = (body as { items: { borderWait: object }[] }).items;
  expect(way?.borderWait).toMatchObject({ basis: "month", month: 1, asOf: null, closedHours: 72 });
  const { from, to, reason } = far;
  expect(way?.borderWait).toMatchObject({
    arrivesAt: expect.stringMatching(/^2027-01-0[12]T/),
    closures: [{ from, to, reason }],
  });
  expect((await ways(market, { month: "2", mode: "road" }))[0]?.[2]).toBe(109);
});

test("anybody reads a hub's board: the wait with its source and time, the last figures, closures ahead, no crossings of too few", async () => {
  const market = await apiMarket();
  await board(market);
  await market.call(announceClosure, { as: "admin", params, body: closure });
  const { status, body } = await market.call(getHubBoard, { params });
  expect(status).toBe(200);
  const wait = { hours: 123.4, queueHours: 51.4, closedHours: 72, basis: "board", asOf: toIso(START) };
  expect(body).toMatchObject({
    hubId: "horgos",
    zone: "Asia/Shanghai",
    modes: [
      {
        mode: "road",
        wait: { ...wait, source: "Port authority", isEstimate: false },
        state: { backlog: 1_500, throughputPerDay: 700, capacityPerDay: null, isStale: false },
        closedUntil: null,
        crossings: null,
      },
      { mode: "rail", wait: { hours: 53.3, closedHours: 0 } },
    ],
    closures: [{ mode: "road", from: closure.from, to: closure.to, zone: "Asia/Shanghai", reason: "Spring Festival" }],
  });
  const [road] = (body as { modes: { state: object; ahead: object[] }[] }).modes;
  expect(road?.state, "who has counted is for administrators").not.toHaveProperty("enteredBy");
  expect(road?.ahead[0]).toEqual({
    ...{ arrivesAt: expect.any(String), day: "2026-11-24", time: expect.any(String) },
    ...{ queueHours: expect.any(Number), closedHours: expect.any(Number) },
  });
  expect(await market.call(getHubBoard, { params: { hubId: "atlantis" } })).toMatchObject({ status: 404 });
});

test("of a seaport the board says where it leads to, and nothing of waits that nobody has counted", async () => {
  const { call } = await apiMarket();
  const [board, listed] = [
    await call(getHubBoard, { params: { hubId: "CNSHA-PORT" } }),
    await hubPage(platform().database.read, "CNSHA-PORT", START),
  ];
  expect(board.body).toMatchObject({ modes: [{ mode: "sea", wait: null, state: null, ahead: [] }] });
  expect((board.body as { countries: string[] }).countries).toEqual(listed?.countries);
  expect(listed?.countries).not.toEqual([]);
});

test("only administrators write, and what makes no sense is named", async () => {
  const market = await apiMarket();
  for (const as of ["buyer", "provider"] as const) {
    expect(await market.call(enterHubState, { as, params, body: ROAD })).toMatchObject({ status: 403 });
    expect(await market.call(announceClosure, { as, params, body: closure })).toMatchObject({ status: 403 });
  }
  expect(await market.call(enterHubState, { params, body: ROAD })).toMatchObject({ status: 401 });
  const wrong = await market.call(enterHubState, { as: "admin", params, body: { ...ROAD, mode: "sea" } });
  expect(wrong).toMatchObject({ status: 422, body: { code: "mode_not_at_hub" } });
  const backwards = await market.call(announceClosure, { as: "admin", params, body: { ...closure, to: closure.from } });
  expect(backwards).toMatchObject({ status: 422, body: { code: "closure_backwards" } });
  const nowhere = await market.call(announceClosure, { as: "admin", params: { hubId: "atlantis" }, body: closure });
  expect(nowhere).toMatchObject({ status: 404 });
});
