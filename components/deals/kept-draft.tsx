"use client";

import { useEffect, useState } from "react";
import { Anchor } from "@/components/ui/blocks";
import { LOCALES } from "@/domain/shared/locale";

const KEY = "kouan-draft";
const PATH = new RegExp(`^/(?:${LOCALES.join("|")})/start/[A-Za-z0-9_-]{43}$`);

/** What this browser keeps, as far as it lets pages keep anything. */
function onThisBrowser<T>(act: (kept: Storage) => T): T | null {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}

/** Notes in this browser where the draft is, so that the front page leads back to it. */
export function NoteDraft({ path }: { readonly path: string }) {
  useEffect(() => {
    onThisBrowser((kept) => kept.setItem(KEY, path));
  }, [path]);
  return null;
}

/** Stands where a draft is not there any more, or has become a deal. */
export function ForgetDraft() {
  useEffect(() => {
    onThisBrowser((kept) => kept.removeItem(KEY));
  }, []);
  return null;
}

/** Leads back to the draft that this browser has noted; nothing where there is none. */
export function KeptDraft({ words }: { readonly words: string }) {
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => setPath(onThisBrowser((kept) => kept.getItem(KEY))), []);
  return path !== null && PATH.test(path) ? <Anchor href={path}>{words}</Anchor> : null;
}
