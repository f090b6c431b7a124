import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OrderPage } from "@/views/orders";
import { parseIso } from "@/domain/shared/time";
import { milestonesFor } from "@/domain/services/registry";
import { LOCALES } from "@/domain/shared/locale";
import { drawn, wordsIn } from "@/test/drawn";
import { MilestoneList } from "./milestone-list";

const ROOMS = ["orders", "services", "service-logistics", "field", "ui"];
const AT = parseIso("2026-11-20T04:00:00Z");
const DUE = parseIso("2026-11-19T04:00:00Z");

/** A haul whose delivery came late, sooner than its steps allow, while papers were missing and past steps that did not occur. */
function page(locale: string, sentBack: object[] = []): string {
  const late = { dueAt: DUE, reason: "border_queue", words: null };
  const delivered = {
    ...{ code: "delivered", note: "", isDelivery: true, occurredAt: AT, reportedAt: AT },
    ...{
      earliestAt: AT,
      earlyReason: null,
      missingEvidence: ["document"],
      fileIds: [],
      evidence: { late, papersReason: "By courier", passedReason: "On paper" },
    },
  };
  const order = {
    ...{ id: "haul", dealId: "deal", mode: "road", service: "logistics", side: "buyer", state: "delivered" },
    ...{
      milestones: [delivered],
      witnesses: sentBack,
      grossWeightGrams: 1,
      slotPlates: { tractorPlate: [], trailerPlate: [], isFromHub: false },
      turn: { holder: "buyer" },
    },
  } as unknown as OrderPage;
  return drawn(<MilestoneList order={order} files={[]} zone="Asia/Shanghai" />, { locale, rooms: ROOMS });
}

test.each(LOCALES)(
  "in %s what is noted of a step stands under the step's name, and not in its number's column",
  (locale) => {
    const html = page(locale);
    const { milestone } = wordsIn("orders", locale);
    const columns = ["gate-number", "gate-name", "gate-say", "gate-effect", "gate-end"];
    const found = [...html.matchAll(/class="(gate-[a-z]+)"/g)].map(([, name]) => name);
    expect(found.slice(0, columns.length)).toEqual(columns);
    expect(found.slice(columns.length)).toEqual(["gate-note", "gate-note", "gate-note", "gate-note", "gate-evidence"]);
    const notes = html.slice(html.indexOf("gate-note"));
    for (const words of [milestone.early, milestone.papersMissing, milestone.stepsPassed, milestone.late])
      expect(notes).toContain(words);
    const rule = /\.gates > li > :nth-child\(n \+ 6\) \{([^}]*)\}/.exec(
      readFileSync("app/styles/screens/orders/chain.css", "utf8"),
    );
    expect(rule?.[1]).toContain("grid-column: 2 / -1");
  },
);

test.each(LOCALES)(
  "in %s a delivery that was late before it was sent back is said to be so, a struck one not",
  (locale) => {
    const { milestone } = wordsIn("orders", locale);
    const late = { dueAt: DUE, reason: "own_fault", words: null };
    const told = (evidence: object) => ({
      ...{ id: "reopened-1", code: "delivered", occurredAt: AT, receivedAt: AT, note: null },
      ...{ isReopened: true, reporterName: null, evidence },
    });
    const struck = { reason: "Another truck", by: "Azamat", at: AT };
    expect(page(locale, [told({ late })])).toContain(milestone.lateEarlier);
    for (const evidence of [{}, { late, struck }])
      expect(page(locale, [told(evidence)])).not.toContain(milestone.lateEarlier);
  },
);

test.each(LOCALES)(
  "in %s a step is passed over by one that follows it, and not by a slot booked ahead of it",
  (locale) => {
    const { milestone } = wordsIn("orders", locale);
    const shown = (told: readonly string[]) => {
      const milestones = milestonesFor("logistics", "road").map((one) => ({
        ...{ ...one, note: "", isDelivery: one.isDelivery === true, missingEvidence: [], fileIds: [] },
        ...{ earliestAt: null, reportedAt: null, evidence: null, occurredAt: told.includes(one.code) ? AT : null },
      }));
      const order = {
        ...{ id: "haul", dealId: "deal", mode: "road", service: "logistics", side: "buyer", state: "scheduled" },
        ...{ milestones, witnesses: [], grossWeightGrams: 1, turn: { holder: "provider", code: "picked_up" } },
      } as unknown as OrderPage;
      return drawn(<MilestoneList order={order} files={[]} zone="Asia/Shanghai" />, { locale, rooms: ROOMS });
    };
    expect(shown(["booked", "slot_reserved"])).not.toContain(milestone.passedOver);
    expect(shown(["booked", "slot_reserved"])).toContain(milestone.next);
    expect(shown(["booked", "slot_reserved", "left_for_hub"])).toContain(milestone.passedOver);
  },
);
