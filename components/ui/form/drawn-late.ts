import { type RefObject, startTransition, useEffect, useRef, useState } from "react";

/** A fold that is opened, or a box that is ticked. */
type Asking = HTMLDetailsElement | HTMLInputElement;

type DrawnLate<Asked extends Asking> = {
  readonly isDrawn: boolean;
  /** Draws it from now on. */
  readonly draw: () => void;
  /** For the element by which it is asked for. */
  readonly place: RefObject<Asked | null>;
};

/** What most leave out of a form is drawn once somebody asks for it, and stays then: the page comes without it. */
export function useDrawnLate<Asked extends Asking>(isNeeded: boolean): DrawnLate<Asked> {
  const [isDrawn, setDrawn] = useState(isNeeded);
  const place = useRef<Asked>(null);
  // What is drawn may have its script still to fetch: the form stays as it is until then.
  const draw = () => startTransition(() => setDrawn(true));
  useEffect(() => {
    const asked = place.current;
    // On a slow link people ask for it before the scripts are there.
    if (asked instanceof HTMLDetailsElement ? asked.open : asked?.checked) draw();
  }, []);
  return { isDrawn, draw, place };
}
