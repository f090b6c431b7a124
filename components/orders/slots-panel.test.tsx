import { describe, expect, it, test } from "vitest";
import type { SlotList } from "@/views/slots";
import { drawn } from "@/test/drawn";
import { SlotsPanel } from "./slots-panel";

const panelOf = (isNeeded: boolean, isReportedByHand = false): string => {
  const view = { slots: [], asking: { isOpen: false, why: "other_side" }, side: "buyer", booker: "provider" };
  return drawn(
    <SlotsPanel
      view={{ ...view, trucks: 1, isNeeded, isReportedByHand, otherSystems: [] } as unknown as SlotList}
      form={null}
      isAsked={false}
      fold="closed"
    />,
    { rooms: ["slots", "service-logistics"] },
  );
};

describe("an order without a slot", () => {
  it("says that its pick-up waits for one while a truck has still to cross", () => {
    expect(panelOf(true)).toContain("No slot has been booked yet.");
  });

  it("says that none is on record, and that none is waited for, once the goods are across or the order is over", () => {
    const html = panelOf(false);
    expect(html).toContain("No slot is on record.");
    expect(html).not.toContain("waits for a slot");
  });

  it("says that the dispatch to the hub's yard waits for it, not the pick-up", () => {
    const view = { slots: [], asking: { isOpen: true }, side: "provider", booker: "provider", trucks: 1 };
    const html = drawn(
      <SlotsPanel
        view={{ ...view, isNeeded: true, isReportedByHand: false, otherSystems: [] } as unknown as SlotList}
        form={null}
        isAsked={false}
        fold="closed"
      />,
      { rooms: ["slots", "service-logistics"] },
    );
    expect(html).toContain("The dispatch to the hub’s yard waits for a slot");
  });

  it("says that the carrier told of one by hand where its step is done and none is kept", () => {
    for (const isNeeded of [true, false]) {
      const html = panelOf(isNeeded, true);
      expect(html).toContain("told by hand");
      expect(html).not.toContain("No slot is on record.");
    }
  });
});

test("the buyer reads on the order page why a slot is in another system than the bid names, and of one that is not, nothing", () => {
  const slot = {
    ...{ id: "s1", number: 1, system: "cn_port_booking", state: "requested", tractorPlate: "123 ABC 05" },
    ...{
      ...{ windowFrom: 0, windowTo: 1 },
      fee: null,
      feePaidBy: null,
      undeclared: [],
      next: { what: "nothing", whose: null, by: null },
    },
    crossing: { id: "CNHRS", nameEn: "Horgos", nameZh: "霍尔果斯", zone: "Asia/Shanghai" },
  };
  const textOf = (systemReason: string | null): string => {
    const view = {
      ...{ slots: [{ ...slot, systemReason }], agreedSystem: "cargoruqsat", otherSystems: ["cargoruqsat"] },
      ...{ asking: { isOpen: false, why: "other_side" }, side: "buyer", booker: "provider", trucks: 1, isNeeded: true },
    };
    return drawn(<SlotsPanel view={view as unknown as SlotList} form={null} isAsked={false} fold="closed" />, {
      rooms: ["slots", "service-logistics", "ui"],
    });
  };
  expect(textOf("No window was left")).toMatch(/as the bid says\. Reason given: No window was left/);
  expect(textOf(null)).not.toContain("Reason given");
});

test("a fee stands with how its slot is booked, since booking anew costs a hundred times a slot in turn", () => {
  const slot = {
    ...{ system: "cargoruqsat", state: "requested", tractorPlate: "123 ABC 05", windowFrom: 0, windowTo: 1 },
    ...{ feePaidBy: null, undeclared: [], systemReason: null, next: { what: "nothing", whose: null, by: null } },
    crossing: { id: "KZKHG", nameEn: "Khorgos", nameZh: "霍尔果斯", zone: "Asia/Almaty" },
  };
  const slots = [
    { ...slot, id: "s1", number: 1, kind: "normal", fee: { minor: 432_500n, currency: "KZT" } },
    { ...slot, id: "s2", number: 2, kind: "rebooking", fee: { minor: 43_250_000n, currency: "KZT" } },
  ];
  const view = {
    ...{ slots, agreedSystem: null, otherSystems: [], asking: { isOpen: false, why: "other_side" } },
    ...{ side: "buyer", booker: "provider", trucks: 2, isNeeded: true },
  };
  const html = drawn(<SlotsPanel view={view as unknown as SlotList} form={null} isAsked={false} fold="closed" />, {
    rooms: ["slots", "service-logistics", "ui"],
  });
  const text = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  expect(text).toMatch(/KZT 4,325\.00 In turn .*KZT 432,500\.00 Booked anew/);
});
