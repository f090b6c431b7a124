import { useTranslations } from "next-intl";
import { ShareText } from "@/components/ui/figures/share-text";
import { Panel } from "@/components/ui/page/panel";
import { type BuyerCard, CARD_DAYS } from "@/domain/award/buyer-card";

/** How a buyer has treated those who bid, for those who consider bidding. */
export function BuyerCardPanel({ card }: { readonly card: BuyerCard }) {
  const t = useTranslations("decide.card");
  const { closedCount, cancelledCount, inTimeCount, undecidedCount, medianHours } = card;
  return (
    <Panel title={t("title")} id="buyer-card" aside={t("period", { days: CARD_DAYS })}>
      {closedCount === 0 ? (
        <p>{t("new")}</p>
      ) : (
        <dl className="form-grid">
          <div className="field">
            <dt className="field-label">{t("inTime")}</dt>
            <dd>{t("inTimeOf", { count: inTimeCount, all: closedCount - cancelledCount })}</dd>
          </div>
          <div className="field">
            <dt className="field-label">{t("median")}</dt>
            <dd>{medianHours === null ? t("none") : t("medianHours", { hours: medianHours })}</dd>
          </div>
          <div className="field">
            <dt className="field-label">{t("ghosting")}</dt>
            <dd>
              <ShareText part={undecidedCount} whole={closedCount} unit={t("unit")} />
            </dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}
