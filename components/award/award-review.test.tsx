import { expect, test } from "vitest";
import type { FormState } from "@/domain/shared/form-state";
import { drawn } from "@/test/drawn";
import { KeptReasons, LossReasons } from "./award-review";

const losers = [
  { bidId: "01a", line: "Customs: Altyn, CNY 1,350.00" },
  { bidId: "01b", line: "Customs: Beles, CNY 1,400.00" },
];
const cameBack: FormState = {
  key: "k",
  values: {
    "loss.01a.code": "experience",
    "loss.01a.words": "No work at this hub",
    "loss.01b.words": "Slow",
    dealId: "d",
  },
  fieldErrors: { "loss.01b.code": "Fill this in." },
  formErrors: [],
  notice: null,
};
const ROOMS = ["award", "ui"];

test("each loser has its own two fields, and nothing has to be said", () => {
  const page = drawn(<LossReasons losers={losers} state={null} />, { rooms: ROOMS });
  for (const name of ["loss.01a.code", "loss.01a.words", "loss.01b.code", "loss.01b.words"])
    expect(page).toContain(`name="${name}"`);
  expect(page).not.toMatch(/required|<details[^>]* open/);
  expect(drawn(<LossReasons losers={[]} state={null} />, { rooms: ROOMS })).toBe("");
});

test("what was said is kept, open to be seen, with the problem at its field", () => {
  const page = drawn(<LossReasons losers={losers} state={cameBack} />, { rooms: ROOMS });
  expect(page).toMatch(/<details[^>]* open/);
  expect(page).toMatch(/<option value="experience" selected="">/);
  expect(page).toContain('value="No work at this hub"');
  expect(page).toMatch(/id="award-loss\.01b\.code-error"/);
});

test("while another choice is made it stays in the form, and nothing else with it", () => {
  const page = drawn(<KeptReasons state={cameBack} />, { rooms: ROOMS });
  expect(page.match(/type="hidden"/g)).toHaveLength(3);
  expect(page).toContain('name="loss.01a.code" value="experience"');
});
