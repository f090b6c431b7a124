import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, instant, type LocalDate, MINUTE_MS } from "../shared/time";
import { assert } from "../shared/result";
import { crossRate } from "../shared/exchange-rate";
import { type Currency, type Money, money } from "../shared/money";
import { paymentCountries } from "./corridor-health";
import { paymentReference } from "./payment-reference";
import { contractRateOf, exchangedBy, isLive, lockRate, type RateLock, underLock } from "./rate-lock";
import { advanceRemittance } from "./remittance";
import { costBearer, mayBeExchanged, returnedOf, takeCost } from "./return-cost";

const lock = (changes: Partial<RateLock> = {}): RateLock => ({
  ...{ id: "l", number: 1, base: "USD", rate: "7.12", lockedAt: instant(1_000), expiresAt: instant(2_000) },
  ...{ needsConfirmation: false, confirmedAt: null, ...changes },
});

describe("a rate is locked", () => {
  const last = (changes: object) => ({
    ...({ attempt: 2, state: "returned", currency: "CNY", amountMinor: 700n, returnedMinor: 690n } as const),
    ...({ returnedCurrency: "CNY", costBorneBy: null, ...changes } as const),
  });
  const allowed = { ok: true };
  const refused = (code: string, details: object) => ({ ok: false, refusal: { code, details } });
  test.each([
    ["before the first sending", null, allowed],
    ["after money came back in another currency than the payee's", last({ returnedCurrency: "USD" }), allowed],
    ["where nothing of it came back", last({ returnedMinor: 0n }), allowed],
    ["not of what came back exchanged", last({}), refused("exchanged_already", { currency: "CNY" })],
    ["not of what is on its way", last({ state: "sent" }), refused("payment_on_its_way", { attempt: 2 })],
    ["not of what is frozen", last({ state: "frozen" }), refused("payment_on_its_way", { attempt: 2 })],
    ["not of what has arrived", last({ state: "received" }), refused("payment_on_its_way", { attempt: 2 })],
  ] as const)("%s", (_, sending, expected) => {
    expect(mayBeExchanged(sending)).toMatchObject(expected);
  });
});

describe("a new lock", () => {
  test.each([
    ["a Thursday by the clock", "2026-11-26T08:25:00Z", 1_440, "2026-11-27T08:25:00Z"],
    ["a Friday until Monday", "2026-11-27T08:25:00Z", 1_440, "2026-11-30T08:25:00Z"],
    ["a Saturday until Monday", "2026-11-28T08:25:00Z", 1_440, "2026-11-30T08:25:00Z"],
    // In China it is Saturday already.
    ["a Thursday evening abroad until Monday", "2026-11-26T17:00:00Z", 1_440, "2026-11-29T17:00:00Z"],
    ["a Friday for some hours by the clock", "2026-11-27T12:00:00Z", 1_439, "2026-11-28T11:59:00Z"],
  ])("that is promised for a day holds from %s", (_, from, promisedMinutes, until) => {
    const pair = { payerCurrency: "USD", payeeCurrency: "CNY" } as const;
    const terms = { ...pair, promisedMinutes, contractRate: null, marketMid: null, locks: [] };
    const lockedAt = instant(Date.parse(from));
    const judged = (expiresAt: number | null) =>
      lockRate(terms, { base: "USD", rate: "7", lockedAt, expiresAt: expiresAt === null ? null : instant(expiresAt) });
    expect(judged(null)).toMatchObject({ value: { expiresAt: Date.parse(until) } });
    const hours = promisedMinutes === 1_440 ? 24 : 0;
    const details = { minutes: promisedMinutes, hours };
    expect(judged(Date.parse(until) - 1)).toMatchObject({ refusal: { code: "lock_too_short", details } });
  });

  test("is held to the bid's own rate, else to the market's of its day but for its rounding, else to the first lock's", () => {
    const [stated, marketMid, firstLock] = [712n, 690n, 700n].map((num) => ({ num, den: 100n })) as [
      ...[{ num: bigint; den: bigint }, { num: bigint; den: bigint }, { num: bigint; den: bigint }],
    ];
    expect(contractRateOf({ stated, marketMid, firstLock })).toBe(stated);
    expect(contractRateOf({ stated: null, marketMid: null, firstLock })).toBe(firstLock);
    const contractRate = contractRateOf({ stated: null, marketMid, firstLock });
    const terms = {
      payerCurrency: "USD",
      payeeCurrency: "CNY",
      promisedMinutes: 15,
      contractRate,
      marketMid: null,
      locks: [],
    } as const;
    const isWorse = (rate: string) => {
      const judged = lockRate(terms, { base: "USD", rate, lockedAt: instant(0), expiresAt: null });
      return judged.ok && judged.value.needsConfirmation;
    };
    expect(["6.95", "6.9", "6.89995", "6.8999", "6.89"].map(isWorse)).toEqual([false, false, false, true, true]);
  });
});

