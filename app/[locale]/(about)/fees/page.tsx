import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { FeeExample, FeeTable } from "@/components/about/fee-tables";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { FEE_PAYERS } from "@/domain/about/fee";
import { money } from "@/domain/shared/money";
import { chargedFees } from "@/server/about/queries";
import { platform } from "@/server/platform/platform";
import { env } from "@/server/platform/process/env";

/** The order that the examples are worked out for: CNY 20,000. */
const EXAMPLE = money(2_000_000n, "CNY");

/** What the operator charges, for anybody; where nothing is charged, it says so. */
export default async function FeesPage() {
  const { database, clock } = platform();
  const [{ charged, coming }, t, locale] = await Promise.all([
    chargedFees(database.read, clock()),
    getTranslations("about.fees"),
    getLocale(),
  ]);
  return (
    <PageWrap>
      <PublicPageHead path="/fees" title={t("title")} sub={t("sub")} />
      <div className="stack">
        {env().KOUAN_ENV === "demo" && charged.length > 0 && <Note>{t("demo")}</Note>}
        {charged.length > 0 ? (
          <>
            <Panel title={t("now")} isFlush>
              <FeeTable rows={charged} caption={t("now")} />
            </Panel>
            <div className="how-sides">
              {FEE_PAYERS.map((payer) => (
                <Panel key={payer} title={t(`example.title.${payer}`)}>
                  <FeeExample payer={payer} fees={charged} price={EXAMPLE} />
                </Panel>
              ))}
            </div>
          </>
        ) : (
          <Panel isFlush>
            <EmptyState reason={t("none")} detail={t("noneDetail")}>
              <ButtonLink href={`/${locale}/how-it-works`}>{t("how")}</ButtonLink>
            </EmptyState>
          </Panel>
        )}
        {coming.length > 0 && (
          <Panel title={t("coming")} isFlush>
            <FeeTable rows={coming} caption={t("coming")} />
          </Panel>
        )}
        <p className="text-sm text-ink-2">{t("shownOnly")}</p>
      </div>
    </PageWrap>
  );
}
