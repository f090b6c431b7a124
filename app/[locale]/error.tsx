"use client";

import { FaultNote } from "@/components/shell/instead/fault-note";
import { OwnWords } from "../own-words";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void };

/** The one boundary of faults in pages. The digest leads to the entry in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <OwnWords>
      <FaultNote reference={error.digest} onAgain={reset} />
    </OwnWords>
  );
}
