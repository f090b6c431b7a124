import { expect, test } from "vitest";
import { isHoliday } from "../../demo/plan/holidays";
import { DAY_MS, dayOf, instant } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

// China's holidays in the built market: its desks rest.

const isOff = ({ at }: { readonly at: number }): boolean => isHoliday(dayOf(instant(at)));

const deals = ask<{ at: number }>("select created_at as at from deals");
/** The stories that are told of today take steps of their own. */
const YEAR_ENDS = Math.max(...deals.map(({ at }) => at)) - 45 * DAY_MS;

test("no deal of the year is posted in a holiday", () => {
  const ofYear = deals.filter(({ at }) => at < YEAR_ENDS);
  const off = ofYear.filter(isOff);
  line(`deals that were posted in holidays: ${off.length} of ${ofYear.length}`);
  expect(ofYear.length).toBeGreaterThan(300);
  expect(off.length).toBeLessThanOrEqual(ofYear.length * 0.005);
});

test("China's brokers and inspectors rest in holidays", () => {
  const steps = ask<{ at: number }>(`select m.occurred_at as at from order_milestones m
    join orders o on o.id = m.order_id join requests r on r.id = o.request_id
    where m.occurred_at is not null and (o.service = 'inspection' and m.code = 'report_issued' and o.corridor like 'CN-%'
      or o.service = 'customs' and m.code in ('documents_complete', 'filed')
        and o.corridor like case when json_extract(r.spec, '$.side') = 'import' then '%-CN' else 'CN-%' end)`).filter(
    ({ at }) => at < YEAR_ENDS,
  );
  const off = steps.filter(isOff);
  line(`files and reports in holidays: ${off.length} of ${steps.length}, ${percent(share(off.length, steps.length))}`);
  expect(steps.length).toBeGreaterThan(300);
  expect(share(off.length, steps.length)).toBeLessThan(0.005);
});

/** By hand, from the State Council's notice for 2026 and from the calendars of Russia and Kazakhstan: working days of elsewhere. */
const SHUT = {
  CN: [
    ...["2026-01-01", "2026-01-02", "2026-02-16", "2026-02-23", "2026-04-06", "2026-05-04", "2026-06-19"],
    ...["2026-09-25", "2026-10-01", "2026-10-07", "2026-02-14", "2026-02-28", "2026-05-09", "2026-10-10"],
  ],
  RU: ["2026-01-05", "2026-01-09", "2026-02-23", "2026-03-09", "2026-05-11", "2026-06-12", "2026-11-04"],
  KZ: ["2026-03-09", "2026-03-24", "2026-05-07", "2026-07-06", "2026-10-26"],
  VN: ["2026-01-02", "2026-04-27", "2026-04-30", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24"],
};
const dayIn = (column: string) => `date(${column} / 1000, 'unixepoch', '+8 hours')`;

test("no rate is published or locked, and no money moves, while banks in China are shut", () => {
  const acts = ask<{ day: string }>(`select day from exchange_rates where source = 'demo estimate'
    union all select ${dayIn("locked_at")} from rate_locks
    union all select ${dayIn("m.occurred_at")} from order_milestones m join orders o on o.id = m.order_id
      where o.service = 'payment' and m.occurred_at is not null and m.occurred_at < ${YEAR_ENDS}`);
  const shut = acts.filter(({ day }) => SHUT.CN.includes(day));
  line(`rates, locks and steps of payments: ${acts.length}, while banks in China are shut: ${shut.length}`);
  expect(acts.length).toBeGreaterThan(3_000);
  expect(shut).toEqual([]);
});

test("no money comes to Russia, Kazakhstan or Vietnam while its banks are shut", () => {
  const told = (["RU", "KZ", "VN"] as const).flatMap((country) => {
    const days = ask<{ day: string }>(`select ${dayIn("m.occurred_at")} as day from order_milestones m
      join orders o on o.id = m.order_id where o.service = 'payment' and m.code = 'received_by_payee'
      and m.occurred_at is not null and o.corridor like '${country}-%'`);
    line(`payments to ${country}: ${days.length}`);
    return days.map(({ day }) => ({ country, isShut: SHUT[country].includes(day) }));
  });
  // Of one country alone a year may have few.
  expect(told.length).toBeGreaterThan(40);
  expect(told.filter(({ isShut }) => isShut)).toEqual([]);
});
