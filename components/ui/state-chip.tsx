import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type LookState } from "./cells";

type StateChipProps = {
  readonly state: LookState;
  /** Other words than the look's own: "Held 16 h 41 min". */
  readonly children?: ReactNode;
};

/** What is true now and may change. */
export function StateChip({ state, children }: StateChipProps) {
  const t = useTranslations("ui.state");
  return <Chip state={state}>{children ?? t(state)}</Chip>;
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
