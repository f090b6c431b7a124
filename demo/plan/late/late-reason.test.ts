import { describe, expect, test } from "vitest";
import { lateReasonsOf } from "../../../domain/orders/late-reasons";
import type { Mode } from "../../../domain/hubs/place";
import { kindOf } from "../../../domain/services/registry";
import { DAY_MS, HOUR_MS, type Instant, later, parseIso } from "../../../domain/shared/time";
import { type Service, SERVICES } from "../../../domain/shared/vocabulary";
import {
  isWeatherSeason,
  lateReason,
  type LateStep,
  type OrderRecord,
  recordedReason,
  type WaitRecord,
} from "./late-reason";
import { promisedDays } from "../plan-offer";

const at = (iso: string): Instant => parseIso(iso) as Instant;
const YEAR = Array.from({ length: 365 }, (_, day) => later(at("2026-01-01T03:00:00Z"), day * DAY_MS + day * HOUR_MS));
/** A day in a season without weather or holiday. */
const DUE = at("2026-06-10T04:00:00Z");
const NO_WAITS: WaitRecord = { spans: [], faults: [], slotOpensAt: null };

/** An order whose steps lie so many hours from when the late one was due. */
const orderOf = (steps: Readonly<Record<string, number>>, more: Partial<OrderRecord> = {}): OrderRecord => ({
  steps: Object.fromEntries(Object.entries(steps).map(([code, hours]) => [code, later(DUE, hours * HOUR_MS)])),
  letGoAt: null,
  ...more,
});

const stepOf = (service: Service, code: string, of: Partial<LateStep> = {}): LateStep => ({
  ...{ service, mode: "road", corridor: "CN-KZ", code, at: later(DUE, 30 * HOUR_MS), dueAt: DUE },
  ...{ deal: {}, waits: NO_WAITS, returned: null },
  ...of,
});

test("the reason of a late step is one that its order can have, at any step on any day, and `other` never without words", () => {
  for (const service of SERVICES)
    for (const mode of ["road", "rail", "sea", "air"] as const)
      for (const { code } of kindOf(service).milestones)
        for (const time of YEAR.filter((_, day) => day % 9 === 0)) {
          const told = lateReason(stepOf(service, code, { mode, at: time, dueAt: later(time, -5 * HOUR_MS) }));
          expect(lateReasonsOf(service, mode)).toContain(told.lateReason);
          if (told.lateReason === "other") expect(told.lateWords).not.toBe("");
        }
});

test("the reason is weather in its season alone", () => {
  for (const [mode, corridor] of [
    ["road", "CN-KZ"],
    ["road", "CN-VN"],
    ["sea", "CN-VN"],
  ] as const)
    for (const time of YEAR) {
      const step = stepOf("logistics", "arrived_hub", { mode, corridor, at: time, dueAt: later(time, -5 * HOUR_MS) });
      if (lateReason(step).lateReason === "road_or_weather") expect(isWeatherSeason(step, time)).toBe(true);
    }
});

const ROAD = {
  picked_up: -200,
  arrived_hub: -150,
  export_released: -144,
  crossed_border: -130,
  import_released: -120,
};
const SEA = { arrived_hub: -300, departed: -250, arrived_port: -60, import_released: -40 };
type Deal = LateStep["deal"];
const HAULS: readonly (readonly [string, Mode, string, Deal, string])[] = [
  [
    "goods that their inspection let go late",
    "road",
    "picked_up",
    { inspection: orderOf({ report_issued: -30 }, { letGoAt: later(DUE, HOUR_MS) }) },
    "goods_not_ready",
  ],
  [
    "goods whose report came after the window",
    "road",
    "picked_up",
    { inspection: orderOf({ report_issued: 2 }) },
    "goods_not_ready",
  ],
  [
    "goods that the report let go in time, whenever their buyer accepted the work",
    "rail",
    "picked_up",
    { inspection: orderOf({ report_issued: -72, buyer_decided: 20 }) },
    "rolled",
  ],
  [
    "a truck that came late for goods which were there",
    "road",
    "picked_up",
    { inspection: orderOf({ report_issued: -30 }, { letGoAt: later(DUE, -HOUR_MS) }) },
    "own_fault",
  ],
  ["wagons for goods which were there", "rail", "picked_up", {}, "rolled"],
  [
    "papers that were complete after the hub was to be reached",
    "road",
    "arrived_hub",
    { customs: orderOf({ documents_complete: 2 }), logistics: orderOf({ slot_reserved: 8 }) },
    "papers_incomplete",
  ],
  [
    "a slot that came late although papers were complete",
    "road",
    "arrived_hub",
    { customs: orderOf({ documents_complete: -2 }), logistics: orderOf({ slot_reserved: 8 }) },
    "no_slot",
  ],
  [
    "a queue at the border",
    "road",
    "crossed_border",
    { logistics: orderOf({ arrived_hub: -40, export_released: -30 }) },
    "border_queue",
  ],
  [
    "customs that stopped the goods which leave",
    "road",
    "crossed_border",
    {
      logistics: orderOf({ arrived_hub: -40, export_released: 20 }),
      customs: orderOf({ state_question: -20 }, { side: "export" }),
    },
    "customs_hold",
  ],
  [
    "customs that kept the goods for less than a day, and longer than the queue after them",
    "road",
    "crossed_border",
    {
      logistics: orderOf({ arrived_hub: 2, export_released: 24 }),
      customs: orderOf({ state_question: 8 }, { side: "export" }),
    },
    "customs_hold",
  ],
  [
    "customs where nobody of the market clears the goods",
    "road",
    "crossed_border",
    { logistics: orderOf({ arrived_hub: -40, export_released: 20 }) },
    "customs_hold",
  ],
  [
    "a queue longer than anything else",
    "road",
    "delivered",
    { logistics: orderOf({ ...ROAD, crossed_border: -60, import_released: -50 }) },
    "border_queue",
  ],
  [
    "customs that stopped what comes in",
    "road",
    "delivered",
    {
      logistics: orderOf({ ...ROAD, import_released: -40 }),
      customs: orderOf({ state_question: -110 }, { side: "import" }),
    },
    "customs_hold",
  ],
  [
    "a broker that nobody stopped",
    "road",
    "delivered",
    {
      logistics: orderOf({ ...ROAD, import_released: -40 }),
      customs: orderOf({ documents_complete: -180 }, { side: "import" }),
    },
    "other",
  ],
  [
    "papers that came after the goods",
    "road",
    "delivered",
    {
      logistics: orderOf({ ...ROAD, import_released: -40 }),
      customs: orderOf({ documents_complete: -90 }, { side: "import" }),
    },
    "papers_incomplete",
  ],
  [
    "a container that was rolled over",
    "sea",
    "delivered",
    { logistics: orderOf({ ...SEA, departed: -200 }) },
    "rolled",
  ],
  ["a ship that was late", "sea", "delivered", { logistics: orderOf(SEA) }, "rolled"],
  ["a train that was held", "rail", "delivered", { logistics: orderOf(ROAD) }, "rolled"],
];

