import type { ReactNode } from "react";
import { Icon } from "./icons/icon";

/** Marks the best of a row with a check and a word: "Lowest", "Fastest". */
export function BestTag({ children }: { readonly children: ReactNode }) {
  return (
    <span className="best">
      <Icon name="check" />
      {children}
    </span>
  );
}
