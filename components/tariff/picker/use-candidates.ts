"use client";

import { useEffect, useRef, useState } from "react";
import { CANDIDATES_ASKED, type HsCandidate } from "@/domain/tariff/hs-candidate";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";

const TYPING_MS = 200;

export type Found = { readonly q: string; readonly candidates: readonly HsCandidate[] };

type Candidates = {
  readonly found: Found | null;
  readonly isFailed: boolean;
  /** Asks once the typing rests; what was asked before and is not answered yet is let go. */
  readonly ask: (q: string) => void;
};

/** Candidates from the public API while somebody types: there is no action to call, since nothing is done. */
export function useCandidates(): Candidates {
  const [found, setFound] = useState<Found | null>(null);
  const [isFailed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);

  const letGo = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => letGo, []);

  const load = async (q: string) => {
    const controller = new AbortController();
    asked.current = controller;
    const query = new URLSearchParams({ q: q.slice(0, QUESTION_LETTERS_MAX), limit: String(CANDIDATES_ASKED) });
    try {
      const response = await fetch(`/api/v1/hs-codes?${query}`, { signal: controller.signal });
      if (!response.ok) throw new Error(String(response.status));
      const { items } = (await response.json()) as { items: HsCandidate[] };
      setFound({ q, candidates: items });
      setFailed(false);
    } catch {
      // Offline or too many questions: the field takes a typed code all the same, and the words say that none can be offered.
      if (!controller.signal.aborted) setFailed(true);
    }
  };

  const ask = (q: string) => {
    letGo();
    if (q.trim() === "") setFound(null);
    else timer.current = setTimeout(() => void load(q.trim()), TYPING_MS);
  };
  return { found, isFailed, ask };
}
