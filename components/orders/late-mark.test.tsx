import { describe, expect, it } from "vitest";
import type { ChainView } from "../../domain/orders/chain/chain-view";
import type { LateStep } from "../../domain/orders/late-step";
import type { OrderRow } from "../../domain/orders/order-view";
import { HOUR_MS, instant, MINUTE_MS } from "../../domain/shared/instant";
import { drawn } from "../../test/drawn";
import { ChainOrders } from "./chain/chain-orders";
import { LateMark } from "./late-mark";
import { OrderTable } from "./order-list";

const ROOMS = ["orders", "chain", "services", "service-logistics", "ui"];
const CARRIAGE = { service: "logistics", mode: "road" } as const;
const OPEN: LateStep = {
  ...{ code: "picked_up", dueAt: instant(0), occurredAt: null, lateMs: 12 * HOUR_MS, reason: null, words: null },
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
    ["en", HOUR_MS - 1, "less than 1 h late"],
    ["en", 47.9 * HOUR_MS, "47 h late"],
    ["en", 48 * HOUR_MS, "2 days late"],
    ["zh-CN", HOUR_MS - 1, "逾期不足 1 小时"],
    ["zh-CN", 12 * HOUR_MS, "逾期 12 小时"],
    ["zh-CN", 71 * HOUR_MS, "逾期 2 天"],
  ])("says in %s by how much: %i ms", (locale, lateMs, said) => {
    const late = { ...OPEN, lateMs };
    expect(drawn(<LateMark order={CARRIAGE} late={late} />, { locale, rooms: ROOMS })).toContain(said);
  });

  it("is late by the hours between its times as they are shown, whatever their seconds", () => {
    const dueAt = instant(59 * MINUTE_MS + 50_000);
    const late = { ...OPEN, dueAt, lateMs: 12 * HOUR_MS - 40_000 };
    expect(drawn(<LateMark order={CARRIAGE} late={late} />, { rooms: ROOMS })).toContain("12 h late");
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

  it("stands in the list of orders, on a desk and on a phone, and of no order that is in time", () => {
    const list = (late: LateStep | null) =>
      drawn(<OrderTable rows={[{ ...ORDER, late }]} zone="UTC" />, { rooms: ROOMS });
    expect(list(OPEN).split("12 h late")).toHaveLength(3);
    expect(list(null)).not.toContain(" late");
  });

  it("stands beside its order in the chain of the deal, each with its reason", () => {
    const lane = { service: "logistics", request: null, order: { ...ORDER, milestones: [], late: [DONE, OPEN] } };
    const view = { lanes: [lane], gates: [], side: "buyer", deal: { id: "d", mode: "road", buyer: ORDER.buyer } };
    const html = drawn(<ChainOrders view={view as unknown as ChainView} />, { rooms: ROOMS });
    expect(html.split("12 h late")).toHaveLength(3);
    expect(html).toContain("to report: picked up");
  });
});
