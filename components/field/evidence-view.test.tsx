import { expect, test } from "vitest";
import type { ShownFile } from "@/domain/files/file";
import { instant } from "@/domain/shared/time";
import { drawn, wordsIn } from "@/test/drawn";
import { LOCALES } from "@/domain/shared/locale";
import { EvidenceView, PhotoStrip, StepEvidence } from "./evidence-view";

const PICTURE: ShownFile = {
  ...{ id: "f1", name: "seal.jpg", kind: "jpeg", sizeBytes: 20_000_000, sha256: "" },
  ...{
    state: "clean",
    isOwn: false,
    milestoneCode: "picked_up",
    createdAt: instant(0),
    mayRead: true,
    mayRemove: false,
  },
};

test("a picture of a step is drawn small, and leads to the whole", () => {
  const html = drawn(<PhotoStrip files={[PICTURE]} photos={[]} zone="Asia/Shanghai" />, { rooms: ["field"] });
  expect(html).toContain('src="/api/files/f1/small"');
  expect(html).toContain('href="/api/files/f1"');
});

test.each(LOCALES)(
  "in %s a plate that is not the slot's says so beside it, as of the truck so of the trailer",
  (locale) => {
    const show = (tractorPlate: string, trailerPlate: string) =>
      drawn(
        <EvidenceView
          evidence={{ tractorPlate, trailerPlate }}
          files={[]}
          dealGrams={1}
          slotPlates={{ tractorPlate: ["沪A 12345"], trailerPlate: ["沪B 678挂"] }}
          zone="Asia/Shanghai"
        />,
        { locale, rooms: ["field"] },
      );
    expect(show("沪A12345", "沪B678挂")).not.toContain("evidence-warns");
    expect(show("粤B99999", "沪B678挂").match(/evidence-warns/g)).toHaveLength(1);
    expect(show("粤B99999", "沪B678挂")).toContain("沪A·12345");
    expect(show("沪A12345", "粤B99挂")).toContain("沪B 678挂");
  },
);

test.each(LOCALES)("in %s what was doubtful of a number and said to be right stands with the step", (locale) => {
  const confirmed = [
    "customs_office_unknown",
    "number_of_other_deal",
    "plate_unlike_any",
    "wagon_without_goods",
    "weight_above_deal",
    "weight_above_payload",
  ];
  const view = (evidence: object) => (
    <EvidenceView
      {...{ evidence, files: [], dealGrams: 1, zone: "Asia/Shanghai" }}
      slotPlates={{ tractorPlate: [], trailerPlate: [] }}
    />
  );
  expect(drawn(view({ confirmed }), { locale, rooms: ["field"] }).match(/field-help/g)).toHaveLength(confirmed.length);
  expect(drawn(view({}), { locale, rooms: ["field"] })).not.toContain("field-help");
});

test.each([
  ["picked_up", true, false],
  ["crossed_border", true, true],
  ["picked_up", false, true],
])(
  "at %s, with other trucks from the hub on: %s, another plate than the slot's is said to be so: %s",
  (code, isFromHub, is) => {
    const order = {
      witnesses: [],
      grossWeightGrams: 1,
      slotPlates: { tractorPlate: ["482ADK05"], trailerPlate: [], isFromHub },
    };
    const milestone = { code, evidence: { tractorPlate: "新F52806" }, missingEvidence: [] };
    const html = drawn(
      <StepEvidence {...({ order, milestone } as never as Parameters<typeof StepEvidence>[0])} files={[]} zone="UTC" />,
      { rooms: ["field", "ui"] },
    );
    expect(html.includes("evidence-warns")).toBe(is);
  },
);

test.each([
  ["while it waits for another report", "changes_requested", null, "reopened"],
  ["once it was reported again", "delivered", 2, "earlier"],
  ["of an order that was cancelled", "cancelled", null, "earlier"],
] as const)(
  "what a delivery was reported with before it was sent back says what is awaited %s",
  (_, state, occurredAt, said) => {
    const told = { id: "reopened-1", code: "delivered", occurredAt: 1, receivedAt: 1, note: null, reporterName: null };
    const props = {
      order: {
        ...{ state, grossWeightGrams: 1, slotPlates: { tractorPlate: [], trailerPlate: [], isFromHub: false } },
        witnesses: [{ ...told, isReopened: true, evidence: {} }],
      },
      milestone: { code: "delivered", occurredAt, evidence: null, missingEvidence: [] },
    } as never as Parameters<typeof StepEvidence>[0];
    for (const locale of LOCALES)
      expect(drawn(<StepEvidence {...props} files={[]} zone="UTC" />, { locale, rooms: ["field", "ui"] })).toContain(
        `<b>${wordsIn("field", locale).evidence[said]}</b>`,
      );
  },
);
