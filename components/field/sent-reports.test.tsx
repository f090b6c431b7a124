import { expect, test } from "vitest";
import { LOCALES } from "@/domain/shared/locale";
import { drawn, wordsIn } from "@/test/drawn";
import { SentReports } from "./sent-reports";
import { StepEvidence } from "./evidence-view";

const REPORTS = [{ value: "r1", label: "Picked up · 24 Nov 18:00" }];

test.each(LOCALES)(
  "in %s whoever has reported is offered to strike it, and whoever has not is offered nothing",
  (locale) => {
    const form = (reports: typeof REPORTS) =>
      drawn(<SentReports address="/api/field/t/strikes" reports={reports} />, { locale, rooms: ["field", "ui"] });
    expect(form(REPORTS)).toContain(wordsIn("field", locale).strike.send);
    expect(form(REPORTS)).toContain("Picked up · 24 Nov 18:00");
    expect(form([])).toBe("");
  },
);

test.each(LOCALES)("in %s a struck report stands with its step, with who struck it and why", (locale) => {
  const struck = { reason: "Another truck", by: "Azamat", at: 0 };
  const witness = {
    ...{ id: "r1", code: "picked_up", occurredAt: 0, receivedAt: 0, note: null, isReopened: true, reporterName: null },
    evidence: { struck },
  };
  const order = {
    witnesses: [witness],
    grossWeightGrams: 1,
    slotPlates: { tractorPlate: [], trailerPlate: [], isFromHub: false },
  };
  const milestone = { code: "picked_up", evidence: null, missingEvidence: [] };
  const html = drawn(
    <StepEvidence {...({ order, milestone } as never as Parameters<typeof StepEvidence>[0])} files={[]} zone="UTC" />,
    { locale, rooms: ["field", "ui"] },
  );
  for (const said of [wordsIn("field", locale).evidence.struck, "Azamat", "Another truck"])
    expect(html).toContain(said);
});
