import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { countryOptions } from "@/app/country-options";
import { OrganisationForm } from "@/components/accounts/organisation-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/blocks";
import { safePath } from "@/domain/accounts/safe-path";
import { requireSession } from "@/server/platform/identity/page-gate";
import { createOrganisationAction } from "../actions";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewOrganisationPage({ searchParams }: PageProps) {
  await requireSession("/organisation/new");
  const next = safePath((await searchParams).next) ?? "";
  const [t, locale] = await Promise.all([getTranslations("accounts.organisation"), getLocale()]);
  return (
    <PageWrap>
      <PageHead title={t("newTitle")} sub={t("newLead")} />
      <Panel>
        <ClientWords>
          <OrganisationForm
            action={createOrganisationAction}
            countries={countryOptions(locale)}
            send={t("create")}
            hidden={{ next }}
          />
        </ClientWords>
      </Panel>
    </PageWrap>
  );
}
