"use client";

import dynamic from "next/dynamic";
import type { DecideForm, DecideFormProps } from "./decide-form";

const Form = dynamic<DecideFormProps>(() =>
  import("./decide-form").then((parts): typeof DecideForm => parts.DecideForm),
);

/** A form of a decision, whose script only comes to those whom the server gives it: a request is read far more often than it is decided. */
export const DecideFormOnDemand = (props: DecideFormProps) => <Form {...props} />;
