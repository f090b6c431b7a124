import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FieldLocale, fieldLocaleOf } from "@/domain/shared/locale";
import type { SlotGuide } from "@/domain/orders/slots/slot-guide";
import type { SlotSystem } from "@/domain/orders/slots/systems";

type Written = {
  readonly systems: Readonly<Record<SlotSystem, { readonly title: string; readonly steps: readonly string[] }>>;
};

const known = new Map<FieldLocale, Written>();

function written(language: FieldLocale): Written {
  const kept = known.get(language);
  if (kept) return kept;
  const path = join(process.cwd(), "messages/field/guides", `${language}.json`);
  const read = JSON.parse(readFileSync(path, "utf8")) as Written;
  known.set(language, read);
  return read;
}

/** How a driver goes through a system's queue, in the driver's language; in English where it is none of the five. */
export function slotGuide(system: SlotSystem, locale: string): SlotGuide {
  const language = fieldLocaleOf(locale);
  return { language, ...written(language).systems[system] };
}
