import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicExportsView } from "@/components/exports/public-exports";
import { monthName } from "@/components/hubs/share-figures";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { publishedMonth, recentPublicExports } from "@/server/exports/queries/public-exports";
import { platform } from "@/server/platform/platform";

type PageProps = { readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> };

/** What was sold to other countries in one month, as far as everybody may see it; readable without an account. */
export default async function ServicesExportsPage({ searchParams }: PageProps) {
  const { database, clock } = platform();
  const now = clock();
  const [t, locale] = [await getTranslations("exports"), await getLocale()];
  const month = publishedMonth((await searchParams).month, now);
  const view = await recentPublicExports(database.read, month, now);
  const base = `/${locale}/services-exports`;
  return (
    <PageWrap>
      <PublicPageHead
        path="/services-exports"
        title={t("title")}
        sub={t("sub", { month: monthName(month, locale) })}
        description={t("description")}
        actions={
          view.total && (
            <ButtonLink href={`${base}/export?month=${month}`} icon="download" download>
              {t("csv")}
            </ButtonLink>
          )
        }
      />
      <AsMarkup kept={{ of: view, as: locale }}>
        <PublicExportsView view={view} monthHref={(one) => `${base}?month=${one}`} />
      </AsMarkup>
    </PageWrap>
  );
}
