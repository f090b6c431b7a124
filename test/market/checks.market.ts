import { expect, test } from "vitest";
import { addDays, dayOf, instant, type LocalDate } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

// The registration checks of providers in the built market.

test("the clock has told each of them of the end of its check in time, and those alone that were not renewed of the lapse", () => {
  const told = ask<{ ends: string; expires: string; at: number }>(
    'select n."end" as ends, c.expires_on as expires, n.at as at from check_end_notices n join organisation_checks c on c.id = n.check_id',
  );
  const lapsed = told.filter(({ ends }) => ends === "lapsed");
  line(`ends of checks told ${told.length}, of them lapses ${lapsed.length}`);
  expect(lapsed.length).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(lapsed.length);
  const days: Readonly<Record<string, number>> = { ending: -30, week: -7, day: -1, lapsed: 1 };
  for (const { ends, expires, at } of told)
    expect(dayOf(instant(at))).toBe(addDays(expires as LocalDate, days[ends] ?? Number.NaN));
});

test("providers were looked up on days of their own, and of the checks that have ended all but two were renewed: those of the two have little work, and some are to end within the month", () => {
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
  const soon = last.filter(({ expires }) => expires >= today && expires <= addDays(today, 30));
  const orders = ask<{ by: string; count: number }>(
    "select provider_organisation_id as by, count(*) as count from orders where service = 'logistics' group by 1",
  );
  const all = orders.reduce((sum, { count }) => sum + count, 0);
  const ofLapsed = orders.filter(({ by }) => lapsed.some(({ organisation }) => organisation === by));
  const lapsedShare = share(Math.max(0, ...ofLapsed.map(({ count }) => count)), all);
  line(`checks that end within 30 days ${soon.length}; carriage by who has lapsed ${percent(lapsedShare)} at most`);
  expect(soon.length).toBeGreaterThan(0);
  expect(soon.length).toBeLessThanOrEqual(5);
  expect(lapsedShare).toBeLessThan(0.03);
  expect(checks.length - last.length).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(3);
  expect(months.size).toBeGreaterThan(9);
});
