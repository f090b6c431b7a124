import { describe, expect, test } from "vitest";
import { checkEnding, clocksOf, hearingOf } from "../../../domain/disputes/dispute";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../../domain/shared/time";
import { converted } from "../landed-cost";
import { readMarketData } from "../market-data";
import { afterDispute, type Disputable, YearsDisputes } from "./plan-dispute";
import { SCRIPTS } from "./dispute-words";

const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));
const { cargo } = readMarketData();
const [tiles] = cargo.filter(({ title }) => title.en === "Porcelain floor tiles 600×600");

type Haul = {
  readonly place: number;
  readonly delivered: Instant;
  readonly service?: Disputable["service"];
  readonly need?: string;
  readonly deliverAt?: "door" | "terminal";
  readonly mode?: "road" | "air";
  /** When its goods were picked up, of which nine days are promised. */
  readonly picked?: Instant;
  /** Of an inspection, of what it is. */
  readonly type?: string;
  readonly isAwaited?: boolean;
  /** When the goods of its deal arrive: a day and a half later, where nothing is said. */
  readonly arrivedAt?: Instant;
};

/** Hauls that come ten days later than they promise, and the other services beside them. */
function orderOf({
  place,
  delivered,
  service = "logistics",
  need,
  deliverAt = "door",
  mode = "road",
  ...of
}: Haul): Disputable {
  const { picked, type = "container_loading", isAwaited = false, arrivedAt = later(delivered, 1.5 * DAY_MS) } = of;
  const last = {
    logistics: "delivered",
    customs: "released",
    payment: "received_by_payee",
    inspection: "report_issued",
  };
  const movement = { cargo: tiles, mode, corridor: "CN-KZ", days: { min: 5, max: 8 } };
  return {
    ...{ service, currency: "CNY", zones: { from: "Asia/Shanghai", to: "Asia/Almaty" } },
    ...{ provider: { id: `provider ${place}` }, isAwaited, arrivedAt },
    deal: {
      buyer: { id: `buyer ${place}` },
      movement,
      deal: { cargo: [{ packages: 24 }] },
      requests: [
        { service: "payment", spec: { need } },
        { service: "logistics", spec: { deliverAt } },
        { service: "inspection", spec: { type } },
      ],
    },
    plan: {
      reports: [
        { code: "picked_up", at: picked ?? later(delivered, -20 * DAY_MS) },
        { code: "state_question", at: later(delivered, -30 * HOUR_MS) },
        { code: last[service], at: delivered },
        { code: "documents_closed", at: later(delivered, 60 * HOUR_MS) },
      ],
      acceptedAt: later(delivered, 40 * HOUR_MS),
    },
  } as unknown as Disputable;
}

const SERVICES = ["logistics", "logistics", "payment", "customs", "inspection"] as const;

/** A year of orders of all services, one every six hours. */
function yearOf(without: readonly string[] = [], deliverAt?: "door" | "terminal") {
  const disputes = new YearsDisputes(NOW, without);
  return Array.from({ length: 1_460 }, (_, place) => {
    const order = orderOf({
      place,
      delivered: later(NOW, (place - 1_460) * 6 * HOUR_MS),
      service: SERVICES[place % 5],
      ...(deliverAt ? { deliverAt } : {}),
    });
    return { order, dispute: disputes.planFor(order) };
  }).flatMap(({ order, dispute }) => (dispute ? [{ order, dispute }] : []));
}

test.each([
  ["air", /航班|计费重/, /每日两次|一车|封志|急刹|装车|口岸/],
  ["road", /每日两次|一车|封志|急刹|装车|口岸/, /航班|计费重|空运/],
] as const)("a haul by %s is disputed over what happens by its mode", (mode, own, other) => {
  const told = Array.from({ length: 40 }, (_, year) => {
    const disputes = new YearsDisputes(NOW, []);
    return Array.from({ length: 400 }, (__, place) =>
      disputes.planFor(orderOf({ place, mode, delivered: later(NOW, -(20 + year) * DAY_MS) })),
    ).flatMap((one) => (one ? [[one.words, ...one.entries.map(({ words }) => words)].join("\n")] : []));
  }).flat();
  expect(told.some((words) => own.test(words))).toBe(true);
  expect(told.filter((words) => other.test(words))).toEqual([]);
});

