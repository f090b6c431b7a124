import { PAYEE } from "@/domain/services/examples";
import type { Browser, Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { RIVAL } from "./journey/cast";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { orderOf } from "./support/order-of";
import { writeFunds } from "./support/paid-funds";
import { enterAs, sessionFile } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { stepsOf } from "./support/stored";
import { unfold } from "./support/unfold";

type Screens = { readonly buyer: Page; readonly rival: Page; readonly here: string };

async function screensOf(
  browser: Browser,
  language: string,
  orderId: string,
  javaScriptEnabled: boolean,
): Promise<Screens> {
  const buyer = await (await browser.newContext({ storageState: sessionFile("buyer"), javaScriptEnabled })).newPage();
  const rival = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await enterAs(rival, RIVAL, language);
  return { buyer, rival, here: `/${language}/orders/${orderId}` };
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();

/** Sends the form that stands in the page's room, and is back at the order. */
async function send(page: Page, form: string, here: string): Promise<void> {
  await page.locator(`#${form} button[type=submit], #${form} .send-bar button`).first().click();
  await expect(page).toHaveURL(({ pathname, search }) => pathname === here && search === "");
}

type Step = { readonly code: string; readonly fill?: () => Promise<void> };

async function step(page: Page, here: string, { code, fill }: Step): Promise<void> {
  await page.goto(here);
  await unfold(field(page, "code"));
  await field(page, "code").selectOption(code);
  await fill?.();
  await page.locator("#report form button").last().click();
  await expect(page).toHaveURL(({ pathname }) => pathname === here);
}

/** Opens the form of a deed by its own link, as a reader does. What is on it is there when this is done. */
async function open(page: Page, transition: string): Promise<void> {
  const link = page.locator(`a[href*="?do=${transition}"]`).first();
  await unfold(link);
  await link.click();
  await expect(page).toHaveURL(({ search }) => search.startsWith(`?do=${transition}`));
  await expect(page.locator("#clearance-form, #remittance-form")).toBeVisible();
}

async function expectSound(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

test("a declaration is drafted, approved, filed, questioned, assessed and released on the order's page, also without scripts", async ({
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const orderId = await orderOf(request, {
    service: "customs",
    spec: {
      ...{ side: "import" },
      importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
    },
    charges: [{ code: "IMD", basis: "declaration", unitPrice: { minor: 60_000, currency: "CNY" } }],
    terms: {},
    subcontractors: [{ name: "Almaty Brokers LLP", country: "KZ", registrationNumber: "120740001853", parts: ["IMD"] }],
  });
  const { buyer, rival, here } = await screensOf(browser, language, orderId, false);
  await step(rival, here, { code: "documents_requested" });
  await open(rival, "draft.import");
  await rival.locator('[name="lines[0].hsCode"]').fill("7");
  await rival.locator("#clearance-form .send-bar button").click();
  await expect(rival.locator("#clearance-form")).toContainText(
    t("clearance.refusal.hs_code_malformed", { line: 1, digits: "10" }),
  );
  for (const box of await rival.locator('[name$="].hsCode"]').all()) await box.fill("8504409000");
  for (const box of await rival.locator('[name$="].value"]').all()) await box.fill("7 400 000,00");
  await send(rival, "clearance-form", here);

  await buyer.goto(here);
  await expect(buyer.locator(".turn-bar")).toContainText(
    t("clearance.task.approve.yours", { buyer: "", provider: "" }),
  );
  await open(buyer, "approve");
  await send(buyer, "clearance-form", here);

  await rival.goto(here);
  await open(rival, "file");
  await field(rival, "number").fill("123");
  await rival.locator("#clearance-form .send-bar button").click();
  await expect(rival.locator('[name="number"][aria-invalid="true"]')).toBeVisible();
  await field(rival, "number").fill(`50417/241126/${project.name === "phone" ? "0012345" : "0054321"}`);
  await send(rival, "clearance-form", here);
  await open(rival, "question");
  await field(rival, "question").fill("Which power has the inverter?");
  await send(rival, "clearance-form", here);

  await buyer.goto(here);
  await expect(buyer.locator(".turn-bar")).toContainText(t("clearance.task.answer.yours", { buyer: "", provider: "" }));
  await open(buyer, "answer");
  await field(buyer, "answer").fill("5 kW, by the data sheet");
  await send(buyer, "clearance-form", here);

  await rival.goto(here);
  await open(rival, "assess");
  for (const part of ["duty", "vat"])
    for (const box of await rival.locator(`[name$="].${part}"]`).all()) await box.fill("444,000.00");
  await field(rival, "fee").fill("20000");
  await send(rival, "clearance-form", here);
  await open(rival, "pay");
  await field(rival, "receipt").fill("P-77");
  await send(rival, "clearance-form", here);
  await open(rival, "release");
  await send(rival, "clearance-form", here);

  const reading = await (await browser.newContext({ storageState: sessionFile("buyer") })).newPage();
  await reading.goto(here);
  await expect(reading.locator("#clearance")).toContainText(t("clearance.state.released"));
  await expect(reading.locator("#clearance")).toContainText("5 kW, by the data sheet");
  await expectSound(reading);
});

test("a rate is locked and taken, money is sent, comes back, is sent again, and the buyer takes on what that has cost", async ({
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const orderId = await orderOf(request, {
    service: "payment",
    spec: {
      ...{ need: "supplier_payment", payerCurrency: "USD", payeeCurrency: "CNY", ...PAYEE },
      amount: { minor: 10_000_000, currency: "USD" },
    },
    charges: [{ code: "PAY", basis: "payout", unitPrice: { minor: 20_000, currency: "CNY" } }],
    terms: { channel: "cips", lockMinutes: 60, midRate: "7.12" },
  });
  const { buyer, rival, here } = await screensOf(browser, language, orderId, true);
  const steps = stepsOf(orderId);
  for (const code of ["kyc_submitted", "kyc_approved"]) if (steps.includes(code)) await step(rival, here, { code });
  await rival.goto(here);
  await open(rival, "lock");
  await field(rival, "rate").fill("7.10");
  await field(rival, "reference").fill(`FX-${orderId.slice(-8)}`);
  await expectSound(rival);
  await send(rival, "remittance-form", here);

  await buyer.goto(here);
  await expect(buyer.locator(".turn-bar")).toContainText(
    t("remittance.task.confirm.yours", { buyer: "", provider: "" }),
  );
  await open(buyer, "confirm");
  await expectSound(buyer);
  await send(buyer, "remittance-form", here);

  await step(rival, here, {
    code: "funds_received",
    fill: () => writeFunds({ page: rival, t }, orderId, { amount: "100,000", currency: "USD" }),
  });
  await step(rival, here, { code: "compliance_cleared" });
  const serial = project.name === "phone" ? "b548d5a7512d" : "b548d5a7513d";
  for (const attempt of [1, 2]) {
    await rival.goto(here);
    await open(rival, "send");
    await field(rival, "referenceKind").selectOption("uetr");
    await field(rival, "reference").fill(`97ed4827-7b6f-4491-a06${attempt}-${serial}`);
    await send(rival, "remittance-form", here);
    if (attempt === 2) continue;
    await open(rival, "return");
    await expect(rival.locator("#remittance-form")).toContainText(t("remittance.form.return.open"));
    await field(rival, "reason").selectOption("account_closed");
    await field(rival, "amountReturned").fill("709,900");
    await send(rival, "remittance-form", here);
    // Nothing goes to that account again: the buyer gives another one first.
    await buyer.goto(here);
    await expect(buyer.locator(".turn-bar")).toContainText(
      t("remittance.task.tell_payee.yours", { buyer: "", provider: "" }),
    );
    await open(buyer, "tell_payee");
    await field(buyer, "payeeAccount").fill("6222020812345678902");
    await expectSound(buyer);
    await send(buyer, "remittance-form", here);
    await rival.goto(here);
    await expect(rival.locator("#remittance")).toContainText("6222020812345678902");
    await expect(rival.locator(".turn-bar")).toContainText(
      t("remittance.task.resend.yours", { buyer: "", provider: "" }),
    );
  }
  await open(rival, "receive");
  await send(rival, "remittance-form", here);
  await buyer.goto(here);
  await expect(buyer.locator("#remittance")).toContainText(t("remittance.attempt", { attempt: 2 }));
  await expect(buyer.locator("#remittance")).toContainText(t("remittance.returned.open"));
  await open(buyer, "bear");
  await expect(buyer.locator("#remittance-form")).toContainText("100.00");
  await expectSound(buyer);
  await send(buyer, "remittance-form", here);
  await expect(buyer.locator("#remittance")).toContainText(
    t("remittance.returned.taken", { bearer: t("remittance.bearer.payer") }),
  );
  await expect(buyer.locator('a[href*="?do=bear"]')).toHaveCount(0);
});

test("corridors are everybody's to read, as a drawing and as a table", async ({ page }, { project }) => {
  for (const language of languagesOf(project.name)) {
    await page.goto(`/${language}/corridors`);
    await expect(page.getByRole("table")).toBeVisible();
    await expectSound(page);
  }
});
