"use client";

import { FaultNote } from "@/components/shell/fault-note";
import { OwnWords } from "../own-words";

type ErrorPageProps = { readonly error: Error & { digest?: string } };

// What could not be made was made on the server: drawing it again here, as `reset` would, meets the same answer.
const loadAgain = () => window.location.reload();

/** The one boundary of faults in pages. The digest leads to the entry in the log. */
export default function ErrorPage({ error }: ErrorPageProps) {
  return (
    <OwnWords>
      <FaultNote reference={error.digest} again={loadAgain} />
    </OwnWords>
  );
}
