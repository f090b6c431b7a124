"use client";

import dynamic from "next/dynamic";
import type { ActionForm, ActionFormProps } from "./action-form";

const Form = dynamic<ActionFormProps>(() =>
  import("./action-form").then((parts): typeof ActionForm => parts.ActionForm),
);

/**
 * The same form on a page that most read without one: its script comes with the form. No boundary stands around it, so the server waits for it and
 * sends it whole, and nothing moves when its script comes.
 */
export const ActionFormOnDemand = (props: ActionFormProps) => <Form {...props} />;
