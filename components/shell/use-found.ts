import { useCallback, useEffect, useRef, useState } from "react";
import type { WordedFound } from "@/views/find";

const TYPING_MS = 150;

type Asked = {
  readonly found: WordedFound | null;
  readonly isFailed: boolean;
  /** Asks once the typing rests; what was asked before and is not answered yet is let go. */
  readonly ask: (q: string) => void;
};

/** What the search finds while somebody types; what was found last stays until there is more. */
export function useFound(locale: string): Asked {
  const [found, setFound] = useState<WordedFound | null>(null);
  const [isFailed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);

  const letGo = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => letGo, []);

  const load = useCallback(
    async (q: string) => {
      const controller = new AbortController();
      asked.current = controller;
      try {
        const query = new URLSearchParams({ locale, q });
        const response = await fetch(`/api/find?${query}`, { signal: controller.signal });
        if (!response.ok) throw new Error(String(response.status));
        setFound((await response.json()) as WordedFound);
        setFailed(false);
      } catch {
        // Offline or too many questions: the page of the search is one press away, and the words say so.
        if (!controller.signal.aborted) setFailed(true);
      }
    },
    [locale],
  );
  useEffect(() => void load(""), [load]);
  const ask = (q: string) => {
    letGo();
    timer.current = setTimeout(() => void load(q.trim()), TYPING_MS);
  };
  return { found, isFailed, ask };
}
