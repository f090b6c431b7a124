import { ALMATY } from "./almaty";
import { HANOI } from "./hanoi";
import type { Lane } from "./lane";
import { ULAANBAATAR } from "./ulaanbaatar";
import { VIENTIANE } from "./vientiane";
import { VLADIVOSTOK } from "./vladivostok";

/** By the name of the browser's project: each language with and without a script, on a phone and in a wide window. */
export const LANES: Readonly<Record<string, Lane>> = {
  desktop: HANOI,
  "phone-en": ULAANBAATAR,
  "phone-zh": ALMATY,
  "no-script-en": VLADIVOSTOK,
  "no-script-zh": VIENTIANE,
};
