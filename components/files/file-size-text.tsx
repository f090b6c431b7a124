import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Kilobytes, megabytes from one on; nothing that is there has none. */
export function FileSizeText({ bytes }: { readonly bytes: number }) {
  const t = useTranslations("files.size");
  const locale = useLocale();
  const isLarge = bytes >= MEGABYTE;
  const value = isLarge ? bytes / MEGABYTE : Math.max(1, Math.round(bytes / KILOBYTE));
  const words = numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return t(isLarge ? "megabytes" : "kilobytes", { value: words });
}
