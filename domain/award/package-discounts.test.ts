import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BidContent } from "../bidding/bid";
import type { ChargeCode } from "../services/charge";
import type { Service } from "../shared/vocabulary";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { type Together, applyPackages, comparedPackages, priceAfter } from "./package-discounts";
import { reachedPackage } from "./reached-package";

const line = (code: ChargeCode, minor: bigint, isPassThrough = false) => ({
  code,
  basis: "declaration" as const,
  unitPriceMinor: minor.toString(),
  rateBps: null,
  quantityMilli: 1000,
  amountMinor: minor.toString(),
  isPassThrough,
  note: "",
});

type Packages = Together["content"]["packageDiscounts"];

const bid = (
  providerId: string,
  service: Service,
  own: bigint,
  packageDiscounts: Packages = [],
  passed = 0n,
): Together => ({
  providerId,
  service,
  content: {
    currency: "CNY",
    lines: [line("IMD", own), line("DTY", passed), line("CRT", passed, true)],
    totalMinor: (own + 2n * passed).toString(),
    packageDiscounts,
  },
});

const amounts = (...chosen: Together[]) => applyPackages(chosen).map((one) => one?.amount.minor ?? null);

describe("a package discount", () => {
  const withCustoms = [{ services: ["customs" as const], discountBps: 500 }];

  test("is off the bidder's own price, half-up to the minor unit, and never off what is passed through", () => {
    const logistics = bid("a", "logistics", 1_010n, withCustoms, 100_000n);
    expect(amounts(logistics, bid("a", "customs", 1n))).toEqual([51n, null]);
    const [reached] = applyPackages([logistics, bid("a", "customs", 1n)]);
    expect(priceAfter(logistics.content, reached ?? null).minor).toBe(201_010n - 51n);
  });

  test("needs the same bidder for every service that it names, in the same award", () => {
    const both = [{ services: ["customs" as const, "inspection" as const], discountBps: 1000 }];
    const logistics = bid("a", "logistics", 1_000n, both);
    expect(amounts(logistics)).toEqual([null]);
    expect(amounts(logistics, bid("a", "customs", 1n))).toEqual([null, null]);
    expect(amounts(logistics, bid("a", "customs", 1n), bid("b", "inspection", 1n))).toEqual([null, null, null]);
    expect(amounts(logistics, bid("a", "customs", 1n), bid("a", "inspection", 1n))).toEqual([100n, null, null]);
  });

  test("of several that apply the one with most discount counts, once", () => {
    const many = [
      { services: ["customs" as const], discountBps: 300 },
      { services: ["inspection" as const], discountBps: 700 },
      { services: ["customs" as const, "inspection" as const], discountBps: 600 },
    ];
    const all = [bid("a", "customs", 1n), bid("a", "inspection", 1n)];
    expect(amounts(bid("a", "logistics", 10_000n, many), ...all)[0]).toBe(700n);
    const equals = many.map((one) => ({ ...one, discountBps: 300 }));
    expect(reachedPackage(equals, new Set(["customs", "inspection"]))).toBe(equals[0]);
    expect(reachedPackage(equals, new Set(["inspection"]))).toBe(equals[1]);
  });

  test("never more than one of those offered, never more than half of the own price, whatever is chosen", () => {
    const services = fc.subarray(["payment", "customs", "inspection"] as Service[], { minLength: 1 });
    const packages = fc.array(fc.record({ services, discountBps: fc.integer({ min: 1, max: 5000 }) }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(packages, services, fc.bigInt(1n, 10n ** 12n), (offered, won, own) => {
        const chosen = [bid("a", "logistics", own, offered), ...won.map((service) => bid("a", service, 1n))];
        const [discount] = applyPackages(chosen);
        const applying = offered.filter((one) => one.services.every((service) => won.includes(service)));
        expect(discount?.discountBps ?? 0).toBe(Math.max(0, ...applying.map((one) => one.discountBps)));
        expect((discount?.amount.minor ?? 0n) * 2n <= own + 1n).toBe(true);
        expect(reachedPackage(offered, new Set(won))?.discountBps).toBe(discount?.discountBps);
      }),
    );
  });
});

test("the packages of a bid are compared by what would be contracted, the one with most discount first", () => {
  const packages = [
    { services: ["customs" as const], discountBps: 100 },
    { services: ["inspection" as const], discountBps: 500 },
  ];
  const content = bid("a", "logistics", 1_000n, packages, 50n).content as BidContent;
  const day = "2026-11-24" as LocalDate;
  const rates = [{ base: "CNY", quote: "VND", rate: "3650.5", day, source: "test" } as const];
  const compared = comparedPackages({ content }, { currency: "VND", day, rates });
  expect(compared).toEqual([
    { ...packages[1], discount: money(50n, "CNY"), amount: money(34_680n, "VND"), contract: money(38_330n, "VND") },
    { ...packages[0], discount: money(10n, "CNY"), amount: money(36_140n, "VND"), contract: money(39_790n, "VND") },
  ]);
  expect(comparedPackages({ content }, { currency: "VND", day, rates: [] })[0]).toMatchObject({ amount: null });
});