describe("a haul is late by what its deal has on record", () => {
  test.each(HAULS)("%s", (_, mode, code, deal, reason) => {
    expect(lateReason(stepOf("logistics", code, { mode, deal })).lateReason).toBe(reason);
  });

  test.each([
    ["a stay of a week at the port", { ...SEA, departed: -130 }, /甩柜/],
    ["a voyage of a week", SEA, /压港/],
    ["a voyage of a month", { ...SEA, arrived_hub: -900, departed: -850 }, /中转/],
  ])("%s by sea is told in its own words", (_, steps, words) => {
    expect(
      lateReason(stepOf("logistics", "delivered", { mode: "sea", deal: { logistics: orderOf(steps) } })).lateWords,
    ).toMatch(words);
  });
});

test("a truck whose slot opens after it is due has no slot", () => {
  const late = (slotOpensAt: Instant) =>
    lateReason(stepOf("logistics", "arrived_hub", { waits: { ...NO_WAITS, slotOpensAt } })).lateReason;
  expect(late(later(DUE, HOUR_MS))).toBe("no_slot");
  expect(late(later(DUE, -HOUR_MS))).not.toBe("no_slot");
});

test("a carrier names the time from the crossing to the release as that", () => {
  const deal: Deal = {
    logistics: orderOf({ ...ROAD, import_released: -39 }),
    customs: orderOf({ state_question: -102 }, { side: "import" }),
  };
  expect(lateReason(stepOf("logistics", "delivered", { deal })).lateWords).toMatch(/过境至放行约 91 小时/);
});

test.each([
  ["rail", /候交接/],
  ["road", /口岸排队/],
] as const)("whoever queued at the border by %s says for what, before any change of gauge", (mode, words) => {
  const deal: Deal = { logistics: orderOf({ ...ROAD, export_released: -140, crossed_border: 30 }) };
  expect(lateReason(stepOf("logistics", "crossed_border", { mode, deal })).lateWords).toMatch(words);
});

test.each([
  ["a release a day after the customs stopped the goods", { state_question: 4 }, "customs_hold"],
  ["a release some hours after a question", { state_question: 25 }, "own_fault"],
  ["a release that nobody at the customs stopped", {}, "own_fault"],
  ["a release whose duties were paid in time", { duties_paid: -2 }, "own_fault"],
  ["a release whose duties were assessed after it was due", { duties_paid: 29 }, "customs_hold"],
])("of %s is told as it was", (_, steps, reason) => {
  expect(lateReason(stepOf("customs", "released", { deal: { customs: orderOf(steps) } })).lateReason).toBe(reason);
});

test.each([
  [null, "bank_compliance"],
  ["papers_insufficient", "papers_incomplete"],
  ["payee_details_wrong", "other"],
] as const)("money that came back for %s is late for %s", (returned, reason) => {
  expect(lateReason(stepOf("payment", "received_by_payee", { returned })).lateReason).toBe(reason);
});

