import { KEY_ACTS, KEYS, type KeyAct } from "./keys";
import { isPlainKey } from "./plain-key";

/** What acts do on this page; null where the browser does it by itself. */
export type Bindings = Readonly<Partial<Record<KeyAct, (() => void) | null>>>;

const CONTROL = "Ctrl ";

let bound: readonly Bindings[] = [];

/** A dialog that is open takes all keys: nothing behind it moves. */
const isBehindDialog = (): boolean => document.querySelector("dialog:modal") !== null;

function fits(shown: string, event: KeyboardEvent): boolean {
  const hasControl = shown.startsWith(CONTROL);
  const key = hasControl ? shown.slice(CONTROL.length) : shown;
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  if (!hasControl) return isPlainKey(event);
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.defaultPrevented;
}

function onKey(event: KeyboardEvent): void {
  const act = KEY_ACTS.find((one) => KEYS[one].some((key) => fits(key, event)));
  const run = act && bound.flatMap((bindings) => bindings[act] ?? [])[0];
  if (!run || isBehindDialog()) return;
  event.preventDefault();
  run();
}

/** Has keys act on this page, and stand in its map of keys, until what is answered is called. */
export function bindKeys(bindings: Bindings): () => void {
  if (bound.length === 0) document.addEventListener("keydown", onKey);
  bound = [...bound, bindings];
  return () => {
    bound = bound.filter((one) => one !== bindings);
    if (bound.length === 0) document.removeEventListener("keydown", onKey);
  };
}

/** What keys do on the page as it stands. */
export const boundActs = (): KeyAct[] => KEY_ACTS.filter((act) => bound.some((bindings) => act in bindings));
