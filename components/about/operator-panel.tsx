import { useLocale, useTranslations } from "next-intl";
import { Anchor, EmptyState, Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Operator } from "@/domain/about/operator";

/** Who runs this and how to reach them. */
export function OperatorPanel({ operator }: { readonly operator: Operator | null }) {
  const t = useTranslations("about.contact");
  const locale = useLocale();
  const isChinese = locale.startsWith("zh");
  if (operator === null)
    return (
      <Panel isFlush>
        <EmptyState reason={t("none")} detail={t("noneDetail")} />
      </Panel>
    );
  const { nameEn, nameZh, addressEn, addressZh, registration, email, phone } = operator;
  return (
    <AsMarkup>
      <WaybillGrid
        columns={2}
        boxes={[
          { number: 1, label: t("name"), value: isChinese ? nameZh : nameEn, detail: isChinese ? nameEn : nameZh },
          { number: 2, label: t("field.registration"), value: registration },
          { number: 3, label: t("address"), value: isChinese ? addressZh : addressEn },
          {
            number: 4,
            label: t("field.email"),
            value: <Anchor href={`mailto:${email}`}>{email}</Anchor>,
            detail: phone,
          },
        ]}
      />
    </AsMarkup>
  );
}
