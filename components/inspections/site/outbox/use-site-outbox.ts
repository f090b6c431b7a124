"use client";

import { type ShownOutbox, useOutbox } from "@/components/field/outbox/use-outbox";
import { type Site, type SiteEntry, siteOutbox } from "./site-outbox";

export type SiteOutbox = ShownOutbox<SiteEntry>;

/** What waits of this visit, sent for as long as the page stands and whenever the line comes back. */
export const useSiteOutbox = (site: Site): SiteOutbox => useOutbox(() => siteOutbox(site));
