"use client";

import { useEffect, useRef, useState } from "react";
import { isPlainKey } from "./plain-key";

type TableKeysLiveProps = { readonly sheetId: string; readonly copiedWord: string };

const SHOWN_MS = 2_000;

/** Moves the focus along the links of the rows, so that Enter opens and a screen reader follows by itself. */
export function TableKeysLive({ sheetId, copiedWord }: TableKeysLiveProps) {
  const anchor = useRef<HTMLOutputElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const table = anchor.current?.closest("[data-table]");
    if (!table) return;
    const links = () =>
      [...table.querySelectorAll<HTMLAnchorElement>("a.row-link")].filter((link) => link.checkVisibility());
    const current = () => links().findIndex((link) => link === document.activeElement);

    const actions: Record<string, () => void> = {
      j: () => links()[Math.min(current() + 1, links().length - 1)]?.focus(),
      k: () => links()[Math.max(current() - 1, 0)]?.focus(),
      f: () => document.querySelector<HTMLElement>("[data-filters] :is(select, input:not([type=hidden]))")?.focus(),
      c: () => {
        const address = links()[current()]?.href ?? location.href;
        void navigator.clipboard?.writeText(address).then(() => setSaid(copiedWord));
      },
      "?": () => document.getElementById(sheetId)?.togglePopover(),
    };
    const onKey = (event: KeyboardEvent) => {
      const action = isPlainKey(event) && actions[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [sheetId, copiedWord]);

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
