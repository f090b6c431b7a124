import type { Locator } from "@playwright/test";
import { expect } from "../../support/test";
import type { Person } from "../person";
import type { Line } from "./offered/line";
import { type Offer, totalOf } from "./offered/offer";

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** What stands in a table of charge lines, cell by cell. */
const cellsIn = (table: Locator): Promise<string[][]> =>
  table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

/** A price as pages write it: digits of an amount, or the share with its least amount. */
const shownPrice = ({ t }: Person, { price, minimum, quantity }: Line): string => {
  if (quantity !== "") return digitsOf(price);
  const rate = `${price}%`;
  return minimum === undefined
    ? rate
    : t("bidding.line.atLeast", { rate, minimum: minimum.replace(/\B(?=(\d{3})+\.)/g, ",") });
};

/** A line cell by cell: amounts by their digits, down to the smallest unit, since languages write them in their own way. */
function shownLine(person: Person, line: Line): string[] {
  const { t } = person;
  const { code, basis, quantity, amountMinor, isPassThrough } = line;
  return [
    // What is paid at cost says so below its name.
    `${code} ${t(`services.charge.${code}`)}${isPassThrough ? t("bidding.line.atCost") : ""}`,
    t(`services.basis.${basis}`),
    quantity ?? t("bidding.line.onUse"),
    shownPrice(person, line),
    amountMinor === null ? t("bidding.line.onUse") : amountMinor.toString(),
  ];
}

const readLine = (cells: readonly string[]): string[] =>
  cells.map((cell, at) => (at < 3 || !/^[\d\s.,]+$/.test(cell) ? cell : digitsOf(cell)));

/** The table holds every line as it was typed, and adds up to their sum: nothing is lost, and no unit is rounded away. */
export async function expectLines(person: Person, table: Locator, offer: Offer): Promise<void> {
  expect((await cellsIn(table)).map(readLine), offer.service).toEqual(
    offer.lines.map((line) => shownLine(person, line)),
  );
  const total = await table.locator("tfoot tr").last().locator("td").innerText();
  expect(digitsOf(total), `the total of ${offer.service}`).toBe(totalOf(offer).toString());
}
