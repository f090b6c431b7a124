import { expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/local-date";
import { datedAhead } from "./dated-ahead";

const TODAY = "2026-12-31" as LocalDate;

test("an example of what is to come lies ahead of today, its days as far apart as they were", () => {
  expect(
    datedAhead({ closesAt: "2026-11-28T10:00:00Z", bids: [{ validUntil: "2026-12-15T10:00:00Z" }] }, TODAY),
  ).toEqual({ closesAt: "2027-01-14T10:00:00Z", bids: [{ validUntil: "2027-01-31T10:00:00Z" }] });
});

test.each([
  ["of what has happened", { occurredAt: "2026-11-28T10:00:00Z" }],
  ["without days", { answer: "10 kW", number: "530320260123456789" }],
  ["that is none", undefined],
])("an example %s stays as it is", (_, example) => expect(datedAhead(example, TODAY)).toEqual(example));
