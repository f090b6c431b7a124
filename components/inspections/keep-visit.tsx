"use client";

import { useEffect } from "react";
import { dropPage, keepPage } from "@/components/field/keep-page";

type KeepVisitProps = {
  /** The address of this visit's page: nothing else of the site is kept. */
  readonly scope: string;
  readonly owner: string;
  /** Epoch milliseconds; null where there is nothing left to do here, and so nothing to keep. */
  readonly until: number | null;
};

/** Keeps the page of a visit on the inspector's phone for as long as there is a visit to do. */
export function KeepVisit({ scope, owner, until }: KeepVisitProps) {
  useEffect(() => {
    // Where the phone cannot keep the page, it works as long as it stays open.
    void (until === null ? dropPage() : keepPage(scope, { owner, until })).catch(() => undefined);
  }, [scope, owner, until]);
  return null;
}
