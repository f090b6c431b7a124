"use client";

import { useEffect } from "react";
import { isPlainKey } from "../../ui/table/plain-key";

/** `/` goes to the find box. */
export function FindKey({ fieldId }: { readonly fieldId: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isPlainKey(event)) return;
      event.preventDefault();
      document.getElementById(fieldId)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [fieldId]);
  return null;
}
