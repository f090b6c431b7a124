import { type KeyboardEvent, useEffect, useRef, useState } from "react";

const TYPING_MS = 200;

/** What was asked and offered, with whatever else the answer says. */
type Found<Offer, More> = { readonly q: string; readonly offers: readonly Offer[]; readonly more: More };

type Asked<Offer, More> = {
  readonly found: Found<Offer, More> | null;
  readonly isFailed: boolean;
  /** Asks once the typing rests; what was asked before and is not answered yet is let go. */
  readonly ask: (q: string) => void;
};

/** What the public API offers while somebody types: there is no action to call, since nothing is done. `addressOf` makes an address of the words. */
export function useOffers<Offer, More = object>(addressOf: (q: string) => string): Asked<Offer, More> {
  const [found, setFound] = useState<Found<Offer, More> | null>(null);
  const [isFailed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);

  const letGo = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => letGo, []);

  const load = async (q: string) => {
    const controller = new AbortController();
    asked.current = controller;
    try {
      const response = await fetch(addressOf(q), { signal: controller.signal });
      if (!response.ok) throw new Error(String(response.status));
      const { items, ...more } = (await response.json()) as { items: Offer[] } & More;
      setFound({ q, offers: items, more: more as unknown as More });
      setFailed(false);
    } catch {
      // Offline or too many questions: the field takes what is typed all the same, and the words say that nothing can be offered.
      if (!controller.signal.aborted) setFailed(true);
    }
  };

  const ask = (q: string) => {
    letGo();
    if (q.trim() === "") setFound(null);
    else timer.current = setTimeout(() => void load(q.trim()), TYPING_MS);
  };
  return { found, isFailed, ask };
}

export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

/** Offers of one list, and what taking one does. */
export type Listed<Offer> = {
  readonly offers: readonly Offer[];
  readonly listId: string;
  readonly take: (offer: Offer) => void;
};

/** A list under a field that keeps the focus: what of it is shown and which option the keys have come to, by the pattern of a combobox. */
export function useListbox<Offer>({ offers, listId, take }: Listed<Offer>) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isShown = isOpen && offers.length > 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offers[active];
    if (event.key === "Escape" && isShown) setOpen(false);
    else if (event.key === "Enter" && isShown && chosen) take(chosen);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && offers.length > 0) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(isShown ? (active + step + offers.length + (active === -1 && step === -1 ? 1 : 0)) % offers.length : 0);
      setOpen(true);
    } else return;
    event.preventDefault();
  };
  return {
    isShown,
    /** What the list is drawn by. */
    shown: { offers, listId, take, active },
    /** Opens the list, or closes it, with no option come to yet. */
    show(open: boolean): void {
      setActive(-1);
      setOpen(open);
    },
    /** What the field says of its list to keys and screen readers. */
    field: {
      autoComplete: "off",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": isShown,
      "aria-controls": isShown ? listId : undefined,
      "aria-activedescendant": isShown && active >= 0 ? optionId(listId, active) : undefined,
      onKeyDown,
      onBlur: () => setOpen(false),
    } as const,
  };
}
