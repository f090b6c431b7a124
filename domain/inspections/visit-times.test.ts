import { expect, test } from "vitest";
import { goodsDayOf } from "../services/inspection/due";
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
  const checked = checkAgreedDay(DAY, { due, isConfirmed, zone: "Asia/Shanghai", lastPickUpDay: null });
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(said);
});

test.each([
  ["2026-03-09", "2026-03-09"],
  ["2026-03-10", "none"],
  [null, "none"],
])("who books a visit too late, of goods that are fetched by %s, is told of a pick-up: %s", (lastPickUpDay, pickUp) => {
  const of = { due: later(atStart, -1), isConfirmed: false, zone: "Asia/Shanghai" };
  expect(checkAgreedDay(DAY, { ...of, lastPickUpDay: lastPickUpDay as LocalDate | null })).toMatchObject({
    refusal: { details: { day: "2026-03-09", pickUp } },
  });
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

test.each([
  ["before goods that are ready", "2026-03-11", null, {}, "visit_before_goods"],
  ["before goods, and before the agreed day", "2026-03-11", later(atStart, DAY_MS), {}, "visit_before_goods"],
  ["on the agreed day, before goods", "2026-03-11", atStart, {}, "ok"],
  ["on the day of the goods", "2026-03-10", null, {}, "ok"],
  ["before goods by the provider's word", "2026-03-11", null, { isConfirmed: true }, "ok"],
  ["where no goods are waited for", null, null, {}, "ok"],
])("a first visit is booked %s", (_, goodsDay, due, more, said) => {
  const of = { due, zone: "Asia/Shanghai", isConfirmed: false, isWatched: true, ...more };
  const checked = checkGoodsDay(DAY, { ...of, goodsDay: goodsDay as LocalDate | null });
  expect(checked).toMatchObject(
    said === "ok" ? { ok: true } : { refusal: { code: said, details: { day: goodsDay, because: "loading" } } },
  );
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
  ["initial_production", null],
  ["during_production", null],
  ["pre_shipment", DAYS.readyDate],
  ["container_loading", DAYS.leaveDay],
  ["factory_audit", null],
  ["lab_test", null],
  ["defect_sorting", DAYS.readyDate],
  ["border_reinspection", DAYS.readyDate],
] as const)("a visit of type %s finds its goods from %s on", (type, day) => {
  expect(goodsDayOf(type, DAYS)).toBe(day);
});
