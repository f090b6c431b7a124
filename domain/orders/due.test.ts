import { describe, expect, test } from "vitest";
import en from "@/messages/en/orders.json";
import zh from "@/messages/zh-CN/orders.json";
import { kindOf, SERVICE_KINDS } from "../services/registry";
import { type LineState, type Service, SERVICES } from "../shared/vocabulary";
import { HOUR_MS, type Instant, instant, type LocalDate, parseIso, toIso } from "../shared/time";
import { type Agreement, dueNow, dueOf, isOverdue } from "./due";
import { DISPUTE_STEPS } from "./order";

const at = (text: string): Instant => parseIso(`${text}:00Z`) as Instant;

const NOTHING: Agreement = {
  awardedAt: at("2026-11-20T02:00"),
  spec: {},
  terms: {},
  startDate: null,
  transitDays: null,
  awaited: null,
  // A day ends in Yiwu and at Horgos at 16:00 UTC, in Almaty at 19:00.
  zones: { origin: "Asia/Shanghai", hub: "Asia/Shanghai", destination: "Asia/Almaty" },
  hubPlaces: ["CNHRG", "Horgos", "霍尔果斯"],
};

type Happened = Readonly<Record<string, string>>;

const orderOf = (service: Service, happened: Happened, more: object = {}) => ({
  service,
  state: (Object.keys(happened).length > 0 ? "in_progress" : "placed") as LineState,
  autoAcceptAt: null,
  disputedSince: null,
  milestones: SERVICE_KINDS[service].milestones.map((milestone) => ({
    ...milestone,
    occurredAt: happened[milestone.code] === undefined ? null : at(happened[milestone.code] as string),
  })),
  ...more,
});

/** "released by bid.hoursToRelease at …", or null. */
function said(service: Service, happened: Happened, agreement: object = {}): string | null {
  const due = dueOf(orderOf(service, happened), { ...NOTHING, ...agreement });
  return due && `${due.code} by ${due.source}.${due.field} at ${toIso(due.at).slice(0, 16)}`;
}

const START = "2026-11-24" as LocalDate;
const DAYS = { transitDays: { min: 8, max: 12 } };
const BOOKED = { booked: "2026-11-24T02:00" };
const GONE = { ...BOOKED, picked_up: "2026-11-26T10:00" };
const LEGS = [
  { place: "Urumqi", mode: "road", days: 3 },
  { place: "霍尔果斯", mode: "road", days: 1 },
  { place: "KZALA", mode: "road", days: 2 },
];
const WINDOW = { pickupFrom: "2026-11-25", pickupTo: "2026-11-26T09:00:00Z" };

describe("a haul's next step is due", () => {
  test.each([
    [{}, { spec: WINDOW }, "booked by request.pickupFrom at 2026-11-24T16:00"],
    [BOOKED, { spec: WINDOW }, "picked_up by request.pickupTo at 2026-11-26T09:00"],
    [
      { ...BOOKED, slot_reserved: "2026-11-24T03:00" },
      { spec: WINDOW },
      "picked_up by request.pickupTo at 2026-11-26T09:00",
    ],
    [GONE, { terms: { legs: LEGS } }, "arrived_hub by bid.legs at 2026-11-30T15:59"],
    [GONE, { terms: { legs: [{ place: "Urumqi", mode: "road" }, ...LEGS.slice(1)] } }, null],
    [GONE, { terms: { legs: LEGS.slice(0, 1) } }, null],
    // The ship brings the goods to the hub.
    [
      GONE,
      { terms: { legs: LEGS.map((leg) => ({ ...leg, mode: "sea" as const })) } },
      "arrived_port by bid.legs at 2026-11-30T15:59",
    ],
    [GONE, DAYS, "delivered by bid.transitDays at 2026-12-08T18:59"],
    [GONE, { ...DAYS, spec: { deliveryTo: "2026-12-05" } }, "delivered by request.deliveryTo at 2026-12-05T15:59"],
    [GONE, { ...DAYS, spec: { deliveryTo: "2026-12-20" } }, "delivered by bid.transitDays at 2026-12-08T18:59"],
    [
      { ...GONE, arrived_hub: "2026-11-29T01:00" },
      { terms: { borderWaitHours: 36 } },
      "crossed_border by bid.borderWaitHours at 2026-11-30T13:00",
    ],
    [
      { ...GONE, arrived_hub: "2026-11-29T01:00" },
      { terms: { borderWaitHours: 36 }, bookedUntil: at("2026-11-30T16:00") },
      "crossed_border by bid.slotWindow at 2026-11-30T16:00",
    ],
    [
      { ...GONE, arrived_hub: "2026-11-29T01:00" },
      { terms: { borderWaitHours: 36 }, bookedUntil: at("2026-11-30T12:00") },
      "crossed_border by bid.borderWaitHours at 2026-11-30T13:00",
    ],
    [{ ...GONE, crossed_border: "2026-12-01T01:00" }, DAYS, "delivered by bid.transitDays at 2026-12-08T18:59"],
    [BOOKED, DAYS, null],
  ] as const)("after %j", (happened, agreement, expected) => {
    expect(said("logistics", happened, agreement)).toBe(expected);
  });
});

