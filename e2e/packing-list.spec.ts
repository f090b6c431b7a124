import { translator } from "@/server/platform/translate";
import { pdfOf, xlsxOf } from "@/test/file-corpus";
import { PLAYED_LOCALES } from "@/test/played-locales";
import { expectAxeClean } from "./support/axe";
import { expect, expectNoSideScroll, test } from "./support/test";

// Files are counted by address: a proxy on this machine is believed.
test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.43" } });

const cell = (name: string, text: string | number): string =>
  typeof text === "number"
    ? `<c r="${name}"><v>${text}</v></c>`
    : `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEADS = ["Description of goods", "HS code", "Cartons", "Gross weight (kg)", "Volume (cbm)"];
const LINES = [
  ["LED lamps", "853952", 400, 8_200, 46],
  ["Ceramic cups", "691200", 120, 2_400, 9],
] as const;
const rowOf = (cells: readonly (string | number)[], row: number): string =>
  `<row r="${row}">${cells.map((text, at) => cell(`${"ABCDE"[at]}${row}`, text)).join("")}</row>`;
const SHEET = `<worksheet><sheetData>${[["By road from Yiwu to Almaty, DAP Almaty"], HEADS, ...LINES]
  .map((cells, at) => rowOf(cells, at + 1))
  .join("")}</sheetData></worksheet>`;
const WORKBOOK = {
  name: "packing list.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: xlsxOf([{ name: "xl/worksheets/sheet1.xml", content: SHEET }]),
};

for (const locale of PLAYED_LOCALES) {
  const t = translator(locale);

  test(`a packing list on the front page becomes a draft that is filled, in ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}?file=none#first-file`);
    await expect(page.getByText(t("landing.first.file.refused.none"))).toBeVisible();
    await expectNoSideScroll(page);
    await expectAxeClean(page);
    await page.getByLabel(t("landing.first.file.label")).setInputFiles(WORKBOOK);
    await page.getByRole("button", { name: t("landing.first.file.send") }).click();
    await expect(page).toHaveURL(/\/start\/[\w-]{43}$/);
    for (const [field, value] of [
      ["originId", "CNYIU"],
      ["destinationId", "KZALA"],
      ["mode", "road"],
      ["incotermRule", "DAP"],
      ["title", "LED lamps"],
      ["cargo[0].description", "LED lamps"],
      ["cargo[0].packages", "400"],
      ["cargo[1].description", "Ceramic cups"],
      ["cargo[1].hsCode", "691200"],
      ["cargo[1].grossWeightKg", "2400"],
    ])
      await expect(page.locator(`[name="${field}"]`), field).toHaveValue(value as string);
    await expectAxeClean(page);
  });
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a packing list is read too, and what cannot be read is said where it was chosen", async ({ page }) => {
    const t = translator("en");
    await page.goto("/en");
    const send = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      if (!(await page.getByLabel(t("landing.first.file.label")).isVisible()))
        await page.getByText(t("landing.first.file.open")).click();
      await page.getByLabel(t("landing.first.file.label")).setInputFiles(file);
      await page.getByRole("button", { name: t("landing.first.file.send") }).click();
    };
    const pdf = { name: "list.pdf", mimeType: "application/pdf", buffer: pdfOf() };
    for (const [file, why] of [
      [pdf, "type_has_no_text"],
      [{ name: "list.csv", mimeType: "text/csv", buffer: Buffer.alloc(2 * 1024 * 1024 + 1, "a") }, "file_too_large"],
      [{ name: "list.txt", mimeType: "text/plain", buffer: Buffer.alloc(20_001, "goods ") }, "text_too_long"],
      [{ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("Hello") }, "nothing_read"],
      [{ name: "list.xlsx", mimeType: "", buffer: Buffer.from("no workbook") }, "unreadable"],
    ] as const) {
      await send(file);
      await expect(page.getByText(t(`landing.first.file.refused.${why}`)), why).toBeVisible();
    }
    await send(WORKBOOK);
    await expect(page).toHaveURL(/\/start\/[\w-]{43}$/);
    await expect(page.locator('[name="cargo[1].description"]')).toHaveValue("Ceramic cups");
  });
});

test("a packing list is taken from pages of this site only, as a form, and so many of one address in an hour", async ({
  request,
}) => {
  const headers = { "x-forwarded-for": "203.0.113.44" };
  const send = (more: object = {}) =>
    request.post("/api/files/draft", {
      multipart: { language: "en", file: { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("Hello") } },
      maxRedirects: 0,
      ...{ headers, ...more },
    });
  expect((await send({ headers: { ...headers, origin: "https://evil.example" } })).status()).toBe(403);
  expect((await request.post("/api/files/draft", { data: "{}", headers })).status()).toBe(415);
  const places: (string | undefined)[] = [];
  for (let at = 0; at <= 20; at++) places.push((await send()).headers().location);
  expect(places[0]).toBe("/en?file=nothing_read#first-file");
  expect(places.at(-1)).toBe("/en?file=too_many_requests#first-file");
});
