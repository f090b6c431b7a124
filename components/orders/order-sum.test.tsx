import { expect, test } from "vitest";
import type { OrderPage } from "@/views/orders";
import { type PaidTaxes, sharesOf, sumDue } from "@/domain/orders/dispute-ruling";
import { instant, type LocalDate } from "@/domain/shared/time";
import { money, zero } from "@/domain/shared/money";
import { drawn } from "@/test/drawn";
import { OrderSum } from "./order-sum";
import { PLAYED_LOCALES } from "@/test/played-locales";

const cny = (minor: bigint) => money(minor, "CNY");
const NONE = { extras: zero("CNY"), reinspections: zero("CNY"), waiting: zero("CNY"), taxes: null, rulings: [] };

const draw = (order: object, locale = "en") =>
  drawn(
    <OrderSum
      order={{ rulings: [], openCharge: null, ...order } as unknown as OrderPage}
      zone="Asia/Shanghai"
      disputeHref={null}
    />,
    {
      locale,
      rooms: ["orders", "ui", "bidding", "services"],
    },
  );

test.each(PLAYED_LOCALES)(
  "in %s a re-inspection is a line of its own with its visit and price, and is in the sum",
  (locale) => {
    const visit = { round: 2, amount: cny(168_000n), checkedInAt: instant(Date.UTC(2026, 10, 25)) };
    const due = sumDue({ ...NONE, contract: cny(1_000_000n), reinspections: visit.amount });
    const page = draw({ line: "in_progress", sumDue: due, visitCharges: [visit] }, locale);
    expect(page).toMatch(/(visit 2|第 2 次验货).*1,680\.00.*11,680\.00/s);
  },
);

const VND_RATE = {
  ...({ base: "CNY", quote: "VND", rate: "3650" } as const),
  ...{ day: "2026-11-20" as LocalDate, source: "State bank" },
};
const TAXES = {
  ...{ estimated: cny(7_621_798n), paid: [money(272_958_826n, "VND")], converted: cny(7_478_324n) },
  ...{ rates: [VND_RATE], day: "2026-11-20" as LocalDate, paidBy: "provider" as const },
};
const cleared = (more: Partial<PaidTaxes>) =>
  sumDue({ ...NONE, contract: cny(7_666_998n), taxes: { ...TAXES, ...more } });
const drawCleared = (more: Parameters<typeof cleared>[0], locale = "en") =>
  draw({ line: "completed", sumDue: cleared(more), visitCharges: [] }, locale);

test.each(PLAYED_LOCALES)(
  "in %s taxes by receipt stand in place of the estimate, with the difference and the rate",
  (locale) => {
    const page = drawCleared({}, locale);
    expect(page).toMatch(/76,669\.98.*-76,217\.98.*74,783\.24.*75,235\.24/s);
    expect(page).toMatch(/272,958,826.*1,434\.74.*1 CNY = 3650 VND/s);
  },
);

test("taxes that the buyer paid from its own account are no debt to the provider", () => {
  expect(drawCleared({ paidBy: "buyer" })).toMatch(/74,783\.24.*own account with customs.*-74,783\.24.*452\.00/s);
});

test("taxes that the contract price holds none of are not taken out of it", () => {
  const page = drawCleared({ estimated: zero("CNY"), paidBy: "buyer" });
  expect(page).toMatch(/76,669\.98.*74,783\.24.*-74,783\.24.*76,669\.98.*holds none of it/s);
  expect(page).not.toContain("taken out");
});

test("taxes in a currency that no rate is known of leave the estimate, and the page says why", () => {
  const page = drawCleared({ converted: null, rates: [] });
  expect(page).toMatch(/No rate of the day of the contract/);
  expect(page).not.toMatch(/-76,217\.98/);
});

test.each(PLAYED_LOCALES)(
  "in %s a charge that was in dispute is a line of its own, with what of it its ruling leaves due",
  (locale) => {
    const inDispute = cny(65_000n);
    const ruling = {
      ...{ disputeId: "d", at: instant(Date.UTC(2026, 10, 25)), isAgreed: true, about: "charge" as const },
      ...{ inDispute, shareBps: 4_000, ...sharesOf(inDispute, 4_000) },
    };
    const due = sumDue({ ...NONE, contract: cny(1_000_000n), rulings: [ruling] });
    const page = draw({ line: "accepted", sumDue: due, rulings: due.rulings, visitCharges: [] }, locale);
    expect(page).toMatch(/10,000\.00.*650\.00.*650\.00.*40.*260\.00.*390\.00.*-390\.00.*10,260\.00/s);
  },
);

test("an order that comes to its contract price has no sum beside it", () => {
  expect(draw({ line: "in_progress", sumDue: sumDue({ ...NONE, contract: cny(1n) }), visitCharges: [] })).toBe("");
});

test.each([
  ["en", false, "a charge of ¥650.00 on top of the contract price. It is not in the total, and not payable"],
  ["zh-CN", false, "合同价之外的收费 ¥650.00，未计入应付合计，争议结束前无须支付。"],
  ["en", true, "what is left of a charge of ¥650.00. It is in the total, and not payable"],
  ["zh-CN", true, "争议收费余额 ¥650.00，已计入应付合计，争议结束前无须支付。"],
] as const)("in %s a charge in dispute stands on the bill, in its total: %s", (locale, isInTotal, words) => {
  const since = instant(Date.UTC(2026, 10, 25));
  const openCharge = { disputeId: "d", about: "charge", amount: cny(65_000n), since, isInTotal };
  const order = { line: "delivered", sumDue: sumDue({ ...NONE, contract: cny(1_000_000n) }), visitCharges: [] };
  const page = draw({ ...order, openCharge }, locale).replaceAll(/<[^>]*>/g, "");
  expect(page).toContain(words);
  expect(page).toContain("10,000.00");
});

test("a charge that was divided twice is one line, with what each dispute has left of it", () => {
  const ruling = (disputeId: string, minor: bigint, more: object = {}) => ({
    ...{ disputeId, at: instant(1), isAgreed: true, about: "charge" as const, inDispute: cny(minor), shareBps: 6_000 },
    ...{ ...sharesOf(cny(minor), 6_000), ...more },
  });
  const due = sumDue({
    ...{ ...NONE, contract: cny(100_000n) },
    rulings: [ruling("a", 65_000n), ruling("b", 39_000n, { earlier: "a" })],
  });
  expect(due).toMatchObject({ disputedCharges: cny(65_000n), total: cny(123_400n) });
  const page = draw({ line: "delivered", sumDue: due, rulings: due.rulings, visitCharges: [] });
  expect(page.match(/Charge that was in dispute/g)).toHaveLength(1);
});
