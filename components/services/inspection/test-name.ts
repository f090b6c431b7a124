import { useTranslations } from "next-intl";
import type { NamedTest } from "@/domain/services/inspection/choices";

/** The word for a named test, or the buyer's own name for it. */
export function useTestName() {
  const t = useTranslations("service-inspection.option.test");
  return ({ test, text }: { readonly test: NamedTest; readonly text?: string | null | undefined }): string =>
    text ? (test === "other" ? text : t("named", { test: t(test), text })) : t(test);
}
