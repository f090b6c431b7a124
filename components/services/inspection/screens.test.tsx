import { expect, test } from "vitest";
import { specExample } from "@/domain/services/inspection/spec-example";
import { inspectionTermsSchema } from "@/domain/services/inspection/schema";
import { drawn } from "@/test/drawn";
import { InspectionTermsView } from "./screens";

/** The text of the page, as somebody reads it who may know what was asked for. */
function textOf(terms: object, changes: object | null = {}): string {
  const html = drawn(
    <InspectionTermsView
      terms={inspectionTermsSchema.parse(terms)}
      spec={changes && specExample(changes)}
      zone="Asia/Shanghai"
      places={[]}
    />,
    { rooms: ["ui", "services", "service-inspection"] },
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

test.each([
  [1_000, "1 man-day As many as the request comes to."],
  [1_500, "1.5 man-days The request comes to 1 man-day: 0.5 more."],
  [750, "0.75 man-days The request comes to 1 man-day: 0.25 fewer."],
])("%d thousandths of a man-day stand beside what the request comes to", (manDaysOfferedMilli, words) => {
  expect(textOf({ manDaysOfferedMilli })).toContain(words);
});

test("offered man-days stand alone where the reader may not know the request, or where nobody is on site", () => {
  expect(textOf({ manDaysOfferedMilli: 1_500 }, null)).not.toContain("comes to");
  expect(textOf({ manDaysOfferedMilli: 1_500 }, { type: "lab_test" })).not.toContain("comes to");
});

test("a bid that says nothing of its impartiality is shown as not declared", () => {
  const label = "No business with this factory in the last 12 months";
  expect(textOf({})).toContain(`${label} Not declared`);
  expect(textOf({ isImpartial: true })).toContain(`${label} Yes`);
  expect(textOf({ isImpartial: false })).toContain(`${label} No`);
});

test.each([
  [["2026-11-18", "2026-11-19"], "The day that is wanted is among them."],
  [["2026-11-19"], "The second day that is wanted is among them."],
  [["2026-11-20"], "None of them is a day that is wanted."],
])("of offered days %j is said which wanted day they meet", (dateSlots, words) => {
  expect(textOf({ dateSlots }, { alternativeDate: "2026-11-19" })).toContain(words);
});
