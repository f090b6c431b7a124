import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Press = Pick<MouseEvent, "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey" | "defaultPrevented" | "target">;

/** The page that a press on a link of a row, or of a part that is written as markup, opens; null where the browser does as it always does: another tab, a fragment, no such link. */
export function pressedRow(press: Press): string | null {
  const isPlain = press.button === 0 && !(press.metaKey || press.ctrlKey || press.shiftKey || press.altKey);
  if (!isPlain || press.defaultPrevented) return null;
  const target = press.target as Element;
  const link = target.closest("a.row-link") ?? target.closest("[data-written] a:not([target], [download])");
  const href = link?.getAttribute("href");
  return href?.startsWith("/") && !href.startsWith("/api/") ? href : null;
}

/** Follows the links of all tables' rows and of written parts without a new document, as next/link does, by one listener in place of a component in each row. */
export function useRowLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const href = pressedRow(event);
      if (href === null) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router]);
}