describe("the disputes of a year", () => {
  const year = yearOf();

  test("nobody tells of an unloading at its own door where goods were handed over at a terminal", () => {
    const told = yearOf([], "terminal").map(({ dispute }) => dispute.script);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(({ isAtDoor }) => isAtDoor)).toEqual([]);
    expect(year.some(({ dispute }) => dispute.script.isAtDoor)).toBe(true);
  });

  test("about one order of a hundred comes into dispute, in each quarter some, and each kind in its turn", () => {
    expect(year.length).toBeGreaterThan(10);
    expect(year.length).toBeLessThan(26);
    const quarters = year.map(({ dispute: { openedAt } }) =>
      Math.min(3, Math.max(0, Math.floor((NOW - openedAt) / (91 * DAY_MS)))),
    );
    expect(new Set(quarters).size).toBe(4);
    expect(new Set(year.map(({ dispute }) => dispute.script)).size).toBe(SCRIPTS.length);
  });

  test("no company has two, and who is left out has none", () => {
    const ids = year.flatMap(({ order }) => [order.deal.buyer.id, order.provider.id]);
    expect(new Set(ids).size).toBe(ids.length);
    const [first] = ids;
    expect(yearOf([first ?? ""]).map(({ order }) => order.deal.buyer.id)).not.toContain(first);
  });

  test("each is opened after the delivery, goes by the market's clocks and ends in 2.5 to 20 days with a share that a split may have", () => {
    for (const { order, dispute } of year) {
      const { openedAt, endedAt, entries, ruling, script } = dispute;
      expect(openedAt).toBeGreaterThan(order.plan.reports[2]?.at ?? 0);
      const days = (endedAt - openedAt) / DAY_MS;
      expect([days >= 2.5, days <= 20]).toEqual([true, true]);
      const ending = ruling?.ending ?? entries.at(-1)?.offer;
      if (!ending) throw new Error("a dispute has an end");
      expect(checkEnding(ending, { line: "delivered", visits: 0 }).ok).toBe(true);
      expect(entries[0]?.by).not.toBe(script.opener);
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b));
      if (!ruling) continue;
      const { mayEscalateAt, escalatesAt } = clocksOf(openedAt);
      const { evidenceEndsAt, decideBy } = hearingOf(ruling.escalatedAt);
      expect(ruling.escalatedAt).toBeGreaterThanOrEqual(ruling.isByClock ? escalatesAt : mayEscalateAt);
      expect([endedAt >= evidenceEndsAt, endedAt <= decideBy]).toEqual([true, true]);
      expect(entries.filter(({ at }) => at >= evidenceEndsAt)).toEqual([]);
    }
  });

  test("none tells a story that another tells, nor says a sentence of it", () => {
    const sentences = year.flatMap(({ dispute: { words, entries, ruling } }) => [
      ...[words, ...entries.map((entry) => entry.words)],
      ...(ruling ? [ruling.words] : []),
    ]);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const { stories } of SCRIPTS) expect(stories.length).toBeGreaterThanOrEqual(3);
  });

  test("some end wholly for one side, and no ending says another thing than its story", () => {
    const ends = year.map(({ dispute }) => (dispute.ruling?.ending ?? dispute.entries.at(-1)?.offer)?.outcome);
    const whole = ends.filter((end) => end !== "split");
    expect(new Set(ends)).toEqual(new Set(["split", "for_buyer", "for_provider"]));
    expect(whole.length / ends.length).toBeGreaterThan(0.2);
    expect(whole.length / ends.length).toBeLessThan(0.55);
  });

  test("a charge that was not agreed has its amount, and a bank's is 15 to 50 dollars", () => {
    for (const { dispute } of year) {
      expect(dispute.charge !== undefined).toBe(dispute.script.code === "charge_not_agreed");
      if (dispute.script.service !== "payment" || !dispute.charge) continue;
      expect(dispute.charge.minor).toBeGreaterThanOrEqual(converted(1_500, "USD", "CNY") - 100);
      expect(dispute.charge.minor).toBeLessThanOrEqual(converted(5_000, "USD", "CNY") + 100);
    }
  });

  test.each([
    ["supplier_payment", "收款人少收"],
    ["collection_account", "我方收汇"],
  ])("of a payment for %s it is told by whoever has the money sent or gets it", (need, said) => {
    const disputes = new YearsDisputes(NOW, []);
    const delivered = later(NOW, -40 * DAY_MS);
    const told = Array.from({ length: 200 }, (_, place) =>
      disputes.planFor(orderOf({ place, delivered, service: "payment", need })),
    ).find((dispute) => dispute !== null);
    expect(told?.words).toContain(said);
  });

  test.each([
    ["2026-09-29T00:42:00Z", "晚到 2 天"],
    ["2026-09-29T18:59:00Z", "晚到 2 天"],
    ["2026-09-29T19:01:00Z", "晚到 3 天"],
  ])("a haul due by the end of 27 September in Almaty that comes at %s is said to be so late", (at, said) => {
    const picked = instant(Date.parse("2026-09-18T02:00:00Z"));
    const disputes = new YearsDisputes(NOW, []);
    const order = (place: number) => orderOf({ place, delivered: instant(Date.parse(at)), picked });
    const told = Array.from({ length: 300 }, (_, place) => disputes.planFor(order(place))).find(
      (dispute) => dispute?.script.code === "late",
    );
    expect(told?.words).toContain(said);
  });

  test("some are settled and some decided, of these some by the market's clock", () => {
    const ruled = year.filter(({ dispute }) => dispute.ruling);
    expect(ruled.length).toBeGreaterThan(2);
    expect(ruled.length).toBeLessThan(year.length - 2);
  });

  test("what follows the delivery waits for the end of the dispute", () => {
    for (const { order, dispute } of year) {
      const { reports, acceptedAt } = afterDispute(order.plan, dispute);
      expect(acceptedAt).toBe(dispute.endedAt);
      expect(reports[2]).toEqual(order.plan.reports[2]);
      expect(reports[3]?.at).toBeGreaterThan(dispute.endedAt);
    }
  });
});

