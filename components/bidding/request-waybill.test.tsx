import { describe, expect, test } from "vitest";
import type { RequestPage } from "@/views/requests";
import { drawn } from "../../test/drawn";
import { RequestWaybill } from "./request-waybill";

const AT = Date.parse("2026-11-24T00:00:00Z");
const place = { id: "p", nameEn: "Yiwu", nameZh: "义乌", nameOwn: "Yiwu", nameLatin: "Yiwu" };

function waybillOf(more: object): string {
  const request = {
    ...{ id: "r", title: "Lamps", grossWeightGrams: 1000, volumeCm3: 1000, origin: place, destination: place },
    ...{
      readyDate: "2026-12-01",
      leaveDay: "2026-12-01",
      hub: { ...place, isBorderHub: true },
      hubZone: "Asia/Shanghai",
      mode: "road",
    },
    ...{ incoterm: { rule: "DAP", place: "Almaty" }, goodsValue: { minor: 100n, currency: "USD" } },
    ...{ closesAt: AT, decideBy: AT, comparisonCurrency: "USD", bidCount: 2, mayCloseEarly: false },
    ...{
      bidMode: "sealed",
      twoPersonOpening: false,
      terms: null,
      state: "open",
      ...{ publishedAt: AT, closedAt: null, openedAt: null },
      service: "logistics",
      spec: null,
      ...more,
    },
  };
  return drawn(<RequestWaybill request={request as unknown as RequestPage} zone="Asia/Shanghai" />, {
    rooms: ["bidding", "services", "requests", "ui", "catalogue", "hubs", "service-payment"],
  });
}

describe("the box of the bids of a sealed request", () => {
  test.each([
    ["is sealed until the close while it is open", {}, "sealed until the close<"],
    ["says that it was opened since, whatever became of it", { state: "awarded", openedAt: AT }, "opened since"],
    [
      "says so also where two people opened it",
      { openedAt: AT, twoPersonOpening: true },
      "two people have opened them",
    ],
    ["says that bidding is over where nobody opened it", { state: "cancelled" }, "bidding is over"],
  ])("%s", (_, more, said) => {
    expect(waybillOf(more)).toContain(said);
  });
});

test.each([
  ["in_review", "none yet"],
  ["open", "none yet"],
  ["closed", "none"],
  ["no_bids", "none"],
  ["cancelled", "none"],
] as const)("a request without bids that is %s has %s", (state, said) => {
  expect(waybillOf({ state, bidCount: 0 })).toContain(`>${said}<`);
});

describe("the boxes of a payment", () => {
  const spec = {
    need: "supplier_payment",
    payerCurrency: "USD",
    payeeCurrency: "KZT",
    payeeCountry: "KZ",
    amount: { minor: 5_000_000n, currency: "USD" },
  };

  test("say currencies, amount and the payee's country in place of weight, volume and mode", () => {
    const html = waybillOf({ service: "payment", spec });
    for (const said of ["USD to KZT", "50,000.00", "payee in Kazakhstan"]) expect(html).toContain(said);
    for (const said of ["m³", "Road"]) expect(html).not.toContain(said);
    expect(waybillOf({})).toContain("m³");
  });

  test("say nothing of the goods to who may not know what is paid", () => {
    expect(waybillOf({ service: "payment", spec: null })).not.toContain("m³");
  });
});

test("a haul whose pick-up was moved to after the ready date is headed by its pick-up", () => {
  expect(waybillOf({})).toMatch(/ready (<[^>]+>)*1 Dec/);
  expect(waybillOf({ leaveDay: "2026-12-10" })).toMatch(/pick-up from (<[^>]+>)*10 Dec/);
  expect(waybillOf({ leaveDay: "2026-12-10" })).not.toContain("1 Dec");
});

describe("the box of the close", () => {
  const early = { closesAt: AT + 7_200_000, closedAt: AT, mayCloseEarly: true };
  test.each([
    ["may come earlier where the buyer may close", { mayCloseEarly: true }, ["Bids close<", "buyer may close earlier"]],
    ["comes not earlier where the buyer may not", {}, ["Bids close<", "not earlier"]],
    [
      "says when the buyer closed early, and what had been set",
      { ...early, state: "opened" },
      ["Bids closed<", "08:00</time>", "early, by the buyer", "10:00</time>"],
    ],
    ["says so also where no bids came", { ...early, state: "no_bids" }, ["Bids closed<", "early, by the buyer"]],
    [
      "was at its time, though the clock closes a little later",
      { closedAt: AT + 60_000, state: "awarded", mayCloseEarly: true },
      ["Bids closed<", "08:00</time>", "at the time set"],
    ],
    ["never came where the request was cancelled before", { state: "cancelled" }, ["Bids close<", "cancelled before"]],
    [
      "never came where the request was declined",
      { ...early, state: "cancelled", publishedAt: null },
      ["Bids close<", "10:00</time>", "cancelled before"],
    ],
    [
      "stays what it was where the request was cancelled later",
      { ...early, state: "cancelled" },
      ["Bids closed<", "early, by the buyer"],
    ],
  ])("%s", (_, more, said) => {
    const html = waybillOf(more);
    for (const words of said) expect(html).toContain(words);
    expect(html.includes("buyer may close earlier")).toBe(said.includes("buyer may close earlier"));
  });
});
