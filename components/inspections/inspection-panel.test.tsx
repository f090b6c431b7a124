import { expect, test } from "vitest";
import { INSPECTION_TYPES, SAMPLED_TYPES } from "@/domain/services/inspection/choices";
import type { Inspection, InspectionRound } from "@/views/inspections";
import { instant, later, MINUTE_MS } from "@/domain/shared/time";
import { drawn, wordsIn } from "@/test/drawn";
import { InspectionTurnBar, VisitsTable } from "./inspection-panel";
import { PLAYED_LOCALES } from "@/test/played-locales";

const CAME = instant(Date.UTC(2026, 10, 25, 1, 0));

const visit = (round: number, checkedInAt: InspectionRound["checkedInAt"], minutes: number | null) =>
  ({
    ...{ id: `v${round}`, round, inspectorName: "Wang Wei", state: round === 1 ? "decided" : "booked" },
    ...{ checkedInAt, checkedOutAt: checkedInAt && minutes !== null ? later(checkedInAt, minutes * MINUTE_MS) : null },
    minutesOnSite: minutes,
    ...(round === 1 ? { issuedAt: CAME, judgement: { kind: "fail" } } : { issuedAt: null, judgement: null }),
  }) as unknown as InspectionRound;

test.each(PLAYED_LOCALES)(
  "in %s each visit has its own arrival, leaving and minutes, and one to come has none",
  (locale) => {
    const rounds = [visit(1, CAME, 151), visit(2, null, null)];
    const page = drawn(<VisitsTable rounds={rounds} zone="Asia/Shanghai" />, { locale, rooms: ["inspections", "ui"] });
    const [, first = "", second = ""] = page.split("<tr").slice(1);
    expect(first).toMatch(/09:00.*11:31.*151/s);
    expect(first).toContain(wordsIn("inspections", locale).verdict.fail);
    expect(second).not.toMatch(/09:00|11:31|151/);
    expect(second).toContain(wordsIn("inspections", locale).state.booked);
  },
);

test.each(INSPECTION_TYPES)(
  "who is at the goods of %s is told to open drawn packages where some were drawn alone",
  (type) => {
    const rows = SAMPLED_TYPES.includes(type) ? [{}] : [];
    const party = { id: "p", latin: "Yongan", own: null };
    for (const state of ["booked", "on_site"] as const)
      for (const locale of PLAYED_LOCALES) {
        const rounds = [{ ...visit(1, CAME, null), state, plan: { type, rows } }];
        const view = {
          side: "provider",
          buyer: party,
          provider: party,
          noVisit: null,
          rounds,
        } as unknown as Inspection;
        const page = drawn(<InspectionTurnBar view={view} zone="Asia/Shanghai" />, {
          locale,
          rooms: ["inspections", "ui"],
        });
        expect(/drawn packages|seed|抽中的包件|种子/.test(page), `${locale} ${state}`).toBe(
          SAMPLED_TYPES.includes(type),
        );
        expect(page).not.toContain("{");
      }
  },
);
