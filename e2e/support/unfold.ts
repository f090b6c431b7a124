import type { Locator } from "@playwright/test";

/** What most leave out, and on a phone what is not the reader's turn, lies folded away: the folds around it are opened, the outer ones first. */
export async function unfold(inside: Locator): Promise<void> {
  const folds = inside.page().locator("details:not([open])").filter({ has: inside });
  while ((await folds.count()) > 0) await folds.first().locator("> summary").click();
}