const COMPLETE = { documents_requested: "2026-11-24T02:00", documents_complete: "2026-11-25T02:00" };
const FILED = { ...COMPLETE, draft_approved: "2026-11-25T03:00", filed: "2026-11-25T06:00" };
const HOURS = { hoursToFile: 8, hoursToRelease: 24, hoursToReleaseP90: 48 };

const THERE_ON_28TH = { occurredAt: at("2026-11-28T05:00") };

describe("a clearance's next step is due", () => {
  test.each([
    [{}, { startDate: START }, "documents_requested by bid.startDate at 2026-11-24T15:59"],
    [{ documents_requested: "2026-11-24T02:00" }, { startDate: START, ...DAYS, terms: HOURS }, null],
    [COMPLETE, { terms: HOURS }, "filed by bid.hoursToFile at 2026-11-25T10:00"],
    [COMPLETE, DAYS, "released by bid.transitDays at 2026-12-07T15:59"],
    [FILED, { terms: HOURS, ...DAYS }, "released by bid.hoursToReleaseP90 at 2026-11-27T06:00"],
    [FILED, { terms: { hoursToRelease: 24 }, ...DAYS }, "released by bid.hoursToRelease at 2026-11-26T06:00"],
    [FILED, DAYS, "released by bid.transitDays at 2026-12-07T15:59"],
    [FILED, {}, null],
    // Nothing is released before the goods are there; what the hours to file wait for stands in due-start.test.ts.
    [COMPLETE, { terms: HOURS, awaited: { occurredAt: null } }, "filed by bid.hoursToFile at 2026-11-25T10:00"],
    [COMPLETE, { ...DAYS, awaited: { occurredAt: null } }, null],
    [FILED, { terms: HOURS, ...DAYS, awaited: { occurredAt: null } }, null],
    [COMPLETE, { ...DAYS, awaited: THERE_ON_28TH }, "released by bid.transitDays at 2026-12-10T15:59"],
    [FILED, { terms: HOURS, ...DAYS, awaited: THERE_ON_28TH }, "released by bid.hoursToReleaseP90 at 2026-11-30T05:00"],
    [
      FILED,
      { terms: { hoursToRelease: 24 }, awaited: THERE_ON_28TH },
      "released by bid.hoursToRelease at 2026-11-29T05:00",
    ],
    // Goods that were there before their papers wait for them.
    [
      COMPLETE,
      { ...DAYS, awaited: { occurredAt: at("2026-11-20T05:00") } },
      "released by bid.transitDays at 2026-12-07T15:59",
    ],
  ] as const)("after %j by %j", (happened, agreement, expected) => {
    expect(said("customs", happened, agreement)).toBe(expected);
  });
});

test("the hours that an order states are those by which its release is due, and none where days count", () => {
  const stated = (terms: object) => kindOf("customs").promisedHours?.(terms);
  expect(stated(HOURS)).toEqual({ field: "hoursToReleaseP90", hours: 48 });
  expect(stated({ hoursToRelease: 24 })).toEqual({ field: "hoursToRelease", hours: 24 });
  expect(stated({ hoursToFile: 8 })).toBeNull();
});

