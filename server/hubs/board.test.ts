import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { boardHead } from "@/db/repositories/hub-board";
import { hubClosures, hubClosureWithdrawals, hubStates } from "@/db/schema/hub-board";
import { outbox } from "@/db/schema/notices";
import { done } from "@/test/bidding-market";
import { postingMarket, START } from "@/test/posting-market";
import { readBoard } from "./read-board";
import { boardEntries, hubBoard, hubOutlook } from "./queries/hubs";
import { announceClosure, enterHubState, withdrawClosure } from "./hub-state";
import { enterRule } from "./enter-rule";

const STATE = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
const day = (count: number) => later(START, count * DAY_MS);
const CLOSURE = {
  ...{ hubId: "horgos", mode: "road", from: toIso(day(1)), to: toIso(day(4)), zone: "Asia/Shanghai" },
  ...{ reason: "Spring Festival", source: "Customs notice" },
};

async function boardMarket() {
  const market = await postingMarket();
  const { database, actors, run } = market;
  const admin = actors.administrator;
  return {
    ...market,
    enter: (changes: object = {}, actor = admin) => run(enterHubState, actor, { ...STATE, ...changes }),
    close: (changes: object = {}, actor = admin) => run(announceClosure, actor, { ...CLOSURE, ...changes }),
    open: (closureId: string, actor = admin) => run(withdrawClosure, actor, { closureId, reason: "Done early" }),
    waitAt: async (mode: "road" | "rail" = "road", arrival = market.on.clock()) =>
      (await readBoard(database.read, market.on.clock())).waits.export("horgos", mode, arrival),
    events: async () => (await database.read.select({ event: outbox.event }).from(outbox)).map(({ event }) => event),
  };
}

describe("figures of a hub", () => {
  test("hold from the moment they are entered, with who said so", async () => {
    const { enter, waitAt, database } = await boardMarket();
    expect(await waitAt()).toMatchObject({ source: "month", hours: 59.4 });
    done(await enter());
    expect(await waitAt()).toMatchObject({ source: "board", hours: 51.4, asOf: START, statedBy: "Port authority" });
    expect(await waitAt("rail")).toMatchObject({ source: "month", hours: 24 });
    const [row] = await database.read.select().from(hubStates);
    expect(row).toMatchObject({
      enteredByUserId: "user-platform",
      enteredAt: START,
      asOf: START,
      capacityPerDay: null,
    });
  });

  test("are followed, never changed: the latest count holds, of one time the later entry, and all stay on record", async () => {
    const { enter, waitAt, database, setClock, actors } = await boardMarket();
    done(await enter());
    done(await enter({ backlog: 700, asOf: toIso(START) }));
    expect((await waitAt())?.hours).toBe(24);
    setClock(day(1));
    const cut = { capacityPerDay: 350, isConfirmed: true };
    done(await enter({ backlog: 350, ...cut, opensAt: "09:30", shutsAt: "20:00" }));
    expect((await waitAt())?.hours).toBe(24);
    expect(await enter({ asOf: toIso(later(START, HOUR_MS)) })).toMatchObject({
      refusal: { code: "state_superseded" },
    });
    const entries = await boardEntries(database.read, actors.administrator, { hubId: "horgos", now: day(1) });
    expect(entries?.states.map(({ backlog, enteredBy }) => [backlog, enteredBy])).toEqual([
      [350, "user-platform"],
      [700, "user-platform"],
      [1_500, "user-platform"],
    ]);
  });

  test("give way to the month's when they are older than the market's rule says, and for arrivals beyond its other one", async () => {
    const { enter, waitAt, setClock, run, actors } = await boardMarket();
    done(await enter());
    expect(await waitAt("road", day(14))).toMatchObject({ source: "board" });
    expect(await waitAt("road", later(day(14), 1))).toMatchObject({ source: "month", month: 12 });
    setClock(day(7));
    expect(await waitAt()).toMatchObject({ source: "board" });
    setClock(later(day(7), 1));
    expect(await waitAt()).toMatchObject({ source: "month" });
    done(await run(enterRule, actors.administrator, { name: "board_max_age_days", value: 9, reason: "Slow season" }));
    expect(await waitAt()).toMatchObject({ source: "board" });
    done(await run(enterRule, actors.administrator, { name: "board_reach_days", value: 3, reason: "Slow season" }));
    expect(await waitAt("road", day(11))).toMatchObject({ source: "month" });
  });

  test("are told with the queue before and after", async () => {
    const { enter, events } = await boardMarket();
    done(await enter());
    done(await enter({ backlog: 2_100 }));
    const named = { type: "hub.state_entered", hubId: "horgos", hubEn: "Horgos", hubZh: "霍尔果斯", mode: "road" };
    expect(await events()).toEqual([
      { ...named, queueHours: 51.4, previousQueueHours: 59.4, openHoursPerDay: 24 },
      { ...named, queueHours: 72, previousQueueHours: 51.4, openHoursPerDay: 24 },
    ]);
  });

  test.each([
    [{ hubId: "atlantis" }, "not_found"],
    [{ mode: "sea" }, "mode_not_at_hub"],
    [{ asOf: toIso(later(START, DAY_MS)) }, "state_in_future"],
    [{ opensAt: "09:00" }, "hours_incomplete"],
    [{ capacityPerDay: 40 }, "through_above_capacity"],
    [{ backlog: 21_001 }, "wait_unlikely"],
  ])("with %o are refused: %s", async (wrong, code) => {
    const { enter, database } = await boardMarket();
    expect(await enter(wrong)).toMatchObject({ kind: "refused", refusal: { code } });
    expect(await database.read.select().from(hubStates)).toEqual([]);
  });

  test.each([
    [{ throughputPerDay: 0 }, "throughputPerDay"],
    [{ backlog: -1 }, "backlog"],
    [{ backlog: 1.5 }, "backlog"],
    [{ capacityPerDay: 0 }, "capacityPerDay"],
    [{ opensAt: "24:00", shutsAt: "09:00" }, "opensAt"],
    [{ source: " " }, "source"],
    [{ source: "a\u202eb" }, "source"],
    [{ asOf: "yesterday" }, "asOf"],
  ])("with %o are malformed", async (wrong, field) => {
    const { enter } = await boardMarket();
    expect(await enter(wrong)).toMatchObject({ kind: "malformed", issues: [{ path: [field] }] });
  });

  test("that are unlikely are entered once confirmed", async () => {
    const { enter, waitAt } = await boardMarket();
    done(await enter({ backlog: 28_000, isConfirmed: true }));
    expect((await waitAt())?.hours).toBe(960);
  });
});

