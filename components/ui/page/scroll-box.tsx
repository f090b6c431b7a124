import type { ReactNode } from "react";

type ScrollBoxProps = { readonly label: string; readonly children: ReactNode };

/** What is wider than its place scrolls by itself, by keyboard too: hence it takes the focus and has a name. */
export const ScrollBox = ({ label, children }: ScrollBoxProps) => (
  <div className="data-table-scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
