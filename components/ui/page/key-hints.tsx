import type { ReactNode } from "react";
import { Kbd } from "./kbd";

type KeyHintsProps = {
  readonly hints: readonly { readonly keys: string; readonly label: ReactNode }[];
  /** At the right end: the pager. */
  readonly children?: ReactNode;
};

export function KeyHints({ hints, children }: KeyHintsProps) {
  return (
    <div className="hints">
      {hints.map((hint) => (
        <span key={hint.keys}>
          <Kbd keys={hint.keys} /> {hint.label}
        </span>
      ))}
      {children}
    </div>
  );
}
