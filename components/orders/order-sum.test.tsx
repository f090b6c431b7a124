import { expect, test } from "vitest";
import type { OrderPage } from "@/domain/orders/order-view";
import { sumDue } from "@/domain/orders/dispute-ruling";
import { instant } from "@/domain/shared/instant";
import { LOCALES } from "@/domain/shared/locale";
import { money, zero } from "@/domain/shared/money";
import { drawn } from "@/test/drawn";
import { OrderSum } from "./order-sum";

const cny = (minor: bigint) => money(minor, "CNY");
const NONE = { extras: zero("CNY"), reinspections: zero("CNY"), waiting: zero("CNY"), rulings: [] };

const draw = (order: object, locale = "en") =>
  drawn(<OrderSum order={order as OrderPage} zone="Asia/Shanghai" disputeHref={null} />, {
    locale,
    rooms: ["orders", "ui"],
  });

test.each(LOCALES)(
  "in %s a re-inspection is a line of its own with its visit and price, and is in the sum",
  (locale) => {
    const visit = { visit: 2, amount: cny(168_000n), checkedInAt: instant(Date.UTC(2026, 10, 25)) };
    const due = sumDue({ ...NONE, contract: cny(1_000_000n), reinspections: visit.amount });
    const page = draw({ line: "in_progress", sumDue: due, visitCharges: [visit] }, locale);
    expect(page).toMatch(/(visit 2|第 2 次验货).*1,680\.00.*11,680\.00/s);
  },
);

test("an order that comes to its contract price has no sum beside it", () => {
  expect(draw({ line: "in_progress", sumDue: sumDue({ ...NONE, contract: cny(1n) }), visitCharges: [] })).toBe("");
});
