import type { Locator } from "@playwright/test";
import { expect } from "../support/test";
import { unfold } from "../support/unfold";
import { type Person, choose, press, write } from "./person";
import { type Line, type Offer, decimal, totalOf } from "./offer";
import { type Filled, expectSaid, fillPart, saidOtherwise } from "./fill-part";
import { type Part, partOf } from "./typed";
import { tells } from "./tells";

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

/** A bid that was sent, and how pages are to say what it promises. */
export type Sent = { readonly bidId: string; readonly offer: Offer; readonly promised: readonly Filled[] };

const linesNamed = ({ page, t }: Person): Locator => page.getByRole("list", { name: t("bidding.form.lines") });

type Priced = Pick<Line, "code" | "basis" | "price" | "minimum" | "isPassThrough">;

/** A field that lies behind a line's name, and is drawn once that is pressed; without a script a button there brings it. */
async function fieldBehind(line: Locator, part: string): Promise<Locator> {
  const control = line.locator(`[name$=".${part}"]:not([type="hidden"])`);
  const bring = line.locator("details[open] noscript button");
  await expect(async () => {
    if (await control.isVisible()) return;
    await ((await bring.count()) > 0 ? bring : line.locator("summary")).click();
    await expect(control).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return control;
}

/** Suggested lines stand ready, each with its charge and basis chosen: only what they cost is typed. */
export async function priceLine(person: Person, { code, basis, price, minimum, isPassThrough }: Priced): Promise<void> {
  const { page } = person;
  const chosen = (part: "code" | "basis", value: string) =>
    page.locator(
      `input[name$=".${part}"][value="${value}"], select[name$=".${part}"] option[value="${value}"]:checked`,
    );
  const line = linesNamed(person)
    .getByRole("listitem")
    .filter({ has: chosen("code", code) })
    .filter({ has: chosen("basis", basis) });
  await line.locator('input[name$=".price"]').fill(price);
  if (minimum !== undefined) await (await fieldBehind(line, "minimum")).fill(minimum);
  if (isPassThrough) await (await fieldBehind(line, "isPassThrough")).check();
}

/** What a bid says beside its price, whose fields have the same names for every service. */
const commercialTermsPart = (t: Person["t"]): Part => ({
  prefix: "",
  labelOf: (name) => t(`bidding.beside.field.${name.replace(/\[\d+\]\./, ".part.")}.label`),
});

/**
 * Writes the offer and forgets the days, where it needs any. The form comes back and says so; all that was typed is still in it, since nothing but the days
 * is typed after that and everything else is found in the bid.
 */
async function writeOffer(person: Person, offer: Offer): Promise<Filled[]> {
  const { page, t } = person;
  const { typed, saidAs = {} } = offer.terms;
  await choose(person, t("bidding.form.currency"), offer.currency);
  for (const line of offer.lines) await priceLine(person, line);
  const filled = await fillPart(person, partOf(t, offer.service, "terms"), typed);
  await fillPart(person, commercialTermsPart(t), offer.subcontractors ?? {});
  if (offer.days === null) return saidOtherwise(filled, saidAs);
  await press(person, t("bidding.form.check"));
  const forgotten = t("ui.errors.problem", { field: t("bidding.form.days.min"), problem: t("issues.required") });
  await expect(page.getByRole("link", { name: forgotten, exact: true })).toBeVisible();
  await write(person, t("bidding.form.days.min"), offer.days[0]);
  await write(person, t("bidding.form.days.max"), offer.days[1]);
  return saidOtherwise(filled, saidAs);
}
/** Reads what the server makes of the form on the page, line by line, and sends it. */
async function checkAndSend(person: Person, offer: Offer): Promise<void> {
  const { page, t } = person;
  await press(person, t("bidding.form.check"));
  const send = page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });
  await expect(send).toBeVisible();
  // Prices far from what is usual are meant here.
  for (const tick of await page.locator('input[name="confirmedSlips"]').all()) await tick.check();
  await expectLines(person, page.getByRole("table", { name: t("bidding.form.lines"), exact: true }).last(), offer);
  const total = decimal(totalOf(offer), offer.currency);
  expect(tells(await send.innerText(), [total])).toEqual([total]);
  await send.click();
}

const versionOn = ({ page, t }: Person, number: number): Locator =>
  page.getByText(t("bidding.own.version", { number }));

/** Sends a first bid on the request that is on the page, and reads it back. */
export async function sendBid(person: Person, offer: Offer): Promise<Sent> {
  const { page } = person;
  const promised = await writeOffer(person, offer);
  await checkAndSend(person, offer);
  await unfold(versionOn(person, 1));
  await expect(versionOn(person, 1)).toBeVisible();
  await expectSaid(page.locator("#own-bid"), promised);
  return { bidId: await page.locator('input[name="bidId"]').first().inputValue(), offer, promised };
}

/** Changes the price of a line; all else is still in the form. Its bidder sees both versions, each with its own lines. */
export async function reviseBid(person: Person, sent: Sent, offer: Offer): Promise<Sent> {
  const { page, t } = person;
  await unfold(page.locator('[name="charges[0].price"]').first());
  for (const line of offer.lines) await priceLine(person, line);
  await checkAndSend(person, offer);
  await unfold(versionOn(person, 2));
  await expect(versionOn(person, 2)).toBeVisible();
  await page.getByText(t("bidding.own.earlier", { count: 1 })).click();
  await expect(versionOn(person, 1)).toBeVisible();
  const tables = page.locator("#own-bid").getByRole("table", { name: t("bidding.own.lines"), exact: true });
  await expectLines(person, tables.first(), offer);
  await expectLines(person, tables.last(), sent.offer);
  return { ...sent, offer };
}
