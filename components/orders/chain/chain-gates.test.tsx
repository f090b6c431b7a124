import { expect, it } from "vitest";
import type { ChainGate, DealChain } from "@/views/chain";
import { drawn } from "@/test/drawn";
import { instant } from "@/domain/shared/time";
import { ChainGates } from "./chain-gates";

const party = (id: string) => ({ id, nameOwn: id, nameLatin: id });
const AT = instant(Date.parse("2026-12-01T16:00:00Z"));

/** The gates of a watched loading whose inspector came before its agreed time, as its buyer reads them. */
function gates(more: Partial<ChainGate>, locale: string): string {
  const gate = {
    ...{ number: 1, key: "inspection.on_site>logistics.picked_up", why: null, lifter: null, passedAt: null },
    need: { kind: "step", step: { service: "inspection", code: "on_site" } },
    ...{ holds: { service: "logistics", code: "picked_up" }, bringer: party("Inspector Co"), cameEarly: true },
    ...more,
  };
  const deal = { id: "d", mode: "road", buyer: party("Buyer Co") };
  const view = { gates: [gate], side: "buyer", isFixed: true, mayWaive: true, deal } as unknown as DealChain;
  const rooms = ["chain", "services", "service-logistics", "service-inspection", "ui"];
  const word = { action: async () => ({}) as never, newKey: () => "k" };
  return drawn(<ChainGates view={view} zone="Asia/Shanghai" word={word} />, { locale, rooms });
}

it.each([
  ["en", "0 of 1 open", "Holds Logistics: Picked up", "Opens"],
  ["zh-CN", "0 / 1 已放行", "拦住 物流：已提货", "届时放行"],
])(
  "in %s a gate that an early visit has yet to open holds its step, says when it opens and is open to no waiver",
  (locale, count, holds, opens) => {
    const text = gates({ state: "waiting", opensAt: AT, openedAt: null }, locale);
    for (const said of [count, holds, opens]) expect(text).toContain(said);
    expect(text).not.toContain("waive=");
  },
);

it("is counted as open from the agreed time on", () => {
  const text = gates({ state: "open", opensAt: null, openedAt: AT }, "en");
  for (const said of ["1 of 1 open", "Opened Logistics: Picked up", "Open from"]) expect(text).toContain(said);
});
