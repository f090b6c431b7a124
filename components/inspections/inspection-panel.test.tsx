import { expect, test } from "vitest";
import type { InspectionRound } from "@/views/inspections";
import { instant, later, MINUTE_MS } from "@/domain/shared/time";
import { LOCALES } from "@/domain/shared/locale";
import { drawn, wordsIn } from "@/test/drawn";
import { VisitsTable } from "./inspection-panel";

const CAME = instant(Date.UTC(2026, 10, 25, 1, 0));

const visit = (round: number, checkedInAt: InspectionRound["checkedInAt"], minutes: number | null) =>
  ({
    ...{ id: `v${round}`, round, inspectorName: "Wang Wei", state: round === 1 ? "decided" : "booked" },
    ...{ checkedInAt, checkedOutAt: checkedInAt && minutes !== null ? later(checkedInAt, minutes * MINUTE_MS) : null },
    minutesOnSite: minutes,
    ...(round === 1 ? { issuedAt: CAME, judgement: { kind: "fail" } } : { issuedAt: null, judgement: null }),
  }) as unknown as InspectionRound;

test.each(LOCALES)("in %s each visit has its own arrival, leaving and minutes, and one to come has none", (locale) => {
  const rounds = [visit(1, CAME, 151), visit(2, null, null)];
  const page = drawn(<VisitsTable rounds={rounds} zone="Asia/Shanghai" />, { locale, rooms: ["inspections", "ui"] });
  const [, first = "", second = ""] = page.split("<tr").slice(1);
  expect(first).toMatch(/09:00.*11:31.*151/s);
  expect(first).toContain(wordsIn("inspections", locale).verdict.fail);
  expect(second).not.toMatch(/09:00|11:31|151/);
  expect(second).toContain(wordsIn("inspections", locale).state.booked);
});