describe("a lock", () => {
  test.each([
    [999, false],
    [1_000, true],
    [1_999, true],
    [2_000, false],
  ])("at %i ms holds: %s", (at, holds) => {
    expect(isLive(lock(), instant(at))).toBe(holds);
    expect(underLock([lock()], instant(at)).ok).toBe(holds);
  });

  test.each([
    [{ base: "USD", rate: "7.12" }, { payerCurrency: "USD", payeeCurrency: "CNY" }, 10_000_000n, 71_200_000n],
    // Half a fen goes to the even one, in both directions of the pair.
    [{ base: "USD", rate: "7.125" }, { payerCurrency: "USD", payeeCurrency: "CNY" }, 20n, 142n],
    [{ base: "CNY", rate: "0.5" }, { payerCurrency: "USD", payeeCurrency: "CNY" }, 3n, 6n],
    // The dong has no minor unit.
    [{ base: "CNY", rate: "3650" }, { payerCurrency: "CNY", payeeCurrency: "VND" }, 12_345n, 450_592n],
  ] as const)("by %o of %o makes %s into %s", (of, pair, minor, exchanged) => {
    const paid = money(minor, pair.payerCurrency);
    expect(exchangedBy(paid, of, pair)).toEqual(money(exchanged, pair.payeeCurrency));
    const ready = money(minor, pair.payeeCurrency);
    expect(exchangedBy(ready, of, pair)).toEqual(ready);
  });

  test("does not exchange what would be more than an amount can hold", () => {
    const pair = { payerCurrency: "USD", payeeCurrency: "CNY" } as const;
    const much = money(2n ** 52n, "USD");
    expect(exchangedBy(much, { base: "USD", rate: "7.12" }, pair)).toEqual(much);
  });

  test("that is worse holds from the moment at which the buyer takes it", () => {
    const worse = lock({ needsConfirmation: true });
    expect(underLock([worse], instant(1_500))).toMatchObject({ refusal: { code: "lock_unconfirmed" } });
    expect(underLock([{ ...worse, confirmedAt: instant(1_400) }], instant(1_500)).ok).toBe(true);
  });

  test("is never shorter than promised, whatever end is given, and without one ends as promised", () => {
    const terms = {
      payerCurrency: "USD",
      payeeCurrency: "CNY",
      contractRate: null,
      marketMid: null,
      locks: [],
    } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_440 }), fc.integer({ min: -5, max: 3_000 }), (promised, given) => {
        const asked = { base: "USD", rate: "7", lockedAt: instant(0) } as const;
        const end = instant(given * MINUTE_MS);
        const judged = lockRate({ ...terms, promisedMinutes: promised }, { ...asked, expiresAt: end });
        expect(judged.ok).toBe(given >= promised);
        const plain = lockRate({ ...terms, promisedMinutes: promised }, { ...asked, expiresAt: null });
        expect(plain).toMatchObject({ value: { expiresAt: promised * MINUTE_MS } });
      }),
    );
  });

  test("holds for thirty days at the most", () => {
    const terms = {
      payerCurrency: "USD",
      payeeCurrency: "CNY",
      promisedMinutes: 15,
      contractRate: null,
      marketMid: null,
      locks: [],
    } as const;
    const until = (ms: number) =>
      lockRate(terms, { base: "USD", rate: "7", lockedAt: instant(1_000), expiresAt: instant(1_000 + ms) });
    expect(until(30 * DAY_MS).ok).toBe(true);
    expect(until(30 * DAY_MS + 1)).toMatchObject({ refusal: { code: "lock_too_long", details: { days: 30 } } });
  });

  test("that holds bars another, and one that the buyer has yet to take or that has ended does not", () => {
    const terms = {
      payerCurrency: "USD",
      payeeCurrency: "CNY",
      promisedMinutes: 15,
      contractRate: null,
      marketMid: null,
    } as const;
    const asked = { base: "USD", rate: "7", lockedAt: instant(1_500), expiresAt: null } as const;
    const worse = lock({ needsConfirmation: true });
    const ended = lock({ expiresAt: instant(1_500) });
    expect(lockRate({ ...terms, locks: [ended, worse] }, asked).ok).toBe(true);
    expect(lockRate({ ...terms, locks: [ended, worse, lock()] }, asked)).toMatchObject({
      refusal: { code: "lock_stands", details: { until: "1970-01-01T00:00:02.000Z" } },
    });
    expect(underLock([worse, lock({ id: "good" })], instant(1_500))).toMatchObject({ value: { id: "good" } });
    const first = lock({ expiresAt: instant(1_200) });
    for (const locks of [
      [first, ended],
      [ended, first],
    ])
      expect(underLock(locks, instant(1_500))).toMatchObject({
        refusal: { code: "lock_expired", details: { expiredAt: "1970-01-01T00:00:01.500Z" } },
      });
  });

  test("is worse exactly where the payee gets less for the same, whichever way it is written", () => {
    const terms = {
      payerCurrency: "CNY",
      payeeCurrency: "VND",
      promisedMinutes: 15,
      marketMid: null,
      locks: [],
    } as const;
    const contractRate = { num: 3_650n, den: 1n };
    const worse = (base: "CNY" | "VND", rate: string) =>
      lockRate({ ...terms, contractRate }, { base, rate, lockedAt: instant(0), expiresAt: null });
    expect(worse("CNY", "3650")).toMatchObject({ value: { needsConfirmation: false } });
    expect(worse("CNY", "3649.9999")).toMatchObject({ value: { needsConfirmation: true } });
    expect(worse("VND", "0.0002739")).toMatchObject({ value: { needsConfirmation: false } });
    expect(worse("VND", "0.000274")).toMatchObject({ value: { needsConfirmation: true } });
  });
});

