import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/words/translate";

/** Opens the first request of the desk that asks for a bid, and not to confirm one, to answer or to mend papers. */
export async function openForBid(page: Page, locale: string): Promise<void> {
  const t = translator(locale);
  const others = new RegExp(["confirm", "answer", "cure"].map((act) => t(`bidding.desk.act.${act}`)).join("|"));
  const link = page.locator('a[href*="/desk?request="]').filter({ hasNotText: others }).first();
  await page.goto((await link.getAttribute("href")) ?? "");
}
