import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cardNames } from "@/app/[locale]/providers/directory-names";
import { AskedTable, CountryTable, ExposureBoxes, ExposureWeeks, GapList } from "@/components/catalogue/exposure";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { EXPOSURE_DAYS } from "@/domain/catalogue/exposure";
import { ownExposure } from "@/server/catalogue/exposure";
import { referenceData } from "@/server/hubs/queries/network";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";

/** How a provider was found, opened and invited, week by week, by what and from where, and what would raise that. */
export default async function ExposurePage() {
  const { actor, organisation } = await requireMember("/organisation/exposure");
  const { database, clock } = platform();
  const exposure = await ownExposure(database.read, actor, clock());
  if (!exposure) notFound();
  const [locale, t] = [await getLocale(), await getTranslations("catalogue")];
  const { hubName } = await cardNames(await referenceData(database.read));
  return (
    <PageWrap>
      <PageHead
        title={t("exposure.title")}
        sub={t("exposure.sub", { days: EXPOSURE_DAYS })}
        crumb={[
          { label: t("exposure.listings"), href: `/${locale}/organisation/listings` },
          { label: t("exposure.title") },
        ]}
        actions={
          <ButtonLink href={`/${locale}/providers/${organisation.id}`} icon="eye">
            {t("own.publicPage")}
          </ButtonLink>
        }
      />
      <div className="stack">
        <ExposureBoxes totals={exposure.totals} />
        <Panel title={t("exposure.raise")} id="raise">
          <GapList gaps={exposure.gaps} />
        </Panel>
        <ExposureWeeks weeks={exposure.weeks} />
        <AskedTable asked={exposure.asked} hubName={hubName} />
        <CountryTable countries={exposure.countries} />
      </div>
    </PageWrap>
  );
}