test("a holiday counts for what was due in it or right before it and came after it, and a weekend does not", () => {
  const over = (from: string, to: string) =>
    lateReason(stepOf("payment", "received_by_payee", { dueAt: at(from), at: at(to) })).lateReason;
  expect(over("2026-04-30T04:00:00Z", "2026-05-06T04:00:00Z")).toBe("holiday");
  expect(over("2026-05-02T04:00:00Z", "2026-05-06T04:00:00Z")).toBe("holiday");
  expect(over("2026-02-12T04:00:00Z", "2026-02-24T04:00:00Z")).toBe("bank_compliance");
  expect(over("2026-04-28T15:59:00Z", "2026-05-03T00:40:00Z")).toBe("bank_compliance");
  expect(over("2026-04-28T15:59:00Z", "2026-05-06T04:00:00Z")).toBe("bank_compliance");
  expect(over("2026-04-30T04:00:00Z", "2026-05-03T04:00:00Z")).toBe("bank_compliance");
  expect(over("2026-06-12T04:00:00Z", "2026-06-15T04:00:00Z")).toBe("bank_compliance");
});

test.each([
  ["inspection", "on_site", "RU-CN", undefined, "own_fault"],
  ["inspection", "on_site", "CN-RU", undefined, "holiday"],
  ["customs", "filed", "RU-CN", "export", "own_fault"],
  ["customs", "filed", "RU-CN", "import", "holiday"],
  ["customs", "released", "CN-RU", "both", "own_fault"],
  ["customs", "filed", "CN-RU", "both", "holiday"],
] as const)("China's holiday counts for %s %s of %s, cleared for %s, by where people work: %s", (...row) => {
  const [service, code, corridor, side, reason] = row;
  const [dueAt, doneAt] = [at("2026-10-01T04:00:00Z"), at("2026-10-08T04:00:00Z")];
  const deal = side === undefined ? {} : { customs: orderOf({}, { side }) };
  expect(lateReason(stepOf(service, code, { corridor, dueAt, at: doneAt, deal })).lateReason).toBe(reason);
});

test("a delivery is late by the release where goods that had come in were let in after it was due", () => {
  const came = { picked_up: -200, arrived_hub: -40, export_released: -30, crossed_border: -12 };
  const reasonOf = (steps: Readonly<Record<string, number>>) =>
    lateReason(
      stepOf("logistics", "delivered", {
        deal: { logistics: orderOf({ ...came, ...steps }), customs: orderOf({}, { side: "both" }) },
      }),
    );
  expect(reasonOf({ import_released: 11 })).toMatchObject({
    lateReason: "other",
    lateWords: expect.stringMatching(/报关行/),
  });
  expect(reasonOf({ import_released: -2 }).lateWords).not.toMatch(/报关行/);
  expect(reasonOf({ crossed_border: 2, import_released: 11 }).lateWords).not.toMatch(/报关行/);
});

describe("what the order has on record of its waits", () => {
  const noon = DUE;
  const span = (reason: WaitRecord["spans"][number]["reason"], from: number, to: number | null) => ({
    ...{ reason, from: later(noon, from * HOUR_MS) },
    to: to === null ? null : later(noon, to * HOUR_MS),
  });

  test.each([
    ["nothing", [], [], null],
    ["a queue", [span("queue", -20, -2)], [], "border_queue"],
    [
      "a check longer than queue and closure",
      [span("queue", -70, -50), span("customs_inspection", -50, -21), span("closure", -21, -3)],
      [],
      "customs_hold",
    ],
    [
      "two queues together longer than a check",
      [span("queue", -40, -28), span("customs_inspection", -28, -12), span("queue", -12, null)],
      [],
      "border_queue",
    ],
    ["a wait that begins after the step", [span("documents", 1, null)], [], null],
    ["a slot that the carrier missed", [], ["provider"], "vehicle_breakdown"],
    [
      "a slot that its buyer's papers cost, after one that the carrier missed",
      [],
      ["provider", "buyer"],
      "papers_incomplete",
    ],
    ["a slot that the crossing moved", [], ["nobody"], "border_queue"],
    ["a check, and a slot that the crossing moved", [span("customs_inspection", -9, null)], ["nobody"], "customs_hold"],
  ] as const)("of %s is what its step is late by", (_, spans, faults, reason) => {
    expect(recordedReason({ spans, faults }, noon)).toBe(reason);
    if (reason === null) return;
    const told = { at: noon, dueAt: later(noon, -HOUR_MS), waits: { spans, faults, slotOpensAt: null } };
    expect(lateReason(stepOf("logistics", "crossed_border", told)).lateReason).toBe(reason);
    expect(lateReason(stepOf("logistics", "picked_up", told)).lateReason).toBe("own_fault");
  });
});

test.each([
  [1.22, 24, 26],
  [1, 24, 32],
  [0.85, 28, 38],
  [0.6, 28, 38],
])("a forwarder of speed %f promises %i to %i days of a sailing of 24 to 32", (speedLevel, min, max) => {
  const movement = { mode: "sea", days: { min: 23.4, max: 32 } };
  const of = { movement, provider: { speedLevel }, spec: {} } as unknown as Parameters<typeof promisedDays>[1];
  expect(promisedDays("logistics", of)).toEqual({ min, max });
});
