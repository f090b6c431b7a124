import type { ReactNode } from "react";

/** A finished fact with its date and place: it never changes and never is a button. */
export function Stamp({ verdict, where }: { readonly verdict: ReactNode; readonly where: ReactNode }) {
  return (
    <span className="stamp">
      <b>{verdict}</b>
      <small>{where}</small>
    </span>
  );
}