const WANTED = { date: "2026-11-27", alternativeDate: "2026-11-29" };
const NAMED = { scheduled: "2026-11-24T02:00", inspector_assigned: "2026-11-25T02:00" };
const THERE = { ...NAMED, on_site: "2026-11-27T01:30" };

describe("an inspection's next step is due", () => {
  test.each([
    [{}, { spec: WANTED }, "scheduled by request.date at 2026-11-26T16:00"],
    [{}, { startDate: START }, "scheduled by bid.startDate at 2026-11-24T15:59"],
    [
      {},
      { spec: WANTED, terms: { dateSlots: ["2026-11-30", "2026-11-29"] } },
      "scheduled by request.alternativeDate at 2026-11-28T16:00",
    ],
    [
      {},
      { spec: WANTED, terms: { dateSlots: ["2026-12-02", "2026-12-01"] } },
      "scheduled by bid.dateSlots at 2026-11-30T16:00",
    ],
    [NAMED, { spec: WANTED }, "on_site by request.date at 2026-11-27T15:59"],
    [NAMED, DAYS, null],
    [THERE, DAYS, "report_issued by bid.transitDays at 2026-12-09T15:59"],
    [
      { ...THERE, on_site: "2026-11-28T01:30" },
      { spec: WANTED, ...DAYS },
      "report_issued by bid.transitDays at 2026-12-09T15:59",
    ],
    [
      THERE,
      { spec: WANTED, ...DAYS, terms: { dateSlots: ["2026-11-29"] } },
      "report_issued by bid.transitDays at 2026-12-11T15:59",
    ],
    [THERE, { terms: { reportHours: 24 }, ...DAYS }, "report_issued by bid.reportHours at 2026-11-28T15:59"],
    [
      THERE,
      { terms: { reportHours: 24 }, ...DAYS, siteLeftAt: at("2026-11-27T06:49") },
      "report_issued by bid.reportHours at 2026-11-28T06:49",
    ],
    [THERE, { spec: WANTED }, null],
  ] as const)("after %j", (happened, agreement, expected) => {
    expect(said("inspection", happened, agreement)).toBe(expected);
  });
});

test("a report that is promised in hours is due by them alone, before its visit as after it", () => {
  const reportDue = (happened: Happened, terms: object) => {
    const due = kindOf("inspection").dueTimes?.({
      ...{ ...NOTHING, ...DAYS, spec: WANTED, terms },
      happenedAt: (code) => (happened[code] === undefined ? null : at(happened[code])),
    }).report_issued;
    return due && `${due.field} ${toIso(due.at).slice(0, 16)}`;
  };
  expect(reportDue(NAMED, {})).toBe("transitDays 2026-12-09T15:59");
  expect(reportDue(NAMED, { reportHours: 24 })).toBe("reportHours 2026-11-28T15:59");
  expect(reportDue(THERE, { reportHours: 24 })).toBe("reportHours 2026-11-28T15:59");
});

describe("the visit to goods that are looked at again is due", () => {
  const again = { spec: WANTED, startDate: START, visitAskedAt: at("2026-11-29T02:00") };
  const booked = { scheduled: "2026-11-24T02:00", inspector_assigned: "2026-11-30T02:00" };

  test.each([
    ["by no day of the first one", booked, again, null],
    ["by no days that run from the booking", booked, { ...again, ...DAYS }, null],
    ["by none that run from the first visit", THERE, { ...again, ...DAYS, terms: { reportHours: 24 } }, null],
    [
      "with its report, by hours from the day of the arrival",
      { ...booked, on_site: "2026-12-04T01:00" },
      { ...again, terms: { reportHours: 24 } },
      "report_issued by bid.reportHours at 2026-12-05T15:59",
    ],
    [
      "or by days from the arrival",
      { ...booked, on_site: "2026-12-04T01:00" },
      { ...again, ...DAYS },
      "report_issued by bid.transitDays at 2026-12-16T15:59",
    ],
  ] as const)("%s", (_, happened, agreement, expected) => {
    expect(said("inspection", happened, agreement)).toBe(expected);
  });
});

