import { type RefObject, useEffect, useRef } from "react";

/** The ref of a form that is disabled as a whole for a moment: whoever pressed its button stands on it again afterwards, without a jump of the page. */
export function useFocusAgain(isDisabled: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const wasDisabled = useRef(false);
  useEffect(() => {
    const isOver = wasDisabled.current && !isDisabled;
    wasDisabled.current = isDisabled;
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isOver && isNowhere)
      form.current?.querySelector<HTMLElement>("button:not([type=button])")?.focus({ preventScroll: true });
  }, [isDisabled]);
  return form;
}
