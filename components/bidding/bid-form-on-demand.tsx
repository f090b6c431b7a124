"use client";

import dynamic from "next/dynamic";
import type { BidForm, BidFormProps, DraftView, DraftViewProps } from "./bid-form";

const Form = dynamic<BidFormProps>(() => import("./bid-form").then((parts): typeof BidForm => parts.BidForm));
const View = dynamic<DraftViewProps>(() => import("./bid-form").then((parts): typeof DraftView => parts.DraftView));

/**
 * The bid form, whose script only comes to those whom the server gives the form: a request is read far more often than it is bid on. No
 * boundary stands around it, so the server waits for it and sends it whole: it works without a script, and nothing moves when one comes.
 */
export const BidFormOnDemand = (props: BidFormProps) => <Form {...props} />;

/** A draft that can only be read, brought in the same way. */
export const DraftViewOnDemand = (props: DraftViewProps) => <View {...props} />;