describe("a rate that is locked", () => {
  const day = "2026-11-24" as LocalDate;
  const market = (base: Currency, rate: string) => ({ base, quote: "CNY" as const, rate, day, source: "test" });
  const rates = [market("USD", "7.17"), market("VND", "0.000274")];
  const judged = (payer: Currency, base: Currency, rate: string) => {
    const marketMid = crossRate(payer, "CNY", { rates, day });
    assert(marketMid.ok, "the market has a rate");
    const pair = { payerCurrency: payer, payeeCurrency: "CNY" } as const;
    const terms = { ...pair, promisedMinutes: 15, contractRate: null, marketMid: marketMid.value, locks: [] };
    return lockRate(terms, { base, rate, lockedAt: instant(0), expiresAt: null });
  };

  test.each([
    ["USD", "USD", "7.17", true],
    ["USD", "USD", "7.5285", true],
    ["USD", "USD", "6.8115", true],
    ["USD", "CNY", "0.1395", true],
    ["VND", "CNY", "3650", true],
    ["USD", "USD", "9.5", false],
    ["USD", "USD", "6.81", false],
    ["USD", "CNY", "7.17", false],
  ] as const)("of %s is near the market's as 1 %s = %s: %s", (payer, base, rate, isNear) => {
    expect(judged(payer, base, rate).ok).toBe(isNear);
  });

  test("far off the market's is refused with the market's figures, in the base that was typed", () => {
    const details = { rate: "9.5", quote: "CNY", market: "7.17", day, percent: 5 };
    expect(judged("USD", "USD", "9.5")).toMatchObject({ refusal: { code: "rate_off_market", details } });
    expect(judged("VND", "CNY", "365")).toMatchObject({ refusal: { details: { quote: "VND", market: "3649.64" } } });
  });
});

