import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as unwatched } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { expectAxeClean } from "./support/axe";
import { expectFault } from "./support/expected-faults";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const LOCALE_OF: Readonly<Record<string, string>> = { desktop: "en", phone: "zh-CN" };

type Words = {
  readonly fault: { readonly title: string; readonly again: string };
  readonly missing: { readonly title: string };
};
const wordsOf = (locale: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../messages", locale, "instead.json"), "utf8"));

test("a page that is not there says so in the reader's language", async ({ page }, { project }) => {
  const locale = LOCALE_OF[project.name] as string;
  for (const address of [`/${locale}/nowhere`, `/${locale}/requests/nothing`]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf(locale).missing.title);
    await expectNoSideScroll(page);
    await expectAxeClean(page);
  }
});

/** Writes what no code of ours would into a request that nobody else here looks at, and answers how to undo it. */
function damage(at: number): { readonly id: string; readonly mend: () => void } {
  const old = "SELECT id, spec FROM requests WHERE state = 'awarded' AND visibility = 'open' ORDER BY id LIMIT 2";
  const { id, spec } = stored(old)[at] as { id: string; spec: string };
  const write = (value: string) => {
    const connection = new Sqlite(join(process.env.DATA_DIR as string, "kouan.db"), { timeout: 10_000 });
    connection.prepare("UPDATE requests SET spec = ? WHERE id = ?").run(value, id);
    connection.close();
  };
  write("{}");
  return { id, mend: () => write(spec) };
}

// Not watched: a fault is what the browser complains of, and what is looked for.
unwatched("a fault gives a reference, and the page comes once it can be made", async ({ page }, { project }) => {
  const locale = LOCALE_OF[project.name] as string;
  const { fault } = wordsOf(locale);
  const { id, mend } = damage(locale === "en" ? 0 : 1);
  try {
    const response = await page.goto(`/${locale}/requests/${id}`);
    expect(response?.status()).toBe(500);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(fault.title);
    await expect(page.getByRole("main")).toContainText(/\d{6,}/);
    expectFault(/\d{6,}/.exec(await page.getByRole("main").innerText())?.[0] ?? "");
    await expectAxeClean(page);
    const again = page.getByRole("button", { name: fault.again });
    await Promise.all([page.waitForEvent("load"), again.click()]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(fault.title);
    mend();
    await again.click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(fault.title);
    await expect(page.locator("dl.waybill").first()).toBeVisible();
  } finally {
    mend();
  }
});
