import { expect, test } from "vitest";
import { addDays, dayOf, instant, type LocalDate } from "../../domain/shared/time";
import { ask, line } from "./built-market";

// The registration checks of providers in the built market.

test("the clock has told each of them of the end of its check in time, and those alone that were not renewed of the lapse", () => {
  const told = ask<{ ends: string; expires: string; at: number }>(
    'select n."end" as ends, c.expires_on as expires, n.at as at from check_end_notices n join organisation_checks c on c.id = n.check_id',
  );
  const lapsed = told.filter(({ ends }) => ends === "lapsed");
  line(`ends of checks told ${told.length}, of them lapses ${lapsed.length}`);
  expect(lapsed.length).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(lapsed.length);
  for (const { ends, expires, at } of told)
    expect(dayOf(instant(at))).toBe(addDays(expires as LocalDate, ends === "lapsed" ? 1 : -30));
});

test("providers were looked up on days of their own, and of the checks that have ended all but two were renewed", () => {
  const checks = ask<{ organisation: string; at: number; expires: string }>(
    "select organisation_id as organisation, checked_at as at, expires_on as expires from organisation_checks order by checked_at",
  );
  const newest = ask<{ at: number }>("select max(entered_at) as at from exchange_rates")[0]?.at ?? 0;
  const today = dayOf(instant(newest));
  const last = [...new Map(checks.map((one) => [one.organisation, one])).values()];
  const lapsed = last.filter(({ expires }) => expires < today);
  const most = Math.max(...[...Map.groupBy(checks, ({ expires }) => expires).values()].map(({ length }) => length));
  const months = new Set(last.map(({ expires }) => expires.slice(0, 7)));
  line(
    `checks ${checks.length} of ${last.length} providers, lapsed ${lapsed.length}, ending on one day ${most} at most`,
  );
  expect(last.length).toBeGreaterThan(50);
  expect(lapsed.length).toBeGreaterThan(0);
  expect(lapsed.length).toBeLessThanOrEqual(2);
  expect(checks.length - last.length).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(3);
  expect(months.size).toBeGreaterThan(9);
});
