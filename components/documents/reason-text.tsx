import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/ui/time/format-time";
import { provesOrigin } from "@/domain/services/document-kind";
import type { ReadinessRow } from "@/domain/documents/readiness";
import { SourceText } from "./source-text";

/** Why a paper is needed: what the rule says, since when, and where it can be read. */
export function ReasonText({ kind, reasons }: Pick<ReadinessRow, "kind" | "reasons">) {
  const t = useTranslations("documents.readiness");
  const locale = useLocale();
  if (reasons.length === 0) return t(provesOrigin(kind) ? "unaskedOrigin" : "unasked");
  return reasons.map((reason) => (
    <div key={reason.ruleId}>
      {locale === "zh-CN" ? reason.noteZh : reason.noteEn}
      <br />
      <small>
        {t("source")} <SourceText source={reason.source} /> ·{" "}
        {[
          t("since", { day: formatDay(reason.fromDay, locale, true) }),
          ...(reason.daysAhead > 0 ? [t("ahead", { days: reason.daysAhead })] : []),
        ].join(" · ")}
      </small>
    </div>
  ));
}
