import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { countryOptions } from "@/app/country-options";
import { OrganisationForm } from "@/components/accounts/organisation-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/blocks";
import { countryOfZone } from "@/domain/accounts/country-of-zone";
import type { Locale } from "@/domain/shared/locale";
import { safePath } from "@/domain/accounts/safe-path";
import { requireSession } from "@/server/platform/identity/page-gate";
import { createOrganisationAction } from "../actions";
import { offerOfRequest } from "../offer-of-request";

const OF_REQUEST = /^\/requests\/(\w{26})$/;

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewOrganisationPage({ searchParams }: PageProps) {
  const session = await requireSession("/organisation/new");
  const next = safePath((await searchParams).next) ?? "";
  const [t, locale] = await Promise.all([getTranslations("accounts.organisation"), getLocale()]);
  const [, requestId = ""] = OF_REQUEST.exec(next) ?? [];
  const reader = { actor: session.actor, locale: locale as Locale };
  const offer = requestId === "" ? null : await offerOfRequest(requestId, reader);
  return (
    <PageWrap>
      <PageHead title={t("newTitle")} sub={t("newLead")} />
      <Panel>
        <ClientWords>
          <OrganisationForm
            action={createOrganisationAction}
            countries={countryOptions(locale)}
            country={countryOfZone(session.timeZone)}
            offer={offer?.summary ?? null}
            send={t("create")}
            hidden={{ next, ...(offer && { offerOf: requestId }) }}
          />
        </ClientWords>
      </Panel>
    </PageWrap>
  );
}
