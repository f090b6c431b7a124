import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isTyped } from "@/components/ui/long-form/is-typed";

/** Buttons that bind with one press: whoever has one before them reads what it says. */
const BINDS = '[name="intent"][value="send"], form[data-binds]';

/** Whether somebody is in the middle of something on this page: has typed, or has an amount before them that one press binds. */
const isPageBusy = (): boolean =>
  document.querySelector(BINDS) !== null || [...document.forms].some((form) => [...form.elements].some(isTyped));

const REFRESH_MS = 1_000;

/** Draws the page anew, at most once a second and never under somebody's hands; answers whether that waits for them. */
export function useRefresh(): { readonly isHeldBack: boolean; readonly refresh: () => void } {
  const router = useRouter();
  const [isHeldBack, setIsHeldBack] = useState(false);
  const next = useRef({ atMs: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined });
  useEffect(() => () => clearTimeout(next.current.timer), []);
  const refresh = () => {
    if (next.current.timer !== undefined) return;
    const waitMs = Math.max(0, next.current.atMs - Date.now());
    next.current.timer = setTimeout(() => {
      next.current = { atMs: Date.now() + REFRESH_MS, timer: undefined };
      const isBusy = isPageBusy();
      setIsHeldBack(isBusy);
      if (!isBusy) router.refresh();
    }, waitMs);
  };
  return { isHeldBack, refresh };
}
