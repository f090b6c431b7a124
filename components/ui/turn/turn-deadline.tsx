import type { ReactNode } from "react";

type TurnDeadlineProps = {
  /** "By today 18:00, GMT+8" */
  readonly label: ReactNode;
  /** The time left, large. */
  readonly children: ReactNode;
};

export function TurnDeadline({ label, children }: TurnDeadlineProps) {
  return (
    <>
      <small>{label}</small>
      <b>{children}</b>
    </>
  );
}
