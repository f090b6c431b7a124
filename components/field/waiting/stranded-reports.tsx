"use client";

import { OutboxNote } from "../outbox/outbox-note";
import { useOutbox } from "../outbox/use-outbox";
import { fieldOutbox, NO_WAY, type Reporter } from "./field-outbox";
import { WaitingList } from "./waiting-list";

type StrandedReportsProps = {
  readonly reporter: Reporter;
  readonly why: "expired" | "revoked";
  readonly steps: readonly { readonly code: string; readonly name: string }[];
};

/**
 * What waits on this phone where its link takes nothing any more. It is shown, so that its holder asks for a new link and not for a new phone;
 * nothing is sent or given up here, and the next link of the same order and role sends it.
 */
export function StrandedReports({ reporter, why, steps }: StrandedReportsProps) {
  const { shown, sendNow } = useOutbox(() => fieldOutbox(reporter, NO_WAY));
  const nameOf = (code: string) => steps.find((step) => step.code === code)?.name ?? code;
  return (
    <>
      <OutboxNote shown={{ ...shown, state: "over" }} onSend={sendNow} />
      <WaitingList entries={shown.waiting ?? []} stepName={nameOf} stopped={`link_${why}`} />
    </>
  );
}
