import { unfold } from "../support/unfold";
import type { Browser, Page } from "@playwright/test";
import { go, openPerson, type Person, press, write } from "../journey/person";
import { stored } from "../support/stored";
import { expect } from "../support/test";
import { type Cast, look, photo } from "./cast";
import type { Haul } from "./haul";

/** The driver has no account: a person, a language and the address of the link. */
export type Driver = Person & { readonly address: string };

/** The carrier makes a link for the driver, in the driver's own language, and the driver opens it. */
export async function giveLink(browser: Browser, { carrier }: Cast, haul: Haul, baseURL: string): Promise<Driver> {
  const { page, t } = carrier;
  const { name, language } = haul.run.driver;
  await go(carrier, `/orders/${haul.orders.logistics.id}`);
  const form = page.locator("#field-links");
  await unfold(form.locator('[name="role"]'));
  await write(carrier, t("field.link.person"), `${name}, ${haul.run.plates[0]}`);
  await form.locator('[name="role"]').selectOption("driver");
  await form.locator('[name="locale"]').selectOption(language);
  await press(carrier, t("field.link.make"));
  const address = new URL(await form.locator(".field-link-address").innerText()).pathname;
  await look(carrier, "link-made");

  const driver = { ...(await openPerson(browser, { locale: language, baseURL })), address };
  await driver.page.goto(address);
  await expect(driver.page.getByRole("heading", { level: 1 })).toHaveText(haul.orders.logistics.reference);
  await expect(driver.page.locator("html")).toHaveAttribute("lang", language);
  await look(driver, "driver");
  return driver;
}

const step = ({ t }: Driver, code: string): string => t(`service-logistics.milestone.${code}`);

/** This phone's clock runs a minute ahead, so that what it tells is never before what the office told in the same minute. */
const phoneClock = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = new Date(Date.now() + 60_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  });

type Told = { readonly code: string; readonly photos?: number; readonly seal?: string };

async function tell(driver: Driver, { code, photos = 0, seal }: Told): Promise<void> {
  const { page, t } = driver;
  await page.getByRole("radio", { name: step(driver, code) }).check();
  await page.locator('[name="occurredAt"]').fill(await phoneClock(page));
  const files = await Promise.all(
    Array.from({ length: photos }, async (_, at) => ({
      name: `IMG_${at}.jpg`,
      mimeType: "image/jpeg",
      buffer: await photo(),
    })),
  );
  await page.locator('[name="photos"]').setInputFiles(files);
  if (seal) await page.locator('[name="seals"]').fill(seal);
  // The goods are ready in days to come.
  await page.locator('[name="earlyReason"]').fill("Played in an hour");
  await page.getByRole("button", { name: t("field.place.doNotTell") }).click();
  await page.getByRole("button", { name: t("field.report.send"), exact: true }).click();
}

const arrived = ({ page, t }: Driver, count: number) =>
  expect(page.getByText(t("field.outbox.allSent", { count }))).toBeVisible();

const reportsOf = ({ orders }: Haul) =>
  stored("SELECT code FROM field_reports WHERE order_id = ? ORDER BY seq", orders.logistics.id).map(({ code }) => code);

/** What the phone complained of but that it had no line: that was played. */
export const complaintsOf = ({ complaints }: Driver): string[] =>
  complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(one));

/** Loaded, and at the border, without a connection: both lie on the phone, and arrive once when the line is back. */
export async function driveWithoutLine(driver: Driver, haul: Haul): Promise<void> {
  const { page, t, address } = driver;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async (path) => (await caches.match(path)) !== undefined, address);
  await page.context().setOffline(true);
  await tell(driver, { code: "picked_up", photos: 1, seal: "CN 481207" });
  await tell(driver, { code: "arrived_hub" });
  await expect(page.getByText(t("field.outbox.waiting", { count: 2 }))).toBeVisible();
  await page.reload();
  await expect(page.getByText(t("field.outbox.waiting", { count: 2 }))).toBeVisible();
  await look(driver, "driver-offline");
  expect(reportsOf(haul)).toEqual([]);
  await page.context().setOffline(false);
  await arrived(driver, 2);
  expect(reportsOf(haul)).toEqual(["picked_up", "arrived_hub"]);
  const photos = stored(
    "SELECT id FROM files WHERE subject_id = ? AND milestone_code = 'picked_up'",
    haul.orders.logistics.id,
  );
  expect(photos).toHaveLength(1);
}

/** Over the border, at the destination and unloaded, with a picture of the signed note. */
export async function driveToDelivery(driver: Driver, haul: Haul): Promise<void> {
  await driver.page.goto(driver.address);
  await tell(driver, { code: "crossed_border" });
  await arrived(driver, 1);
  await tell(driver, { code: "delivered", photos: 1 });
  await arrived(driver, 2);
  expect(reportsOf(haul)).toEqual(["picked_up", "arrived_hub", "crossed_border", "delivered"]);
  await look(driver, "driver-delivered");
}