test("frozen money is not received, and a receipt is taken back by nothing that a bank does", () => {
  expect(advanceRemittance("frozen", "receive")).toMatchObject({ refusal: { code: "wrong_state" } });
  for (const event of ["freeze", "unfreeze", "recall", "receive", "return"] as const)
    expect(advanceRemittance("received", event).ok).toBe(false);
  expect(advanceRemittance("received", "reopen")).toEqual({ ok: true, value: "sent" });
});

test.each([
  ["uetr", "97ED4827-7B6F-4491-A06F-B548D5A7512D", true],
  ["uetr", "97ed4827-7b6f-1491-a06f-b548d5a7512d", false],
  ["uetr", "97ed4827-7b6f-4491-c06f-b548d5a7512d", false],
  ["uetr", "97ed48277b6f4491a06fb548d5a7512d", false],
  ["bank", "TT2611/30-0457", true],
  ["bank", "TT26", false],
  ["bank", "sent on Monday", false],
  ["cips", "CIPS20261124000077", true],
  ["cips", "C1", false],
  ["cips", "CIPS 2026 1124", false],
] as const)("a reference of kind %s may be %s: %s", (kind, text, isOne) => {
  expect(paymentReference(kind, text).ok).toBe(isOne);
});

test.each([
  ["payer", null, { borneBy: "payer", basis: "bid" }],
  ["provider", "provider", { borneBy: "provider", basis: "bid" }],
  [null, null, { borneBy: null, basis: "open" }],
  [null, "payer", { borneBy: "payer", basis: "open" }],
] as const)("by the clause %s and the word %s the cost is %o", (clause, said, cost) => {
  expect(costBearer(clause, said)).toEqual({ ok: true, value: cost });
});

test("the bid's clause is not talked away", () => {
  expect(costBearer("payer", "provider")).toMatchObject({ ok: false, refusal: { code: "bearer_by_bid" } });
});

test.each([
  ["buyer", "payer"],
  ["provider", "provider"],
] as const)("an open cost is taken on by the %s for itself alone", (side, borneBy) => {
  expect(takeCost("open", side)).toEqual({ ok: true, value: { borneBy, basis: "taken" } });
});

test.each([null, "bid", "taken"] as const)("a cost on the basis %s is nobody's to take on", (basis) => {
  expect(takeCost(basis, "buyer")).toMatchObject({ ok: false, refusal: { code: "no_open_cost" } });
});

test("without a cost that was given it is what is missing of the amount sent", () => {
  const usd = (minor: bigint) => money(minor, "USD");
  const back = (sent: bigint | null, amount: bigint, cost: Money | null, isCostApart = false) =>
    returnedOf(sent === null ? null : usd(sent), { amount: usd(amount), cost, isCostApart });
  expect(back(100n, 97n, null)).toMatchObject({ value: { cost: usd(3n) } });
  expect(back(null, 97n, null)).toMatchObject({ value: { cost: usd(0n) } });
  expect(back(100n, 101n, null).ok).toBe(false);
  expect(back(null, 97n, usd(9n))).toMatchObject({ value: { cost: usd(9n) } });
  expect(back(100n, 97n, money(20n, "CNY"))).toMatchObject({ value: { cost: money(20n, "CNY") } });
});

test.each([
  [3n, false, null],
  [2n, false, { code: "return_cost_short", details: { field: "cost", missing: "0.03" } }],
  [2n, true, { code: "return_cost_short", details: { field: "cost" } }],
  [9n, false, { code: "return_cost_apart", details: { field: "isCostApart", missing: "0.03", apart: "0.06" } }],
  [9n, true, null],
] as const)(
  "of a hundred cents of which 97 came back the cost is %i cents, the rest charged apart: %s",
  (minor, apart, refusal) => {
    const [sent, amount, cost] = [money(100n, "USD"), money(97n, "USD"), money(minor, "USD")];
    const read = returnedOf(sent, { amount, cost, isCostApart: apart });
    expect(read).toMatchObject(refusal ? { refusal } : { value: { amount, cost } });
  },
);

test("money goes against the goods where the request does not say", () => {
  const goods = { origin: "CN", destination: "KZ" };
  expect(paymentCountries({}, goods)).toEqual({ payerCountry: "KZ", payeeCountry: "CN" });
  expect(paymentCountries({ payerCountry: "RU" }, goods)).toEqual({ payerCountry: "RU", payeeCountry: "CN" });
});
