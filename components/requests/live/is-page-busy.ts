import { isTyped } from "@/components/ui/long-form/is-typed";

/** Whether somebody is in the middle of something on this page: has typed, or has an amount before them that one press binds. */
export const isPageBusy = (): boolean =>
  document.querySelector('[name="intent"][value="send"]') !== null ||
  [...document.forms].some((form) => [...form.elements].some(isTyped));
