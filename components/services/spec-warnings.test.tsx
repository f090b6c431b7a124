import { expect, it } from "vitest";
import { drawn } from "@/test/drawn";
import { ServiceFigures, SpecWarnings } from "./service-figures";

const rooms = ["service-inspection", "services", "ui"];

it.each([
  ["en", "19 Dec 2026"],
  ["zh-CN", "2026年12月19日"],
] as const)("in %s warnings and notes write days as the page does", (locale, day) => {
  const warnings = [{ key: "date_after_pickup", values: { lastPickUpDay: "2026-12-19" } }];
  const values = { days: 1, min: 2, loadingDay: "2026-12-19" };
  const note = { kind: "note", code: "loading_too_soon", values, isWarning: true } as const;
  const page = drawn(
    <>
      <SpecWarnings service="inspection" warnings={warnings} />
      <ServiceFigures service="inspection" figures={[{ key: "before_loading", value: note }]} />
    </>,
    { locale, rooms },
  );
  expect(page.split(day)).toHaveLength(3);
  expect(page).not.toContain("2026-12-19");
});
