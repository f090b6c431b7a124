import { useLocale, useTranslations } from "next-intl";
import { monthName } from "@/components/hubs/share-figures";
import { Anchor, Panel } from "@/components/ui/blocks";
import { ShareText } from "@/components/ui/share-text";
import type { ExportsOfLate } from "@/views/exports";
import { useTradeNames } from "./trade-names";

const FEN_PER_YUAN = 100n;

/** The last whole month on the home of administrators: what of all orders was sold to another country. */
export function ExportsOfLatePanel({ late }: { readonly late: ExportsOfLate }) {
  const t = useTranslations("exports");
  const unit = useTranslations("admin.traffic");
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
          <ShareText
            part={exported.valueMinor / FEN_PER_YUAN}
            whole={all.valueMinor / FEN_PER_YUAN}
            unit={unit("unit.value")}
            variant="stacked"
          />
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
