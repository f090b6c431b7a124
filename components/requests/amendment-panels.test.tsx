import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { instant } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { drawn } from "@/test/drawn";
import { ConfirmPanel } from "./amendment-panels";

// Times of the current year bear none.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse("2026-11-26"), toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

const PANEL = {
  closesAt: instant(Date.parse("2026-11-29T10:00:00Z")),
  zone: "Asia/Shanghai",
  since: [
    {
      number: 2,
      reason: "More goods",
      changes: [{ path: "spec.equipmentCount", label: "How many", before: "", after: "3" }],
    },
  ],
  before: money(1_850_000n, "CNY"),
  after: { total: money(5_550_000n, "CNY"), because: "quantities" as const },
  problem: null,
  here: "/en/requests/r",
  mayAct: true,
};

function draw(changes: Partial<Parameters<typeof ConfirmPanel>[0]> = {}, locale = "en"): string {
  const html = drawn(
    <ConfirmPanel {...PANEL} {...changes}>
      <button type="submit">Confirm</button>
    </ConfirmPanel>,
    { locale, rooms: ["requests", "ui"] },
  );
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ");
}

test("a stale bid's panel says until when, what changed, and the old and the new total", () => {
  const text = draw();
  expect(text).toContain("29 Nov 18:00 GMT+8");
  expect(text).toContain("How many");
  expect(text).toMatch(/CNY 18,500\.00 → CNY 55,500\.00/);
  expect(text).toContain("Revise it");
  expect(draw({}, "zh-CN")).toContain("单价不变");
});

test("where the total stays it says so, and where the bid cannot be confirmed, why", () => {
  expect(draw({ after: { total: PANEL.before, because: "rates" } })).toContain("stays the same");
  expect(draw({ after: null, problem: "Too short." })).toContain("Too short.");
});

test("a total that differs by the rate of the day alone is not said to be of other quantities", () => {
  const after = { total: money(1_850_017n, "CNY"), because: "rates" } as const;
  expect(draw({ after })).toContain("today’s exchange rate");
  expect(draw({ after })).not.toContain("changed quantities");
  expect(draw({ after }, "zh-CN")).toContain("单价和数量均不变；外币部分改按今日汇率折算");
  expect(draw({ after: { ...after, because: "both" } })).toContain("changed quantities, at today’s exchange rate");
});

test("who may not act for the organisation is shown no way to", () => {
  expect(draw({ mayAct: false })).not.toMatch(/Confirm |Revise it|Withdraw it/);
});
