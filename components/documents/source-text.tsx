import { useTranslations } from "next-intl";

const ESTIMATE = "demo estimate";

/** Where a rule can be read, as it was entered; an estimate of the demo says so in the reader's language. */
export function SourceText({ source }: { readonly source: string }) {
  const t = useTranslations("documents.readiness");
  return source === ESTIMATE ? t("estimate") : source;
}
