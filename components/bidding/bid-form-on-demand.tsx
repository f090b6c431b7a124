"use client";

import dynamic from "next/dynamic";
import type { BidFormProps, DraftViewProps } from "./bid-form";

/**
 * The bid form, whose script only comes to those whom the server gives the form: a request is read far more often than it is bid on. No
 * boundary stands around it, so the server waits for it and sends it whole: it works without a script, and nothing moves when one comes.
 */
export const BidFormOnDemand = dynamic<BidFormProps>(() => import("./bid-form").then((parts) => parts.BidForm));

/** A draft that can only be read, brought in the same way. */
export const DraftViewOnDemand = dynamic<DraftViewProps>(() => import("./bid-form").then((parts) => parts.DraftView));
