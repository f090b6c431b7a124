import { describe, expect, it } from "vitest";
import type { RequestTurn } from "@/domain/requests/request-turn";
import { instant } from "@/domain/shared/time";
import { drawn } from "@/test/drawn";
import type { DealChain } from "@/views/chain";
import type { DealPage } from "@/views/deals";
import { DealNext } from "./deal-next";

const party = (id: string) => ({ id, nameOwn: id, nameLatin: id });
const ZONE = "Asia/Shanghai";
const hub = { id: "h", nameEn: "Horgos", nameZh: "霍尔果斯", zone: ZONE, isBorderHub: true };
const ordered = (service: "logistics" | "payment", at: number | null, task?: string): RequestTurn => ({
  ...{ holder: "buyer", act: "asked", by: at === null ? null : instant(at) },
  order: { id: `order-${service}`, service, mode: "road" },
  ...(task === undefined ? {} : { task }),
});
const request = (service: string, turn: RequestTurn) => ({ id: `request-${service}`, service, turn });

const task = { side: "buyer", code: "remittance.confirm", by: null };
const lane = (service: string, turn: object) => ({
  ...{ service, orderId: `order-${service}`, provider: party(`${service} Co`), late: [], request: null },
  order: { reference: service, turn, mover: "buyer", milestones: [], heldSince: null, isViewersWork: false },
});
const CHAIN = {
  ...{ gates: [], side: "buyer", reroutes: [], awaitsWord: [], mayWaive: false, mayState: true },
  orders: [lane("logistics", { holder: "gate", stops: [] }), lane("payment", { holder: "task", task })],
  deal: { id: "d", mode: "road", hub, buyer: party("Buyer Co") },
} as unknown as DealChain;

function said(requests: readonly object[], locale: "en" | "zh-CN", chain = CHAIN): { bar: string; also: string } {
  const deal = { id: "d", requests, hub, hubZone: ZONE } as unknown as DealPage;
  const word = { action: () => {}, newKey: () => "key" } as never;
  const rooms = ["deals", "requests", "chain", "reroute", "remittance", "orders", "ui", "services"];
  const kinds = ["service-logistics", "service-payment", "service-customs"];
  const page = drawn(<DealNext deal={deal} chain={chain} word={word} zone={ZONE} now={0} />, {
    ...{ locale, rooms: [...rooms, ...kinds] },
  });
  const [bar = "", also = ""] = page.split('<section class="form-stack"');
  return { bar, also };
}

const RATE = request("payment", ordered("payment", 9_000, "remittance.confirm"));
const GOODS = request("logistics", ordered("logistics", null));

it.each([
  ["en", "rate"],
  ["zh-CN", "汇率"],
] as const)("in %s the step that is due first stands first with its order, and the others under it", (locale, word) => {
  const { bar, also } = said([GOODS, RATE], locale);
  expect(bar).toContain("order-payment");
  expect(bar.toLowerCase()).toContain(word);
  expect(bar).not.toContain("order-logistics");
  expect(also).toContain("order-logistics");
  expect(also).not.toContain("order-payment");
});

it("a bid to choose stands before what orders ask for, as it does in the list of deals", () => {
  const { bar, also } = said([GOODS, RATE, request("customs", { holder: "buyer", act: "decide", by: null })], "en");
  expect(bar).toContain("/deals/d/compare");
  expect(also.indexOf("order-payment")).toBeGreaterThan(0);
  expect(also.indexOf("order-logistics")).toBeGreaterThan(also.indexOf("order-payment"));
});

it("where one thing alone waits for the buyer nothing stands under it", () => {
  expect(said([RATE], "en").also).toBe("");
});

describe("before an award", () => {
  const waits = (turn: object) => request("customs", { by: instant(90_000), ...turn } as RequestTurn);
  it.each([
    ["providers bid", { holder: "providers", act: "bid" }],
    ["a colleague agrees to the opening", { holder: "colleague", act: "open" }],
    ["the platform reads the request", { holder: "administrator", act: "review" }],
  ])("while %s the chain says so too, with the time", (_, turn) => {
    const { bar } = said([waits(turn)], "en", { ...CHAIN, orders: [] });
    expect(bar).toContain("1970-01-01T00:01:30");
    expect(bar).not.toContain("Nobody");
  });

  it("an order that is held is told before that providers bid", () => {
    const [logistics] = CHAIN.orders;
    const held = { ...logistics, order: { ...logistics?.order, heldSince: instant(1) } };
    const turn = { holder: "providers", act: "bid" };
    expect(said([waits(turn)], "en", { ...CHAIN, orders: [held] } as DealChain).bar).toContain("order-logistics");
  });
});
