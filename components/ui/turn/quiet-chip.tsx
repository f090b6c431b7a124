import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import type { IconName } from "../icons/icon-paths";

/** A state outside the eight looks, such as a draft or something withdrawn: grey, so that it never competes. */
export function QuietChip({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <span className="chip chip-quiet">
      <Icon name={icon} />
      {children}
    </span>
  );
}
