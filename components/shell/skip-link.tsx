import type { ReactNode } from "react";

export const MAIN_ID = "main";

export function SkipLink({ children }: { readonly children: ReactNode }) {
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      {children}
    </a>
  );
}
