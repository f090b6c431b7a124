import type { ReactNode } from "react";

/** The content column of 1240 px with its gutters. */
export function PageWrap({ children }: { readonly children: ReactNode }) {
  return <div className="wrap">{children}</div>;
}
