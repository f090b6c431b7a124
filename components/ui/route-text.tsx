import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type LegMode = "road" | "rail" | "sea" | "air";

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
  const after = mode === "rail" && isWideAfterHub ? "route-line is-wide" : `route-line is-${mode}`;
  return (
    <span className="route">
      <span>{from}</span>
      <i className={`route-line is-${mode}`} />
      <span className="sr-only">{t("through")}</span>
      <span className={isBorderHub ? "route-hub is-border" : "route-hub"}>{hub ?? t("anyHub")}</span>
      <i className={after} />
      <span className="sr-only">{t("to")}</span>
      <span>{to}</span>
    </span>
  );
}