describe("a closure", () => {
  test("of the road makes road three days longer and rail no longer, in the same second", async () => {
    const { enter, close, waitAt } = await boardMarket();
    done(await enter());
    done(await close());
    expect(await waitAt()).toMatchObject({ hours: 123.4, queueHours: 51.4, closedHours: 72 });
    expect(await waitAt("rail")).toMatchObject({ hours: 24, closedHours: 0 });
  });

  test("stands on the hub's board until it is over, with its reason and source", async () => {
    const { close, database, setClock } = await boardMarket();
    const { id } = done(await close({ mode: null, zone: null }));
    const closures = async () => (await hubBoard(database.read, "horgos", day(4)))?.closures;
    setClock(day(2));
    const board = await hubBoard(database.read, "horgos", day(2));
    expect(board?.closures).toMatchObject([
      { id, mode: null, zone: "Asia/Shanghai", reason: "Spring Festival", source: "Customs notice" },
    ]);
    expect(board?.modes.map(({ mode, closedUntil }) => [mode, closedUntil])).toEqual([
      ["road", day(4)],
      ["rail", day(4)],
    ]);
    expect(await closures()).toEqual([]);
  });

  test("is ahead until its end, is past from then on, and is forgotten with the counts of its days", async () => {
    const { close, database } = await boardMarket();
    done(await close());
    const told = async (at: number) => {
      const { closures, pastClosures } = await readBoard(database.read, day(at));
      return [closures.length, pastClosures.length];
    };
    expect([await told(0), await told(3.9), await told(4)]).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    const { maxAgeDays } = await readBoard(database.read, day(4));
    expect([await told(4 + maxAgeDays - 0.1), await told(4 + maxAgeDays)]).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  test("that is withdrawn ends then, once, and both stay on record", async () => {
    const { close, open, waitAt, database, events, setClock } = await boardMarket();
    const { id } = done(await close({ from: toIso(day(-1)) }));
    expect((await waitAt())?.closedHours).toBe(96);
    setClock(day(1));
    done(await open(id));
    expect((await waitAt())?.closedHours).toBe(0);
    expect(await open(id)).toMatchObject({ refusal: { code: "closure_withdrawn" } });
    expect((await database.read.select().from(hubClosures)).length).toBe(1);
    expect(await database.read.select().from(hubClosureWithdrawals)).toMatchObject([
      { closureId: id, reason: "Done early", withdrawnAt: day(1), withdrawnByUserId: "user-platform" },
    ]);
    expect((await events()).map(({ type }) => type)).toEqual(["hub.closed", "hub.reopened"]);
  });

  test("is not withdrawn with half of a character in the reason, which no event could be kept with", async () => {
    const { close, run, actors } = await boardMarket();
    const { id: closureId } = done(await close());
    const withdraw = (reason: string) => run(withdrawClosure, actors.administrator, { closureId, reason });
    expect((await withdraw("Open \ud83d again")).kind).toBe("malformed");
    done(await withdraw("Open 🚚 again"));
  });

  test("that is over, or that nobody announced, cannot be withdrawn", async () => {
    const { close, open, setClock } = await boardMarket();
    const { id } = done(await close());
    setClock(day(4));
    expect(await open(id)).toMatchObject({ refusal: { code: "closure_over" } });
    expect(await open("nothing")).toMatchObject({ refusal: { code: "not_found" } });
  });

  test.each([
    [{ hubId: "atlantis" }, "not_found"],
    [{ mode: "air" }, "mode_not_at_hub"],
    [{ zone: "Europe/Minsk" }, "zone_not_of_hub"],
    [{ to: toIso(day(1)) }, "closure_backwards"],
    [{ from: toIso(day(-3)), to: toIso(START) }, "closure_over"],
    [{ to: toIso(day(400)) }, "closure_too_long"],
  ])("with %o is refused: %s", async (wrong, code) => {
    const { close, database } = await boardMarket();
    expect(await close(wrong)).toMatchObject({ kind: "refused", refusal: { code } });
    expect(await database.read.select().from(hubClosures)).toEqual([]);
  });
});

test("only administrators enter anything; what others try changes nothing", async () => {
  const { enter, close, open, actors, database } = await boardMarket();
  const { id } = done(await close());
  for (const actor of [actors.buyer, actors.provider, actors.viewer]) {
    expect(await enter({}, actor)).toMatchObject({ refusal: { code: "not_permitted" } });
    expect(await close({}, actor)).toMatchObject({ refusal: { code: "not_permitted" } });
    expect(await open(id, actor)).toMatchObject({ refusal: { code: "not_permitted" } });
    expect(await boardEntries(database.read, actor, { hubId: "horgos", now: START })).toBeNull();
  }
  expect(await enter({}, actors.visitor)).toMatchObject({ refusal: { code: "sign_in_needed" } });
  expect(await boardHead(database.read, "horgos")).toBe(1);
});

test("each entry is one more on the hub's number, a refused one and another hub's none", async () => {
  const { enter, close, open, database } = await boardMarket();
  const head = () => boardHead(database.read, "horgos");
  expect(await head()).toBe(0);
  done(await enter());
  const { id } = done(await close());
  await close({ to: toIso(day(1)) });
  done(await enter({ hubId: "alashankou" }));
  expect(await head()).toBe(2);
  done(await open(id));
  expect(await head()).toBe(3);
  expect(
    await hubOutlook(database.read, { hubId: "horgos", mode: "road", direction: "export", now: START }),
  ).toMatchObject({
    ...{ seq: 3, closures: [], hub: { id: "horgos" }, zone: "Asia/Shanghai", wait: { hours: 51.4 } },
  });
});

test("what was entered can neither be changed nor deleted, by no code path", async () => {
  const { enter, close, database } = await boardMarket();
  done(await enter());
  done(await close());
  await expect(database.write((tx) => tx.update(hubStates).set({ backlog: 0 }))).rejects.toThrow();
  await expect(database.write((tx) => tx.delete(hubStates))).rejects.toThrow();
  await expect(database.write((tx) => tx.update(hubClosures).set({ toAt: instant(0) }))).rejects.toThrow();
  await expect(database.write((tx) => tx.delete(hubClosures))).rejects.toThrow();
});
