import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/form/error-summary";

/** Said where the phone has no room, or keeps nothing in a private window: what was typed or chosen stands in the form. */
export function PhoneFull() {
  const t = useTranslations("field.report");
  return <ErrorSummary errors={[]} title={t("phoneFull")} />;
}
