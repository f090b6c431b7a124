import type { IconName } from "../ui/icons/icon";

/** A place in the bar at the top and in the tabs of a phone. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Not among the tabs of a phone. */
  readonly isWide?: boolean;
  /** Only what waits for this reader. */
  readonly count?: number;
  /** Left out, the address decides: a layout outlives the page it was made for. */
  readonly isCurrent?: boolean;
};
