import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type LegMode, Route } from "./cells";

type RouteTextProps = {
  readonly from: ReactNode;
  /** The hub's name in the reader's language; null while the buyer leaves it open. */
  readonly hub: ReactNode | null;
  /** Only border hubs wear the 口; sea and air hubs are plain. */
  readonly isBorderHub: boolean;
  readonly to: ReactNode;
  readonly mode: LegMode;
  /** The rails beyond the hub are of 1520 mm: drawn wider. */
  readonly isWideAfterHub?: boolean;
};

/** From, hub, to: the hub is always in the route. */
export function RouteText({ from, hub, isBorderHub, to, mode, isWideAfterHub = false }: RouteTextProps) {
  const t = useTranslations("ui.route");
  const isWide = mode === "rail" && isWideAfterHub;
  return (
    <Route
      stops={[from, hub ?? t("anyHub"), to]}
      mode={mode}
      words={[t("through"), t("to")]}
      {...(isBorderHub && { isBorderHub })}
      {...(isWide && { isWide })}
    />
  );
}