describe("whatever the service", () => {
  test.each(SERVICES)("%s: nothing is due where nobody promised anything", (service) => {
    const codes = SERVICE_KINDS[service].milestones.map(({ code }) => code);
    for (let done = 0; done < codes.length; done++) {
      const happened = Object.fromEntries(codes.slice(0, done).map((code) => [code, "2026-11-24T02:00"]));
      expect(said(service, happened)).toBeNull();
    }
  });

  test.each(SERVICES)(
    "%s: what was delivered is accepted by the market's rule, and what is over is not due",
    (service) => {
      const autoAcceptAt = instant(at("2026-12-01T00:00"));
      const delivery = SERVICE_KINDS[service].milestones.find((milestone) => "isDelivery" in milestone)?.code;
      const known = orderOf(service, {}, { state: "delivered", autoAcceptAt });
      expect(dueOf(known, NOTHING)).toEqual({ at: autoAcceptAt, source: "rule", field: "auto_accept", code: delivery });
      expect(dueOf({ ...known, disputedSince: autoAcceptAt }, NOTHING)).toBeNull();
      for (const state of ["completed", "cancelled"] as const)
        expect(dueOf({ ...known, state }, { ...NOTHING, ...DAYS, startDate: START })).toBeNull();
    },
  );

  test.each([
    ["a draft that the buyer read for two days", "export", COMPLETE, [["25T04:00", "27T04:00"]], "filed 11-27T12:00"],
    [
      "two rounds of a draft",
      "export",
      COMPLETE,
      [
        ["25T04:00", "25T05:00"],
        ["25T06:00", "25T09:00"],
      ],
      "filed 11-25T17:00",
    ],
    [
      "drafts that lay there at once",
      "export",
      COMPLETE,
      [
        ["25T04:00", "25T07:00"],
        ["25T05:00", "25T08:00"],
      ],
      "filed 11-25T16:00",
    ],
    [
      "a draft from before the papers were complete",
      "export",
      COMPLETE,
      [["24T22:00", "25T03:00"]],
      "filed 11-25T11:00",
    ],
    ["a draft that came too late and is back", "export", COMPLETE, [["25T12:00", "27T12:00"]], "filed 11-27T20:00"],
    ["a draft that lies there still", "export", COMPLETE, [["25T04:00", null]], null],
    ["a draft of the other side", "both", COMPLETE, [["25T04:00", "27T04:00", "import"]], "filed 11-25T10:00"],
    [
      "a draft of the other side after the filing",
      "both",
      FILED,
      [["25T08:00", "26T08:00", "import"]],
      "released 11-28T06:00",
    ],
    ["a draft before the filing", "export", FILED, [["25T02:30", "25T03:00"]], "released 11-27T06:00"],
  ] as const)("with %s of %s", (_, side, happened, times, expected) => {
    const day = (text: string | null) => (text === null ? null : at(`2026-11-${text}`));
    const withBuyer = times.map(([from, to, of = "export"]) => ({
      side: of,
      from: at(`2026-11-${from}`),
      to: day(to),
    }));
    const due = dueOf(orderOf("customs", happened), { ...NOTHING, spec: { side }, terms: HOURS, withBuyer });
    expect(due && `${due.code} ${toIso(due.at).slice(5, 16)}`).toBe(expected);
  });

  test("a promise of days stands still while a draft lies with the buyer, to the end of a day", () => {
    const withBuyer = [{ side: "export", from: at("2026-11-25T04:00"), to: at("2026-11-27T05:00") }];
    const agreement = { ...DAYS, withBuyer };
    expect(said("customs", COMPLETE, agreement)).toBe("released by bid.transitDays at 2026-12-10T15:59");
    expect(said("customs", COMPLETE, DAYS)).toBe("released by bid.transitDays at 2026-12-07T15:59");
  });

  test.each([
    ["a question", [["25T08:00", "26T08:00", true]], { ms: 24 * HOUR_MS, by: "question" }],
    ["a draft of the other side", [["25T08:00", "25T09:00", false]], { ms: HOUR_MS, by: "draft" }],
    [
      "both",
      [
        ["25T08:00", "25T09:00", false],
        ["25T10:00", "25T12:00", true],
      ],
      { ms: 3 * HOUR_MS, by: "both" },
    ],
    ["nothing that came before", [["25T02:30", "25T03:00", false]], undefined],
  ] as const)("a due time says by how much it moved, by %s", (_, times, stood) => {
    const withBuyer = times.map(([from, to, isQuestion]) => ({
      ...{ side: "import", from: at(`2026-11-${from}`), to: at(`2026-11-${to}`) },
      ...(isQuestion && { isQuestion }),
    }));
    const due = dueOf(orderOf("customs", FILED), { ...NOTHING, spec: { side: "both" }, terms: HOURS, withBuyer });
    expect(due?.stood).toEqual(stood);
  });

  test("a time has passed from its very moment on", () => {
    const due = { at: at("2026-11-24T02:00") };
    expect(isOverdue(due, instant(due.at - 1))).toBe(false);
    expect(isOverdue(due, due.at)).toBe(true);
    expect(isOverdue(null, due.at)).toBe(false);
  });

  test("the words of the market's own rule are there", () => {
    expect(en.due.rule.auto_accept).not.toBe("");
  });
});

