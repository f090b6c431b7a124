import { describe, expect, it } from "vitest";
import { instant, type LocalDate } from "../shared/time";
import { money, zero } from "../shared/money";
import { type DisputedSum, type Ruling, sharedSum, sharesOf, sumDue } from "./dispute-ruling";

const cny = (minor: bigint) => money(minor, "CNY");

const ruling = (about: DisputedSum, inDispute: bigint, shareBps: number): Ruling => ({
  ...sharesOf(cny(inDispute), shareBps),
  ...{ disputeId: "d1", at: instant(0), isAgreed: false, about, inDispute: cny(inDispute), shareBps },
});

const order = {
  ...{ contract: cny(1_807_192n), extras: zero("CNY"), reinspections: zero("CNY"), waiting: cny(693_000n) },
  taxes: null,
};

describe("a ruling", () => {
  it("rounds the provider's share half up and leaves the rest to the buyer", () => {
    expect(sharesOf(cny(1_807_192n), 9_200)).toEqual({ toProvider: cny(1_662_617n), toBuyer: cny(144_575n) });
    expect(sharesOf(cny(1_001n), 5_000)).toEqual({ toProvider: cny(501n), toBuyer: cny(500n) });
  });
});

describe("the sum due of a clearance whose taxes are paid", () => {
  const taxes = {
    ...{ estimated: cny(1_700_000n), paid: [cny(1_650_000n)], converted: cny(1_650_000n), rates: [] },
    ...{ day: "2026-11-20" as LocalDate, paidBy: "provider" as const },
  };
  const total = (more: object, rulings: readonly Ruling[] = []) =>
    sumDue({ ...order, waiting: zero("CNY"), taxes: { ...taxes, ...more }, rulings }).total;

  it("has what the provider paid in place of what the contract price estimates", () => {
    expect(total({})).toEqual(cny(1_807_192n - 1_700_000n + 1_650_000n));
  });

  it("is the own price alone where the buyer paid the customs itself, also where no rate is known", () => {
    expect(total({ paidBy: "buyer" })).toEqual(cny(107_192n));
    expect(total({ paidBy: "buyer", converted: null })).toEqual(cny(107_192n));
  });

  it("keeps the estimate where what the provider paid cannot be converted", () => {
    expect(total({ converted: null })).toEqual(cny(1_807_192n));
  });

  it("goes by a ruling about the contract price, which settles the taxes in it too", () => {
    expect(total({}, [ruling("price", 1_807_192n, 9_200)])).toEqual(cny(1_662_617n));
    expect(sumDue({ ...order, taxes, rulings: [ruling("price", 1_807_192n, 0)] }).taxes).toBeNull();
    expect(total({}, [ruling("waiting", 0n, 0)])).toEqual(cny(1_757_192n));
  });
});

describe("a ruling about the own price of a clearance", () => {
  const own = 107_192n;
  const taxes = (more: object) => ({
    ...{ estimated: cny(1_700_000n), paid: [cny(1_650_000n)], converted: cny(1_650_000n), rates: [] },
    ...{ day: "2026-11-20" as LocalDate, paidBy: "provider" as const, ...more },
  });
  const due = (taxed: object | null, ...rulings: readonly Ruling[]) =>
    sumDue({ ...order, waiting: zero("CNY"), taxes: taxed && taxes(taxed), rulings });

  it.each([
    ["what the provider paid stays owed", {}, 0, 1_650_000n],
    ["and its share of the own price on top", {}, 5_000, 1_650_000n + 53_596n],
    ["what the buyer paid itself it owes to nobody", { paidBy: "buyer" }, 5_000, 53_596n],
    ["the estimate stands until it is paid", null, 5_000, 1_700_000n + 53_596n],
  ] as const)("leaves taxes with whoever owed them: %s", (_, taxed, shareBps, total) => {
    expect(due(taxed, ruling("own_price", own, shareBps)).total).toEqual(cny(total));
  });

  it("holds in place of an earlier one about the contract price, and that one in place of an earlier one about it", () => {
    const [before, after] = [ruling("price", 1_807_192n, 0), ruling("own_price", own, 0)];
    expect(due({}, before, after)).toMatchObject({ rulings: [after], total: cny(1_650_000n) });
    expect(due({}, after, before)).toMatchObject({ rulings: [before], taxes: null, total: cny(0n) });
  });
});

