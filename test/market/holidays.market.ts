import { expect, test } from "vitest";
import { isHoliday } from "../../demo/plan/holidays";
import { DAY_MS, instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
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
