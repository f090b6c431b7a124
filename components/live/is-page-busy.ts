import { isTyped } from "@/components/ui/long-form/is-typed";

/** Buttons that bind with one press: whoever has one before them reads what it says. */
const BINDS = '[name="intent"][value="send"], form[data-binds]';

/** Whether somebody is in the middle of something on this page: has typed, or has an amount before them that one press binds. */
export const isPageBusy = (): boolean =>
  document.querySelector(BINDS) !== null || [...document.forms].some((form) => [...form.elements].some(isTyped));
