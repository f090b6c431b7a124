"use client";

import { useSyncExternalStore } from "react";
import { numberFormat } from "@/components/ui/format";
import { countOf, onCount } from "./live-counts";

type LiveCountProps = {
  readonly requestId: string;
  /** As the page was drawn. */
  readonly count: number;
  /** Instead of nought. */
  readonly none: string;
  readonly locale: string;
};

const unknown = () => null;

/** How many bids stand, as they come. */
export function LiveCount({ requestId, count, none, locale }: LiveCountProps) {
  const shown = useSyncExternalStore(onCount, () => countOf(requestId), unknown) ?? count;
  return shown === 0 ? none : numberFormat(locale, {}).format(shown);
}
