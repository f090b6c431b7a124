import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons/icon";

const STATE_ICONS = {
  open: "circle-dashed",
  sealed: "lock-keyhole",
  closing: "timer",
  awarded: "flag",
  held: "gate",
  transit: "route",
  disputed: "triangle-alert",
  completed: "badge-check",
} as const satisfies Record<string, IconName>;

/** The eight looks of a state; rooms map their own lifecycles onto them. */
export type LookState = keyof typeof STATE_ICONS;

type StateChipProps = {
  readonly state: LookState;
  /** Other words than the look's own: "Held 16 h 41 min". */
  readonly children?: ReactNode;
};

/** What is true now and may change. */
export function StateChip({ state, children }: StateChipProps) {
  const t = useTranslations("ui.state");
  return (
    <span className={`chip chip-${state}`}>
      <Icon name={STATE_ICONS[state]} />
      {children ?? t(state)}
    </span>
  );
}

/** A state outside the eight looks, such as a draft or something withdrawn: grey, so that it never competes. */
export function QuietChip({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <span className="chip chip-quiet">
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** A finished fact with its date and place: it never changes and never is a button. */
export function Stamp({ verdict, where }: { readonly verdict: ReactNode; readonly where: ReactNode }) {
  return (
    <span className="stamp">
      <b>{verdict}</b>
      <small>{where}</small>
    </span>
  );
}