it.each([
  [{}, "price", 1_807_192n],
  [{ ownMinor: 107_192 }, "own_price", 107_192n],
  [{ ownMinor: 0 }, "own_price", 0n],
  [{ waitingMinor: 0 }, "waiting", 0n],
  [{ chargeMinor: 65_000 }, "charge", 65_000n],
] as const)("an ending kept with %j has shared the sum %s of %d", (kept, about, minor) => {
  expect(sharedSum(kept, order.contract)).toEqual({ about, inDispute: cny(minor) });
});

describe("the sum due of an order", () => {
  it("is the contract price with what was agreed on top and what the waits come to", () => {
    expect(sumDue({ ...order, extras: cny(50_000n), rulings: [] }).total).toEqual(cny(2_550_192n));
  });

  it("has re-inspections on top, also where the ruling is about the price", () => {
    const again = { ...order, reinspections: cny(168_000n) };
    expect(sumDue({ ...again, rulings: [] }).total).toEqual(cny(2_668_192n));
    const due = sumDue({ ...again, rulings: [ruling("price", 1_807_192n, 0)] });
    expect(due.total).toEqual(cny(693_000n + 168_000n));
  });

  it("leaves the waiting charge open where the ruling is about the price", () => {
    const due = sumDue({ ...order, rulings: [ruling("price", 1_807_192n, 9_200)] });
    expect(due).toMatchObject({ openWaiting: cny(693_000n), total: cny(1_662_617n + 693_000n) });
  });

  it("settles the waiting charge where the ruling is about that, and leaves the contract price whole", () => {
    const due = sumDue({ ...order, rulings: [ruling("waiting", 693_000n, 5_000)] });
    expect(due).toMatchObject({ openWaiting: cny(0n), total: cny(1_807_192n + 346_500n) });
  });

  it("owes on top what came up after the ruling about the waiting charge", () => {
    const due = sumDue({ ...order, waiting: cny(800_000n), rulings: [ruling("waiting", 693_000n, 0)] });
    expect(due).toMatchObject({ openWaiting: cny(107_000n), total: cny(1_807_192n + 107_000n) });
  });

  it("goes by the last ruling about each part", () => {
    const rulings = [
      ruling("price", 1_807_192n, 9_200),
      ruling("waiting", 693_000n, 0),
      ruling("price", 1_807_192n, 0),
    ];
    const due = sumDue({ ...order, rulings });
    expect(due).toMatchObject({ total: cny(0n), rulings: [rulings[2], rulings[1]] });
  });

  it.each([
    ["for the buyer nothing of it is", 0, 0n],
    ["for the provider all of it is", 10_000, 65_000n],
    ["in part a part of it is", 4_000, 26_000n],
  ] as const)("leaves the contract price whole where the ruling is about a charge on top: %s due", (_, bps, due) => {
    expect(sumDue({ ...order, rulings: [ruling("charge", 65_000n, bps)] })).toMatchObject({
      ...{ contract: order.contract, disputedCharges: cny(65_000n), openWaiting: cny(693_000n) },
      total: cny(1_807_192n + 693_000n + due),
    });
  });

  it("goes by each ruling about a charge, beside those about the price and the wait", () => {
    const rulings = [
      ...[ruling("charge", 65_000n, 10_000), ruling("price", 1_807_192n, 0)],
      ...[ruling("waiting", 693_000n, 0), ruling("charge", 30_000n, 5_000)],
    ];
    const due = sumDue({ ...order, rulings });
    expect(due).toMatchObject({ disputedCharges: cny(95_000n), total: cny(65_000n + 15_000n) });
    expect(due.rulings).toEqual([rulings[1], rulings[2], rulings[0], rulings[3]]);
  });

  it("stays as it was ruled where the clock says less since", () => {
    const due = sumDue({ ...order, waiting: cny(100n), rulings: [ruling("waiting", 693_000n, 5_000)] });
    expect(due).toMatchObject({ waiting: cny(693_000n), openWaiting: cny(0n), total: cny(1_807_192n + 346_500n) });
  });
});
