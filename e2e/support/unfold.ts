import type { Locator } from "@playwright/test";

/** What most leave out, and on a phone what is not the reader's turn, lies folded away: the folds around it are opened, the outer ones first. */
export async function unfold(inside: Locator): Promise<void> {
  for (;;) {
    const summary = await inside.evaluateHandle((element) => {
      let outermost: HTMLDetailsElement | null = null;
      for (let around = element.parentElement; around; around = around.parentElement)
        if (around instanceof HTMLDetailsElement && !around.open) outermost = around;
      return outermost?.querySelector(":scope > summary") ?? null;
    });
    const closed = summary.asElement();
    if (!closed) return;
    await closed.click();
  }
}
