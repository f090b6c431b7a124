import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import award from "../../../messages/en/award.json";
import ui from "../../../messages/en/ui.json";
import type { FormState } from "@/domain/shared/form-state";
import { KeptReasons, LossReasons } from "./loss-reasons";

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
const drawn = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="Asia/Shanghai" messages={{ award, ui }}>
      {node}
    </NextIntlClientProvider>,
  );

test("each loser has its own two fields, and nothing has to be said", () => {
  const page = drawn(<LossReasons losers={losers} state={null} />);
  for (const name of ["loss.01a.code", "loss.01a.words", "loss.01b.code", "loss.01b.words"])
    expect(page).toContain(`name="${name}"`);
  expect(page).not.toMatch(/required|<details[^>]* open/);
  expect(drawn(<LossReasons losers={[]} state={null} />)).toBe("");
});

test("what was said is kept, open to be seen, with the problem at its field", () => {
  const page = drawn(<LossReasons losers={losers} state={cameBack} />);
  expect(page).toMatch(/<details[^>]* open/);
  expect(page).toMatch(/<option value="experience" selected="">/);
  expect(page).toContain('value="No work at this hub"');
  expect(page).toMatch(/id="award-loss\.01b\.code-error"/);
});

test("while another choice is made it stays in the form, and nothing else with it", () => {
  const page = drawn(<KeptReasons state={cameBack} />);
  expect(page.match(/type="hidden"/g)).toHaveLength(3);
  expect(page).toContain('name="loss.01a.code" value="experience"');
});
