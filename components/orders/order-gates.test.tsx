import { expect, test } from "vitest";
import type { ChainGate } from "@/views/chain";
import type { OrderPage } from "@/views/orders";
import { LOCALES } from "@/domain/shared/locale";
import { drawn, wordsIn } from "@/test/drawn";
import { OrderGates } from "./order-gates";

const ROOMS = ["orders", "chain", "services", "service-logistics", "service-customs", "ui"];
const party = (id: string) => ({ id, nameOwn: id, nameLatin: id });

const gate = (number: number, need: string, more: object) =>
  ({
    ...{ number, key: `gate-${number}`, passedAt: null, visitDay: null, bringer: null },
    ...{ need: { kind: need }, holds: { service: "logistics", code: "picked_up" } },
    ...more,
  }) as unknown as ChainGate;

const FAILED = { state: "failed", why: "inspection_failed", lifter: "buyer" };
const NO_SLOT = { state: "waiting", why: "no_slot", lifter: "logistics" };
const PAPERS = { state: "waiting", why: "papers_missing", lifter: "parties" };

function page(more: object, gates: readonly ChainGate[], locale = "en"): string {
  const order = {
    ...{ id: "haul", dealId: "deal", mode: "road", service: "logistics", side: "buyer" },
    ...{ buyer: party("Buyer Co"), provider: party("Carrier Co") },
    siblings: [
      { id: "haul", service: "logistics", reference: "KO-1" },
      { id: "look", service: "inspection", reference: "KO-2" },
    ],
    waits: { gates, mayWaive: true, mayState: true },
    ...more,
  } as unknown as OrderPage;
  return drawn(<OrderGates order={order} />, { locale, rooms: ROOMS });
}

test.each(LOCALES)(
  "in %s each gate that holds an order is named, with why it is closed and whose turn it is",
  (locale) => {
    const gates = [gate(1, "inspection", FAILED), gate(3, "slot", NO_SLOT), gate(4, "papers", PAPERS)];
    const rows = page({}, gates, locale).split("<li").slice(1);
    const { need, why } = wordsIn("chain", locale).gate;
    const { you, parties } = wordsIn("orders", locale).waits;
    expect(rows).toHaveLength(3);
    for (const [at, said] of [
      [need.inspection, why.inspection_failed, you],
      [need.slot, why.no_slot, "Carrier Co"],
      [need.papers, why.papers_missing, parties],
    ].entries())
      for (const words of said) expect(rows[at]).toContain(words);
  },
);

test.each([
  ["en", "The visit is booked for 3 Dec."],
  ["zh-CN", "验货已约在12月3日。"],
])("in %s a gate that waits for a visit names the day that it is booked for", (locale, said) => {
  const booked = { state: "waiting", why: "visit_booked", visitDay: "2026-12-03", lifter: "inspection" };
  expect(page({}, [gate(1, "inspection", booked)], locale)).toContain(said);
});

test("the buyer goes from a gate to the decision on goods that failed, or to where it opens the gate with a reason", () => {
  const html = page({}, [gate(1, "inspection", FAILED), gate(3, "slot", NO_SLOT)]);
  expect(html).toContain("/orders/look/inspection#decide");
  expect(html).toContain("/deals/deal/chain?waive=gate-3#waive");
});

test("a provider goes to its own order that opens the gate, and has no button where others open it", () => {
  const own = { state: "failed", why: "inspection_failed", lifter: "inspection" };
  const held = { side: "provider", waits: { gates: [], mayWaive: false, mayState: false } };
  const drawn = (view: ChainGate) => page({ ...held, waits: { ...held.waits, gates: [view] } }, []);
  expect(drawn(gate(1, "inspection", own))).toContain('href="/en/orders/look"');
  expect(drawn(gate(1, "inspection", FAILED))).not.toContain("href=");
});

test("a provider goes from the gate of its own slot to where slots are booked", () => {
  const html = page({ side: "provider" }, [gate(3, "slot", NO_SLOT)]);
  expect(html).toContain('href="#slots"');
});

test("an order that waits for no gate has no such list", () => {
  expect(page({}, [])).toBe("");
});
