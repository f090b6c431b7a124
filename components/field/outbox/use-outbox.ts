import { useEffect, useState, useSyncExternalStore } from "react";
import { EMPTY_VIEW, type Outbox, type OutboxView } from "./outbox";

export type ShownOutbox<Body> = Outbox<Body> & { readonly shown: OutboxView<Body> };

/** The outbox of this page, made once and sending for as long as the page stands; what it is and does stands in `outbox.ts`. */
export function useOutbox<Body>(make: () => Outbox<Body>): ShownOutbox<Body> {
  const [outbox] = useState(make);
  const shown = useSyncExternalStore<OutboxView<Body>>(outbox.subscribe, outbox.view, () => EMPTY_VIEW);
  useEffect(() => outbox.start(), [outbox]);
  return { ...outbox, shown };
}