describe("a dispute over the report of an inspection", () => {
  const delivered = later(NOW, -40 * DAY_MS);
  const inspection = { place: 0, delivered, service: "inspection" } as const;
  /** The first dispute of many such orders. */
  const scriptOf = (of: Partial<Haul>) => {
    const disputes = new YearsDisputes(NOW, []);
    const planned = Array.from({ length: 200 }, (_, place) =>
      disputes.planFor(orderOf({ ...inspection, ...of, place })),
    );
    return planned.find((dispute) => dispute !== null)?.script;
  };

  test("who watched a loading is held to what is found on arrival, from then on and within a week of the report", () => {
    const arrivedAt = later(delivered, 4 * DAY_MS);
    const dispute = new YearsDisputes(NOW, []).planFor(orderOf({ ...inspection, arrivedAt }));
    expect(dispute?.script.isOnArrival).toBe(true);
    expect(dispute?.openedAt).toBeGreaterThan(arrivedAt);
    expect(dispute?.openedAt).toBeLessThan(later(delivered, 7 * DAY_MS));
  });

  test.each([
    ["the report alone is in dispute where the goods come when it is long accepted", 9],
    ["the report alone is in dispute where the goods have come before it", -3],
  ])("%s", (_, days) => {
    expect(scriptOf({ arrivedAt: later(delivered, days * DAY_MS) })).toBe(
      SCRIPTS.find(({ service, isOnArrival }) => service === "inspection" && !isOnArrival),
    );
  });

  test("nobody argues over a report that goods or money wait for, nor tells of a loading where none was watched", () => {
    expect(scriptOf({ isAwaited: true })).toBeUndefined();
    expect(scriptOf({ type: "pre_shipment" })).toBeUndefined();
  });
});
