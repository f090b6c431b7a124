"use client";

import type { ReactNode } from "react";
import { Anchor } from "./blocks";

type SegmentedProps = {
  readonly label: string;
  readonly items: readonly { readonly href: string; readonly label: ReactNode; readonly isCurrent?: boolean }[];
};

/** One view of several, each with its own address. Drawn in the browser too: a page carries addresses and words, and not their elements. */
export function Segmented({ label, items }: SegmentedProps) {
  return (
    <nav className="segmented" aria-label={label}>
      {items.map((item) => (
        <Anchor key={item.href} href={item.href} aria-current={item.isCurrent ? "true" : undefined}>
          {item.label}
        </Anchor>
      ))}
    </nav>
  );
}
