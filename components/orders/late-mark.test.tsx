import { describe, expect, it } from "vitest";
import type { LateStep } from "../../domain/orders/due";
import type { OrderRow } from "../../views/orders";
import { HOUR_MS, instant } from "../../domain/shared/time";
import type { DealChain } from "../../views/chain";
import { drawn } from "../../test/drawn";
import { ChainOrders } from "./chain/chain-orders";
import { LateMark } from "./order-state";
import { OrderTable } from "./order-list";

const ROOMS = ["orders", "chain", "services", "service-logistics", "ui"];
const CARRIAGE = { service: "logistics", mode: "road" } as const;
const OPEN: LateStep = {
  ...{ step: "picked_up", dueAt: instant(0), occurredAt: null, hours: 12, reason: null, words: null },
};
const DONE: LateStep = { ...OPEN, occurredAt: instant(12 * HOUR_MS), reason: "goods_not_ready" };
const party = (id: string) => ({ id, nameOwn: id, nameLatin: id });
const place = (id: string) => ({ id, nameEn: id, nameZh: id });
const ORDER = {
  ...{ ...CARRIAGE, id: "o", reference: "KO-1", title: "Pumps", state: "in_progress", line: "in_progress" },
  ...{ hub: { ...place("horgos"), isBorderHub: true }, origin: place("yiwu"), destination: place("almaty") },
  ...{ price: { minor: 100n, currency: "CNY" }, buyer: party("Buyer Co"), provider: party("Carrier Co") },
  ...{ side: "buyer", contractedAt: instant(0), mover: "provider", dispute: null },
  turn: { holder: "provider", code: "picked_up", isAfterDelivery: false },
} as unknown as OrderRow;

describe("a late step", () => {
  it.each([
    ["en", 0, "less than 1 h late"],
    ["en", 47, "47 h late"],
    ["en", 48, "2 days late"],
    ["zh-CN", 0, "逾期不足 1 小时"],
    ["zh-CN", 12, "逾期 12 小时"],
    ["zh-CN", 71, "逾期 2 天"],
  ])("says in %s by how much: %i h", (locale, hours, said) => {
    const late = { ...OPEN, hours };
    expect(drawn(<LateMark order={CARRIAGE} late={late} />, { locale, rooms: ROOMS })).toContain(said);
  });

  it.each([
    ["en", "to report: picked up", "Their reason: Goods not ready at the shipper."],
    ["zh-CN", "待提货", "发货方货未备妥"],
  ])(
    "says in %s which it is, that it is to come, and why it was once its provider has said so",
    (locale, open, why) => {
      const draw = (late: LateStep) => drawn(<LateMark order={CARRIAGE} late={late} />, { locale, rooms: ROOMS });
      expect(draw(OPEN)).toContain(open);
      expect(draw(OPEN)).not.toContain(why);
      expect(draw(DONE)).toContain(why);
      expect(draw(DONE)).not.toContain(open);
    },
  );

  it("stands in the list of orders, and of no order that is in time", () => {
    const list = (late: LateStep | null) =>
      drawn(<OrderTable rows={[{ ...ORDER, late }]} zone="UTC" />, { rooms: ROOMS });
    expect(list(OPEN).split("12 h late")).toHaveLength(2);
    expect(list(null)).not.toContain(" late");
  });

  it("stands beside its order in the chain of the deal, each with its reason", () => {
    const lane = { ...ORDER, orderId: "o", request: null, late: [DONE, OPEN], order: { ...ORDER, milestones: [] } };
    const view = { orders: [lane], gates: [], side: "buyer", deal: { id: "d", mode: "road", buyer: ORDER.buyer } };
    const html = drawn(<ChainOrders view={view as unknown as DealChain} />, { rooms: ROOMS });
    expect(html.split("12 h late")).toHaveLength(3);
    expect(html).toContain("to report: picked up");
  });
});
