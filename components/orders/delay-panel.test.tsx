import { expect, it } from "vitest";
import { HOUR_MS, instant } from "@/domain/shared/time";
import type { Delay } from "@/views/delay";
import type { OrderMilestone } from "@/views/orders";
import { drawn } from "@/test/drawn";
import { DelayPanel } from "./delay-panel";

const at = (hours: number) => instant(hours * HOUR_MS);
const NONE = { minor: 0n, currency: "CNY" };
const WAIT = {
  ...{ place: "border", from: at(0), to: at(71), isRunning: false, began: "arrived", stays: [], hubs: [] },
  ...{ freeHours: 48, freeTimeSaidBy: "bid", closuresExcluded: false, trucks: 1, plates: [], isPriced: true },
  ...{ freeUsedHours: 0, excludedHours: 0, chargedHours: 0, pieces: [], days: [], lines: [] },
  ...{ totals: { buyer: NONE, provider: NONE }, isContested: false, nextChargeAt: null },
};
const CROSSED = {
  ...{ code: "crossed_border", occurredAt: at(71) },
  evidence: { late: { dueAt: at(0), reason: "customs_hold", words: null } },
} as unknown as OrderMilestone;

const panel = (mayReport: boolean, steps: readonly OrderMilestone[]): string => {
  const view = { orderId: "o", side: "provider", mode: "road", currency: "CNY", asOf: at(80), segments: [], mayReport };
  return drawn(
    <DelayPanel
      view={{ ...view, waits: [WAIT] } as unknown as Delay}
      {...{ here: "/o", zone: "UTC", rulings: [], form: null, steps }}
    />,
    { rooms: ["delay", "orders", "services", "service-logistics", "ui"] },
  );
};

it("says beside the clock why a step of the wait was late, that it is not counted, and how it would be", () => {
  expect(panel(true, [])).not.toContain("was late");
  const open = panel(true, [CROSSED]);
  expect(open).toContain("was late");
  expect(open).toContain("Their reason: ");
  expect(open).toContain("give the reason below");
  expect(panel(false, [CROSSED])).toContain("the clock did not count it");
});
