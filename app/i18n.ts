import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { compiledMessages } from "@/server/platform/translate";
import { LOCALES } from "@/domain/shared/locale";
import { routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(LOCALES, asked) ? asked : routing.defaultLocale;
  return { locale, messages: compiledMessages(locale), timeZone: "Asia/Shanghai" };
});
