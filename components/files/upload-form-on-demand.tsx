"use client";

import dynamic from "next/dynamic";
import type { UploadFormProps } from "./upload-form";

/** The form that adds a file, whose script only comes to those who may add one. */
export const UploadFormOnDemand = dynamic<UploadFormProps>(() =>
  import("./upload-form").then((parts) => parts.UploadForm),
);
