import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isPageBusy } from "./is-page-busy";

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
