import { useEffect, useState, useSyncExternalStore } from "react";
import { EMPTY_VIEW, makeOutbox, type Outbox, type OutboxView } from "./outbox";
import { type Addresses, postSender } from "./post-sender";

/** The outbox `box` of this page, sending to these addresses for as long as the page stands; what it is and does stands in `outbox.ts`. */
export function useOutbox<Body>(
  box: string,
  addresses: Addresses,
): Outbox<Body> & { readonly shown: OutboxView<Body> } {
  const [outbox] = useState(() => makeOutbox<Body>(box, postSender(addresses)));
  const shown = useSyncExternalStore<OutboxView<Body>>(outbox.subscribe, outbox.view, () => EMPTY_VIEW);
  useEffect(() => outbox.start(), [outbox]);
  return { ...outbox, shown };
}
