import { useLocale, useTranslations } from "next-intl";
import { monthName } from "@/components/hubs/share-figures";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { ExportsOfLate } from "@/views/exports";
import { useTradeNames } from "./trade-names";

/** The last whole month on the home of administrators: what of all orders was sold to another country. */
export function ExportsOfLatePanel({ late }: { readonly late: ExportsOfLate }) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { yuan, share } = useTradeNames();
  const { month, exported, all, knowledge } = late;
  return (
    <Panel
      id="exports"
      title={t("home.title", { month: monthName(month, locale) })}
      aside={<Anchor href={`/${locale}/admin/exports`}>{t("home.all")}</Anchor>}
    >
      {exported.valueMinor === 0n ? (
        t("home.none")
      ) : (
        <>
          <span className="figure block">{share(exported.valueMinor, all.valueMinor)}</span>
          <small className="block">
            {t("ofValue", { part: yuan(exported.valueMinor), whole: yuan(all.valueMinor) })}
          </small>
          <p>
            {t("home.line", {
              orders: t("orders", { count: exported.count }),
              value: yuan(exported.valueMinor),
              knowledge: share(knowledge.valueMinor, exported.valueMinor),
            })}
          </p>
        </>
      )}
    </Panel>
  );
}
