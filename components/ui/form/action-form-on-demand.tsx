"use client";

import dynamic from "next/dynamic";
import type { ActionFormProps } from "./action-form";

/**
 * The same form on a page that most read without one: its script comes with the form. No boundary stands around it, so the server waits for it and
 * sends it whole, and nothing moves when its script comes.
 */
export const ActionFormOnDemand = dynamic<ActionFormProps>(() =>
  import("./action-form").then((parts) => parts.ActionForm),
);
