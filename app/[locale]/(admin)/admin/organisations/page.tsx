import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { countryOptions } from "@/app/country-options";
import { listAddress } from "@/app/list-address";
import { OrganisationFilters, OrganisationTable } from "@/components/accounts/organisation-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { CHECK_ENDS } from "@/domain/accounts/organisation-check";
import { COUNTRIES } from "@/domain/accounts/organisation";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { organisationsToReview } from "@/server/accounts/queries";

const PAGE_SIZE = 50;

const search = z.object({
  q: z.string().trim().max(80).catch(""),
  state: z.enum(["active", "restricted", "suspended", ""]).catch(""),
  country: z.enum([...COUNTRIES, ""]).catch(""),
  check: z.enum([...CHECK_ENDS, "asked", ""]).catch(""),
  cursor: z.string().max(400).catch(""),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `id.name`: ids hold no dot. */
function afterOf(cursor: string): { id: string; nameLatin: string } | null {
  const dot = cursor.indexOf(".");
  return dot > 0 ? { id: cursor.slice(0, dot), nameLatin: cursor.slice(dot + 1) } : null;
}

export default async function OrganisationsPage({ searchParams }: PageProps) {
  const { actor, timeZone } = await requireAdministrator("organisations.review", "/admin/organisations");
  const { database, clock } = platform();
  const values = search.parse(await searchParams);
  const now = clock();
  const page = await organisationsToReview(database.read, actor, {
    words: values.q,
    state: values.state || "any",
    country: values.country || null,
    checkEnds: values.check === "" || values.check === "asked" ? null : { end: values.check, at: now },
    isCheckAsked: values.check === "asked",
    after: afterOf(values.cursor),
    limit: PAGE_SIZE,
    now,
  });
  const [t, locale] = await Promise.all([getTranslations("accounts.review"), getLocale()]);
  const path = `/${locale}/admin/organisations`;
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={<ButtonLink href={`/${locale}/admin/checks`}>{t("queue")}</ButtonLink>}
      />
      <OrganisationFilters
        action={path}
        values={values}
        countries={countryOptions(locale)}
        without={(name) => listAddress(path, values, { [name]: "" })}
      />
      <Panel isFlush>
        {page.rows.length > 0 ? (
          <OrganisationTable rows={page.rows} zone={timeZone} hrefOf={({ id }) => `${path}/${id}`} />
        ) : (
          <EmptyState reason={t("none")} detail={t("noneDetail")}>
            <ButtonLink href={path}>{t("all")}</ButtonLink>
          </EmptyState>
        )}
      </Panel>
      <Pager
        previousHref={values.cursor ? listAddress(path, values) : undefined}
        nextHref={
          page.next ? listAddress(path, values, { cursor: `${page.next.id}.${page.next.nameLatin}` }) : undefined
        }
      />
    </PageWrap>
  );
}
