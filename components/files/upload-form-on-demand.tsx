"use client";

import dynamic from "next/dynamic";
import type { UploadForm, UploadFormProps } from "./upload-form";

const Form = dynamic<UploadFormProps>(() =>
  import("./upload-form").then((parts): typeof UploadForm => parts.UploadForm),
);

/** The form that adds a file, whose script only comes to those who may add one. */
export const UploadFormOnDemand = (props: UploadFormProps) => <Form {...props} />;
