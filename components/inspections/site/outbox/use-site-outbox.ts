"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { EMPTY_VIEW, type Outbox, type OutboxView } from "@/components/field/outbox/outbox";
import { type SiteActions, type SiteEntry, siteOutbox } from "./site-outbox";

type Site = { readonly orderId: string; readonly roundId: string; readonly actions: SiteActions };

export type SiteOutbox = Outbox<SiteEntry> & { readonly shown: OutboxView<SiteEntry> };

/** What waits of this visit, sent for as long as the page stands and whenever the line comes back. */
export function useSiteOutbox(site: Site): SiteOutbox {
  const [outbox] = useState(() => siteOutbox(site));
  const shown = useSyncExternalStore<OutboxView<SiteEntry>>(outbox.subscribe, outbox.view, () => EMPTY_VIEW);
  useEffect(() => outbox.start(), [outbox]);
  return { ...outbox, shown };
}
