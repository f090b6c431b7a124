import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { countryOptions } from "@/app/country-options";
import { OrganisationFacts } from "@/components/accounts/organisation/organisation-facts";
import { PeopleList } from "@/components/accounts/review/people-list";
import { ReasonForm } from "@/components/accounts/review/reason-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Note } from "@/components/ui/page/note";
import { PageHead } from "@/components/ui/page/page-head";
import { Panel } from "@/components/ui/page/panel";
import { formatTime } from "@/components/ui/time/format-time";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { organisationToReview, type ReviewedOrganisation } from "@/server/accounts/queries/review";
import {
  reinstateOrganisationAction,
  reinstateUserAction,
  suspendOrganisationAction,
  suspendUserAction,
} from "../actions";
import { ChecksPanel } from "../checks/checks-panel";

type PageProps = { readonly params: Promise<{ organisationId: string }> };

async function Standing({ organisation, zone }: { organisation: ReviewedOrganisation; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("accounts.review"), getLocale()]);
  const hidden = { organisationId: organisation.id };
  if (organisation.kind === "platform") return <Note>{t("platform")}</Note>;
  if (organisation.suspendedAt !== null) {
    const time = formatTime(organisation.suspendedAt, { locale, zone, shape: "full", hasYear: true });
    return (
      <Panel>
        <div className="form-stack">
          <Note tone="warn">{t("since", { time, reason: organisation.suspensionReason ?? "" })}</Note>
          <OneButtonForm action={reinstateOrganisationAction} fields={hidden} variant="primary">
            {t("reinstate")}
          </OneButtonForm>
        </div>
      </Panel>
    );
  }
  return (
    <Panel title={t("suspend")}>
      <p className="mb-3 text-ink-2">{t("suspendLead")}</p>
      <ReasonForm
        action={suspendOrganisationAction}
        name="suspend"
        hidden={hidden}
        label={t("reason")}
        send={t("suspend")}
      />
    </Panel>
  );
}

export default async function OrganisationPage({ params }: PageProps) {
  const { organisationId } = await params;
  const { actor, timeZone } = await requireAdministrator(
    "organisations.review",
    `/admin/organisations/${organisationId}`,
  );
  const found = await organisationToReview(platform().database.read, actor, organisationId);
  if (!found) notFound();
  const { organisation, people } = found;
  const [t, locale] = await Promise.all([getTranslations("accounts.review"), getLocale()]);
  const country = countryOptions(locale).find(({ value }) => value === organisation.country)?.label ?? "";
  return (
    <PageWrap>
      <PageHead
        title={organisation.nameLatin}
        crumb={[{ label: t("title"), href: `/${locale}/admin/organisations` }, { label: organisation.nameLatin }]}
        actions={
          <ButtonLink href={`/${locale}/admin/audit?organisation=${organisation.id}`} icon="history">
            {t("audit")}
          </ButtonLink>
        }
      />
      <ClientWords rooms={["accounts"]}>
        <div className="stack">
          <Panel>
            <OrganisationFacts values={{ ...organisation, country, description: "" }} />
          </Panel>
          <Panel title={t("peopleCaption")} isFlush>
            <PeopleList
              people={people}
              organisationId={organisation.id}
              zone={timeZone}
              suspend={suspendUserAction}
              reinstate={reinstateUserAction}
            />
          </Panel>
          {organisation.kind !== "platform" && (
            <ChecksPanel actor={actor} organisationId={organisation.id} zone={timeZone} />
          )}
          <Standing organisation={organisation} zone={timeZone} />
        </div>
      </ClientWords>
    </PageWrap>
  );
}
