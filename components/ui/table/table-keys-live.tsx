"use client";

import { useEffect, useRef, useState } from "react";
import { bindKeys } from "../keys/bound-keys";

type TableKeysLiveProps = { readonly copiedWord: string };

const SHOWN_MS = 2_000;

/** Moves the focus along the links of the rows, so that Enter opens and a screen reader follows by itself. */
export function TableKeysLive({ copiedWord }: TableKeysLiveProps) {
  const anchor = useRef<HTMLOutputElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const table = anchor.current?.closest("[data-table]");
    if (!table) return;
    const links = () =>
      [...table.querySelectorAll<HTMLAnchorElement>("a.row-link")].filter((link) => link.checkVisibility());
    const current = () => links().findIndex((link) => link === document.activeElement);

    return bindKeys({
      next: () => links()[Math.min(current() + 1, links().length - 1)]?.focus(),
      previous: () => links()[Math.max(current() - 1, 0)]?.focus(),
      open: null,
      filter: () =>
        document.querySelector<HTMLElement>("[data-filters] :is(select, input:not([type=hidden]))")?.focus(),
      copyLink: () => {
        const address = links()[current()]?.href ?? location.href;
        void navigator.clipboard?.writeText(address).then(() => setSaid(copiedWord));
      },
    });
  }, [copiedWord]);

  useEffect(() => {
    const timer = said ? setTimeout(() => setSaid(""), SHOWN_MS) : undefined;
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <output ref={anchor} className="toast">
      {said}
    </output>
  );
}
