import { expect, test } from "vitest";
import { readReport } from "./read-report";

const NOW = Date.parse("2026-11-24T02:00:00Z");

const read = (fields: Readonly<Record<string, string>>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ code: "picked_up", occurredAt: "2026-11-24T01:00", ...fields }))
    data.set(name, value);
  return readReport(data, undefined, NOW + 86_400_000);
};

test("a report says that its numbers are right where that is ticked, and nothing of it else", () => {
  const ticked = read({ tractorPlate: "X1X1X1X1", isConfirmed: "on" });
  expect(ticked.body).toMatchObject({ evidence: { tractorPlate: "X1X1X1X1" }, isConfirmed: true });
  expect(read({}).body).not.toHaveProperty("isConfirmed");
});
