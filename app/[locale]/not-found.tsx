"use client";

import { MissingNote } from "@/components/shell/missing-note";
import { OwnWords } from "../own-words";

/** Next sends it with every page, for the case that the page is not there: so it is a reference, and its words are its own. */
export default function NotFound() {
  return (
    <OwnWords>
      <MissingNote />
    </OwnWords>
  );
}
