import type { Language } from "@/components/shell/switches/language-switch";
import { routing } from "../routing";

const NAMES: Readonly<Record<(typeof routing.locales)[number], { name: string; short: string }>> = {
  en: { name: "English", short: "EN" },
  "zh-CN": { name: "中文", short: "中文" },
};

/** The complete languages as a reader picks them, each in itself. */
export const LANGUAGES: readonly Language[] = routing.locales.map((code) => ({
  code,
  prefix: `/${code}`,
  ...NAMES[code],
}));