describe("what an order waits for now", () => {
  const order = orderOf("customs", {});
  const task = { side: "buyer", code: "clearance.answer" } as const;
  const promised = { ...NOTHING, terms: { hoursToFile: 8 } };

  test("is due by the time that was set for what a room asks, and else by that of its step", () => {
    const by = at("2026-11-25T00:00");
    expect(dueNow(order, promised, { ...task, by })).toMatchObject({
      at: by,
      source: "task",
      field: "clearance.answer",
    });
    expect(dueNow(order, promised, { ...task, by: null })).toEqual(dueOf(order, promised));
    expect(dueNow(order, promised, null)).toEqual(dueOf(order, promised));
  });

  test("is due by no time of the broker while a draft lies with the buyer", () => {
    const drafted = orderOf("customs", COMPLETE);
    expect(dueNow(drafted, promised, { side: "buyer", code: "clearance.approve", by: null })).toBeNull();
    expect(dueNow(drafted, promised, { side: "provider", code: "clearance.revise", by: null })).not.toBeNull();
  });

  test("stays due by what was promised while the buyer is asked about another hub", () => {
    const waiting = orderOf("logistics", { ...GONE, arrived_hub: "2026-11-29T01:00" });
    const agreed = { ...NOTHING, terms: { borderWaitHours: 36 } };
    const asked = { side: "buyer", code: "reroute.answer", by: null } as const;
    expect(dueNow(waiting, agreed, null)).not.toBeNull();
    expect(dueNow(waiting, agreed, asked)).toEqual(dueNow(waiting, agreed, null));
  });

  test("is due by the time of its dispute while one runs, and not by that of a step that stands still", () => {
    const by = at("2026-12-25T00:00");
    const late = orderOf("customs", COMPLETE, { disputedSince: by });
    expect(dueOf(late, promised)).toMatchObject({ source: "bid" });
    expect(dueNow(late, promised, { who: "parties", what: "evidence", by })).toMatchObject({
      ...{ at: by, source: "dispute", field: "evidence" },
    });
  });

  test("is not due by the first promise once the buyer wants the delivery changed", () => {
    expect(dueOf(orderOf("customs", COMPLETE), promised)).not.toBeNull();
    expect(dueOf(orderOf("customs", COMPLETE, { state: "changes_requested" }), promised)).toBeNull();
  });

  test("has words for every step of a dispute", () => {
    for (const what of DISPUTE_STEPS)
      for (const said of [en.due.dispute, en.turn.dispute, en.turn.disputeNext, zh.due.dispute, zh.turn.dispute])
        expect(said[what]).not.toBe("");
  });
});
