import { expect, test } from "vitest";
import { goodsDayOf, visitOf } from "../services/inspection/due";
import { DAY_MS, instant, later, type LocalDate, MINUTE_MS } from "../shared/time";
import { startOfDay } from "../shared/zones";
import { checkAgreedDay, checkGoodsDay, dayToBook, keptUntil, minutesOfVisit } from "./visit-times";

const CAME = instant(1_795_000_000_000);

test.each([
  ["has not begun", null, null, null],
  ["has not ended", CAME, null, null],
  ["lasted two hours and a half", CAME, later(CAME, 150 * MINUTE_MS), 150],
  ["lasted some seconds less than two hours", CAME, later(CAME, 120 * MINUTE_MS - 1), 119],
])("a visit that %s has its whole minutes on site", (_, checkedInAt, checkedOutAt, minutes) => {
  expect(minutesOfVisit({ checkedInAt, checkedOutAt })).toBe(minutes);
});

const DAY = "2026-03-10" as LocalDate;
const atStart = startOfDay(DAY);
const WEEK_MS = 7 * DAY_MS;

test.each([
  ["where no day was agreed", null, false, "ok"],
  ["within the agreed day", later(atStart, DAY_MS - 1), false, "ok"],
  ["after the agreed day", later(atStart, -1), false, "visit_after_due"],
  ["after the agreed day by the provider's word", later(atStart, -1), true, "ok"],
])("a visit is booked %s", (_, due, isConfirmed, said) => {
  const checked = checkAgreedDay(DAY, {
    due,
    isConfirmed,
    zone: "Asia/Shanghai",
    loadingDay: null,
    lastPickUpDay: null,
  });
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(said);
});

test.each([
  ["2026-03-09", "2026-03-09"],
  ["2026-03-10", "none"],
  [null, "none"],
])("who books a visit too late, of goods that are fetched by %s, is told of a pick-up: %s", (lastPickUpDay, pickUp) => {
  const of = { due: later(atStart, -1), isConfirmed: false, zone: "Asia/Shanghai", loadingDay: null };
  expect(checkAgreedDay(DAY, { ...of, lastPickUpDay: lastPickUpDay as LocalDate | null })).toMatchObject({
    refusal: { details: { day: "2026-03-09", pickUp } },
  });
});

test.each([
  ["2026-03-10", "ok"],
  ["2026-03-09", "visit_after_due"],
])("a loading on %s that is watched on 10 March, though the 9th was offered, is %s", (loadingDay, said) => {
  const of = { due: later(atStart, -1), isConfirmed: false, zone: "Asia/Shanghai", lastPickUpDay: null };
  const checked = checkAgreedDay(DAY, { ...of, loadingDay: loadingDay as LocalDate });
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(said);
});

test("a visit's page is kept until the day after the planned one is over", () => {
  expect(keptUntil(DAY, atStart, WEEK_MS)).toBe(later(atStart, 2 * DAY_MS));
  expect(keptUntil(DAY, later(atStart, -3 * DAY_MS), WEEK_MS)).toBe(later(atStart, 2 * DAY_MS));
});

test("a visit that is late still has a day", () => {
  const late = later(atStart, 30 * DAY_MS);
  expect(keptUntil(DAY, late, WEEK_MS)).toBe(later(late, DAY_MS));
});

test("no copy outlives a sign-in that is not used", () => {
  const early = later(atStart, -40 * DAY_MS);
  expect(keptUntil(DAY, early, WEEK_MS)).toBe(later(early, WEEK_MS));
});

const BEFORE = { goodsDay: "2026-03-12", due: null, isWatched: false };
const dueOn = (days: number) => later(atStart, (days + 1) * DAY_MS - 1);

test.each([
  ["on the agreed day, before goods", { due: dueOn(0) }],
  ["on the day of the goods", { goodsDay: DAY }],
  ["on the day of the goods, before the agreed one", { goodsDay: DAY, due: dueOn(2) }],
  ["before goods by the provider's word", { isConfirmed: true }],
  ["where no goods are waited for", { goodsDay: null, due: dueOn(2), isWatched: true }],
  ["on the day of a loading, after the agreed one", { goodsDay: DAY, due: dueOn(-2), isWatched: true }],
])("a first visit is booked %s", (_, more) => {
  const of = { ...BEFORE, zone: "Asia/Shanghai", isConfirmed: false, ...more };
  expect(checkGoodsDay(DAY, { ...of, goodsDay: of.goodsDay as LocalDate | null })).toMatchObject({ ok: true });
});

