import { expect, test } from "vitest";
import type { CrossRate } from "../shared/exchange-rate";
import { instant, type LocalDate } from "../shared/time";
import { money } from "../shared/money";
import { endedByNext, type RateLock, worseRate } from "./rate-lock";

const DAY = "2026-11-24" as LocalDate;
const MID: CrossRate = {
  ratio: { num: 717n, den: 100n },
  rates: [{ base: "USD", quote: "CNY", rate: "7.17", day: DAY, source: "CFETS" }],
};
const known = {
  ...({ payerCurrency: "USD", payeeCurrency: "CNY", stated: null, firstLock: null, marketMid: MID } as const),
  ...{ spreadBps: 30, amount: money(10_000_000n, "USD") },
};
const lock = { base: "USD", rate: "7.1665" } as const;
const market = { rate: "7.17", day: DAY, sources: ["CFETS"] };

test.each([
  [
    "the market's mid of its day",
    {},
    {
      basis: "market",
      agreed: "7.17",
      lessBps: 4.9,
      market,
      loss: { side: "payee_receives", by: money(35_000n, "CNY") },
    },
  ],
  [
    "the rate that the bid states, with the market's beside it",
    { stated: { num: 720n, den: 100n } },
    { basis: "bid", agreed: "7.2", lessBps: 46.5, market, loss: { by: money(335_000n, "CNY") } },
  ],
  [
    "the first lock where the market has no rate",
    { marketMid: null, firstLock: { num: 717n, den: 100n }, spreadBps: null },
    { basis: "first", agreed: "7.17", lessBps: 4.9, market: null, spreadBps: null },
  ],
  [
    "the mid, for an amount that is to arrive",
    { amount: money(71_665_000n, "CNY") },
    { loss: { side: "payer_pays", by: money(4_881n, "USD") } },
  ],
  ["the mid, without an amount", { amount: null }, { basis: "market", loss: null }],
] as const)("a lock is worse than %s by so much", (_, changes, expected) => {
  expect(worseRate(lock, { ...known, ...changes })).toMatchObject({ spreadBps: 30, ...expected });
});

test("a lock in the payee's currency is compared in that", () => {
  const worse = worseRate({ base: "CNY", rate: "0.1396" }, known);
  expect(worse).toMatchObject({ agreed: "0.13947", market: { rate: "0.13947" }, lessBps: 9.3 });
});

test("a lock is compared with nothing where nothing was agreed", () => {
  expect(worseRate(lock, { ...known, marketMid: null })).toBeNull();
});

test("a lock that waits for the buyer ends with the next, and one that it has taken or that had run out does not", () => {
  const of = { number: 1, base: "USD", rate: "7.2354", confirmedAt: null, needsConfirmation: true } as const;
  const waits: RateLock = { ...of, id: "waits", lockedAt: instant(1_000), expiresAt: instant(9_000) };
  const next = { ...waits, id: "next", number: 2, lockedAt: instant(5_000), needsConfirmation: false };
  const ended = { ...waits, expiresAt: instant(5_000), isReplaced: true };
  expect(endedByNext([waits, next])).toEqual([ended, next]);
  for (const one of [
    { ...waits, confirmedAt: instant(2_000) },
    { ...waits, needsConfirmation: false },
    { ...waits, expiresAt: instant(5_000) },
  ])
    expect(endedByNext([one, next])).toEqual([one, next]);
  expect(endedByNext([waits])).toEqual([waits]);
});
