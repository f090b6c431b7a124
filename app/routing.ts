import { defineRouting } from "next-intl/routing";
import { LOCALES } from "@/domain/shared/locale";

/** Every page has its language in its address, so that a link keeps it. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: { name: "locale", maxAge: 31_536_000, sameSite: "lax" },
});
