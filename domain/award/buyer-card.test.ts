import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant } from "../shared/time";
import { buyerCardOf, type EndedRequest } from "./buyer-card";

const ended = (end: EndedRequest["end"], hours: number | null, more: Partial<EndedRequest> = {}): EndedRequest => ({
  end,
  closedAt: instant(DAY_MS),
  decidedAt: hours === null ? null : instant(DAY_MS + hours * HOUR_MS),
  firstDecideBy: instant(3 * DAY_MS),
  ...more,
});

test("a market computed by hand: two awards, a rejection, one decided late, one given up, two undecided", () => {
  const card = buyerCardOf([
    ended("awarded", 2),
    ended("awarded", 30),
    ended("rejected", 10),
    ended("awarded", 60),
    ended("cancelled", null),
    ended("no_decision", null),
    ended("no_decision", null),
  ]);
  expect(card).toEqual({
    closedCount: 7,
    cancelledCount: 1,
    // 60 hours are beyond the two days that bidders had read: it was decided after an extension.
    inTimeCount: 3,
    undecidedCount: 2,
    ghostingBps: 2_857,
    medianHours: 20,
  });
});

test("in time is before the time that bidders had read, not at it; of as many decisions the median is the mean of the middle two", () => {
  expect(buyerCardOf([ended("awarded", 48)]).inTimeCount).toBe(0);
  expect(buyerCardOf([ended("awarded", 47)]).inTimeCount).toBe(1);
  expect(buyerCardOf([ended("awarded", 2), ended("awarded", 30), ended("rejected", 10)]).medianHours).toBe(10);
});

test("a new buyer has no rate and no median", () => {
  expect(buyerCardOf([])).toMatchObject({ closedCount: 0, ghostingBps: null, medianHours: null });
});

test("the ghosting rate rises with each undecided request, and giving up does not lower it below deciding", () => {
  const kinds = fc.constantFrom<EndedRequest["end"]>("awarded", "rejected", "cancelled", "no_decision");
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 30 }), (ends) => {
      const all = ends.map((end) => ended(end, end === "awarded" || end === "rejected" ? 5 : null));
      const rate = (more: readonly EndedRequest[]) => buyerCardOf([...all, ...more]).ghostingBps ?? 0;
      expect(rate([ended("no_decision", null)])).toBeGreaterThanOrEqual(rate([]));
      expect(rate([ended("cancelled", null)])).toBe(rate([ended("awarded", 5)]));
    }),
  );
});
