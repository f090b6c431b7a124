import type { ReactNode } from "react";
import { Icon } from "../icons/icon";

type ErrorNoteProps = {
  /** What did not happen. */
  readonly what: ReactNode;
  /** What is safe, and what happens next. */
  readonly detail?: ReactNode;
  /** The fault's reference, in words. */
  readonly reference?: string;
  /** What to press. */
  readonly children?: ReactNode;
};

export function ErrorNote({ what, detail, reference, children }: ErrorNoteProps) {
  return (
    <div className="condition condition-error" role="alert">
      <Icon name="triangle-alert" size="large" />
      <div>
        <b>{what}</b>
        {detail && <p>{detail}</p>}
        {reference && <p className="condition-reference">{reference}</p>}
        {children && <div className="flow">{children}</div>}
      </div>
    </div>
  );
}
