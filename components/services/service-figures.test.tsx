import { expect, test } from "vitest";
import { drawn } from "@/test/drawn";
import { ServiceFigures, SpecWarnings } from "./service-figures";

test.each([
  ["en", "fetched by 3 Dec", "loading on 3 Dec"],
  ["zh-CN", "12月3日", "12月3日"],
])("warnings and notes of a request write days in %s as the page does", (locale, warned, noted) => {
  const year = new Date().getFullYear();
  const day = `${year}-12-03`;
  const rooms = ["services", "service-inspection", "ui"];
  const warnings = [{ key: "loading_after_pickup", values: { lastPickUpDay: day } }];
  const values = { days: 1, min: 2, loadingDay: day };
  const note = { key: "before_loading", value: { kind: "note", code: "loading_too_soon", values } } as const;
  const shown = [
    drawn(<SpecWarnings service="inspection" warnings={warnings} />, { locale, rooms }),
    drawn(<ServiceFigures service="inspection" figures={[note]} />, { locale, rooms }),
  ];
  expect(shown[0]).toContain(warned);
  expect(shown[1]).toContain(noted);
  for (const html of shown) expect(html).not.toContain(day);
});
