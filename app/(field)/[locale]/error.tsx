"use client";

import { FaultNote } from "@/components/shell/fault-note";

type ErrorPageProps = { readonly error: Error & { digest?: string } };

const loadAgain = () => window.location.reload();

/** The boundary of faults in the pages of people in the field; the frame around it has brought its words. */
export default function FieldError({ error }: ErrorPageProps) {
  return <FaultNote reference={error.digest} again={loadAgain} />;
}
