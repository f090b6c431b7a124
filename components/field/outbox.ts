import { waitAfter } from "@/domain/field/phone-outbox";
import { type Entry, type EntryStore, type NewPhoto, phoneStore } from "./entry-store";
import { type Run, type Sender, sendAll } from "./send-all";
import { useEffect, useState, useSyncExternalStore } from "react";

// A line that comes back does not always say so.
const LOOK_AGAIN_MS = 30_000;

/** How an outbox stands, as a page shows it. */
export type OutboxView<Body> = {
  /** What is not with the server yet, in the order in which it was made; null until the phone has said. */
  readonly waiting: readonly Entry<Body>[] | null;
  /** `sending` while something is under way, else how the last run ended. */
  readonly state: "sending" | Run;
  /** How many the server has taken since the page was opened. */
  readonly sentCount: number;
};

type IsMeant<Body> = (entry: Entry<Body>) => boolean;

export type Outbox<Body> = {
  /**
   * Keeps a report on this phone and sets about sending it; rejects where the phone cannot keep it. It takes the place of what
   * `isReplaced` names, which goes once the new one is kept.
   */
  readonly add: (body: Body, photos: readonly NewPhoto[], isReplaced?: IsMeant<Body>) => Promise<void>;
  /** Puts what was corrected into one that was refused, with its pictures, and sets about sending it. */
  readonly correct: (entry: Entry<Body>, body: Body) => Promise<void>;
  /** Sends at once, refused ones too. */
  readonly sendNow: () => void;
  /** Gives up one that was refused: the only way out of here but the server's word that it has it, and a newer one in its place. */
  readonly discard: (entry: Entry<Body>) => Promise<void>;
  /** Gives up whatever is meant, because something newer says all of it. */
  readonly discardAll: (isMeant: IsMeant<Body>) => Promise<void>;
  /** Sends whatever waits, now and whenever it may help, until the answered function is called. */
  readonly start: () => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly view: () => OutboxView<Body>;
};

/** One run at a time over all tabs of this browser, where it can say so; the server refuses what two sent all the same. */
async function alone(box: string, run: () => Promise<Run>): Promise<Run> {
  if (!("locks" in navigator)) return run();
  return navigator.locks.request(`outbox ${box}`, { ifAvailable: true }, (lock) => (lock ? run() : "waiting"));
}

const EMPTY_VIEW: OutboxView<never> = { waiting: null, state: "sent", sentCount: 0 };

/** A value that pages look at, and who is told of its changes. */
function shown<View extends object>(first: View) {
  const listeners = new Set<() => void>();
  let view = first;
  return {
    view: () => view,
    show(change: Partial<View>) {
      view = { ...view, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function giveUp<Body>(box: string, store: EntryStore, isMeant: IsMeant<Body>): Promise<void> {
  for (const entry of (await store.list(box)) as Entry<Body>[]) if (isMeant(entry)) await store.remove(entry);
}

/**
 * The outbox of a page that has to work without a connection. A report is kept in this phone's database first and sent from there, in the
 * order in which it was made: on load, when the line comes back, and again and again with growing pauses. At least once, since the server
 * refuses a repeat by its id; whatever the server has is gone from the phone, pictures too.
 *
 * `box` names who sends (a role in the field on an order, an inspector's visit), so that entries of two never mix. `sender` says how they travel: `postSender` for two
 * addresses that take an entry and a picture. Pages use it by `useOutbox`.
 */
export function makeOutbox<Body>(box: string, sender: Sender, store: EntryStore = phoneStore): Outbox<Body> {
  const { show, view, subscribe } = shown<OutboxView<Body>>(EMPTY_VIEW);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isBusy = false;
  // What was asked for while a run was under way: null nothing, else whether refused ones are meant too.
  let asked: boolean | null = null;
  let isStopped = true;

  const look = async (change: Partial<OutboxView<Body>> = {}) => {
    const waiting = (await store.list(box)) as Entry<Body>[];
    show({ ...change, waiting });
    return waiting.length;
  };
  const discardAll = (isMeant: IsMeant<Body>) => giveUp(box, store, isMeant).then(async () => void (await look()));
  const onReceived = () => look({ sentCount: view().sentCount + 1 });

  async function run(again: boolean): Promise<void> {
    if (isBusy) {
      asked = again || asked === true;
      return;
    }
    isBusy = true;
    clearTimeout(timer);
    try {
      const before = await look();
      if (before > 0) show({ state: "sending" });
      const ended: Run =
        before === 0 ? "sent" : await alone(box, () => sendAll(box, { store, sender, again, onReceived }));
      const left = await look({ state: ended });
      tries = ended === "waiting" ? tries + 1 : 0;
      const isWorthwhile = left > 0 && ended !== "over" && !isStopped;
      if (isWorthwhile)
        timer = setTimeout(() => void run(false), ended === "waiting" ? waitAfter(tries) : LOOK_AGAIN_MS);
    } finally {
      isBusy = false;
    }
    const next = asked;
    asked = null;
    if (next !== null) await run(next);
  }

  return {
    async add(body, photos, isReplaced = () => false) {
      const { id } = await store.add({ box, body, photos }, Date.now());
      await discardAll((entry) => entry.id !== id && isReplaced(entry));
      void run(false);
    },
    correct: (entry, body) => store.correct(entry, body).then(() => void run(false)),
    sendNow: () => void run(true),
    discard: ({ id }) => discardAll((entry) => entry.id === id),
    discardAll,
    start() {
      isStopped = false;
      const onLine = () => {
        tries = 0;
        void run(false);
      };
      onLine();
      window.addEventListener("online", onLine);
      return () => {
        isStopped = true;
        clearTimeout(timer);
        window.removeEventListener("online", onLine);
      };
    },
    subscribe,
    view,
  };
}

export type ShownOutbox<Body> = Outbox<Body> & { readonly shown: OutboxView<Body> };

/** The outbox of this page, made once and sending for as long as the page stands; what it is and does stands in `outbox.ts`. */
export function useOutbox<Body>(make: () => Outbox<Body>): ShownOutbox<Body> {
  const [outbox] = useState(make);
  const shown = useSyncExternalStore<OutboxView<Body>>(outbox.subscribe, outbox.view, () => EMPTY_VIEW);
  useEffect(() => outbox.start(), [outbox]);
  return { ...outbox, shown };
}