test.each([
  [BEFORE, ["2026-03-12", "ready", "later", "none"]],
  [{ ...BEFORE, due: dueOn(1) }, ["2026-03-12", "ready", "agreed", "2026-03-11"]],
  [{ ...BEFORE, due: dueOn(4) }, ["2026-03-12", "ready", "until", "2026-03-14"]],
  [{ ...BEFORE, isWatched: true }, ["2026-03-12", "pick_up", "later", "none"]],
  [{ ...BEFORE, isWatched: true, due: dueOn(2) }, ["2026-03-12", "loading", "agreed", "2026-03-12"]],
  // Agreed for a day on which nothing is loaded yet.
  [{ ...BEFORE, isWatched: true, due: dueOn(0) }, ["2026-03-12", "pick_up", "that", "2026-03-10"]],
  [{ ...BEFORE, isWatched: true, due: dueOn(4) }, ["2026-03-14", "loading", "agreed", "2026-03-14"]],
  // Pick-ups have begun by the day of the visit, the loading that is watched has not.
  [{ goodsDay: DAY, isWatched: true, due: dueOn(2) }, ["2026-03-12", "loading", "agreed", "2026-03-12"]],
])("a first visit before %o names the goods' day and one to book that is not past the agreed one", (of, said) => {
  const checked = checkGoodsDay(DAY, {
    ...{ ...of, zone: "Asia/Shanghai", isConfirmed: false },
    goodsDay: of.goodsDay as LocalDate,
  });
  const [day, because, book, agreed] = said;
  expect(checked).toMatchObject({ refusal: { code: "visit_before_goods", details: { day, because, book, agreed } } });
});

test.each([
  [null, "2026-03-11"],
  ["2026-03-09", "2026-03-11"],
  ["2026-03-10", "2026-03-10"],
  ["2026-04-02", "2026-04-02"],
])("a booking on 10 March of a visit agreed for %s begins with %s", (agreed, day) => {
  expect(dayToBook(agreed as LocalDate | null, DAY)).toBe(day);
});

const DAYS = { readyDate: "2026-03-10", leaveDay: "2026-03-12" } as Parameters<typeof goodsDayOf>[1];

test.each([
  ["initial_production", {}, null],
  ["during_production", {}, null],
  ["pre_shipment", {}, DAYS.readyDate],
  ["pre_shipment", { loadingDate: "2026-03-14" }, DAYS.readyDate],
  ["container_loading", {}, DAYS.leaveDay],
  ["container_loading", { loadingDate: "2026-03-14" }, "2026-03-14"],
  ["container_loading", { loadingDate: "2026-03-14", isVisitEarly: true }, "2026-03-09"],
  ["factory_audit", {}, null],
  ["lab_test", {}, null],
  ["defect_sorting", {}, DAYS.readyDate],
  ["border_reinspection", {}, DAYS.readyDate],
] as const)("a visit of type %s with %j, wanted on 9 March, finds its goods from %s on", (type, more, day) => {
  const spec = { type, date: "2026-03-09", ...more } as Parameters<typeof goodsDayOf>[0];
  expect(goodsDayOf(spec, DAYS)).toBe(day);
});

const visitDay = (spec: object, dateSlots?: string[]) =>
  visitOf({ spec, terms: { dateSlots } } as unknown as Parameters<typeof visitOf>[0]);

test.each([
  ["container_loading", {}, "2026-03-10", "dateSlots"],
  ["container_loading", { loadingDate: "2026-03-14" }, "2026-03-14", "loadingDate"],
  ["container_loading", { loadingDate: "2026-03-09" }, "2026-03-10", "dateSlots"],
  ["container_loading", { loadingDate: "2026-03-14", isVisitEarly: true }, "2026-03-10", "dateSlots"],
  ["pre_shipment", { loadingDate: "2026-03-14" }, "2026-03-10", "dateSlots"],
])("a visit of type %s with %j that is offered for 10 March is agreed for %s, by %s", (type, more, day, field) => {
  expect(visitDay({ type, date: "2026-03-08", ...more }, ["2026-03-10"])).toMatchObject({ day, field });
});
