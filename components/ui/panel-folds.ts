"use client";

import { useLayoutEffect } from "react";

/** From this width on a page shows all its panels; page.css has the same. */
const DESK = "(min-width: 720px)";

/** What the address leads to is opened: a fold, one around it, or the first in it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest("details.panel-fold") ?? target?.querySelector("details.panel-fold");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

/**
 * What a phone folds (`Panel` and `FormSection` with `fold`): on a desk each is opened, and on both each stays as its reader left it when
 * it is drawn anew. Without a script page.css shows a desk what is in them. Once, around all pages.
 */
export function usePanelFolds(): void {
  useLayoutEffect(() => {
    const isDesk = matchMedia(DESK).matches;
    const left = new Map<string, boolean>();
    const nameOf = ({ id }: HTMLElement) => `${location.pathname} ${id}`;
    const settle = () => {
      const come = document.querySelectorAll<HTMLDetailsElement>("details.panel-fold:not([data-known])");
      for (const fold of come) {
        fold.open = left.get(nameOf(fold)) ?? (isDesk || fold.open);
        fold.dataset["known"] = "";
        // Only a press closes: what is drawn anew because it has been read stays open under its reader's eyes.
        fold.querySelector("summary")?.addEventListener("click", () => left.set(nameOf(fold), !fold.open));
        fold.addEventListener("toggle", () => {
          if (fold.open) left.set(nameOf(fold), true);
          else if (left.get(nameOf(fold)) !== false) fold.open = true;
        });
      }
      if (come.length > 0) openTarget();
    };
    settle();
    // A page that is gone on to, a live page and an answered form are drawn anew.
    const drawn = new MutationObserver(settle);
    drawn.observe(document.body, { childList: true, subtree: true });
    addEventListener("hashchange", openTarget);
    return () => {
      drawn.disconnect();
      removeEventListener("hashchange", openTarget);
    };
  }, []);
}
