import { expect, test } from "vitest";
import { accept, checkAll, everyRefusal, type Refusal, refuse } from "./result";

const late = refuse("starts_in_past", { field: "startDate" });
const long = refuse("bid_too_long", { field: "remarks" });
const mixed = refuse("currency_mixed", { field: "charges[1]" });

test("an input that breaks several rules is refused for the first, and the others are said beside it, in their order", () => {
  const all = checkAll<Refusal>([accept(1), late, checkAll<Refusal>([long, accept(2), mixed])]);
  expect(all).toEqual({ ok: false, refusal: { ...late.refusal, others: [long.refusal, mixed.refusal] } });
  expect(all.ok ? [] : everyRefusal(all.refusal)).toEqual([late.refusal, long.refusal, mixed.refusal]);
});

test("an input that breaks one rule is refused as ever, and one that breaks none passes", () => {
  expect(checkAll([accept(1), late])).toEqual(late);
  expect(everyRefusal(late.refusal)).toEqual([late.refusal]);
  expect([checkAll([]), checkAll([accept(1)])]).toEqual([accept(undefined), accept(undefined)]);
});
