import { expect, test } from "vitest";
import { dayOf } from "../../domain/shared/local-date";
import { instant } from "../../domain/shared/instant";
import { ask, line } from "./built-market";

// The registration checks of providers in the built market.

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
