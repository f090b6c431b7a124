import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { countryOptions } from "@/app/country-options";
import { CheckText } from "@/components/accounts/check-text";
import { OrganisationFacts } from "@/components/accounts/organisation-profile";
import { OrganisationForm } from "@/components/accounts/organisation-form";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { mayEver } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { shownCheck } from "@/server/accounts/checks/queries";
import { ownOrganisation } from "@/server/accounts/queries";
import { changeOrganisationAction } from "../actions";
import { OrganisationFrame } from "../organisation-frame";

export default async function OrganisationProfilePage() {
  const { actor, timeZone } = await requireMember("/organisation/profile");
  const organisation = await ownOrganisation(platform().database.read, actor);
  if (!organisation) notFound();
  const { database, clock } = platform();
  const check = await shownCheck(database.read, actor.organisationId ?? "", clock());
  const [t, locale] = await Promise.all([getTranslations("accounts.organisation"), getLocale()]);
  const countries = countryOptions(locale);
  const countryName = countries.find(({ value }) => value === organisation.country)?.label ?? organisation.country;
  // The platform's own organisation has no registration to correct.
  const mayChange = mayEver(actor, "organisation.change") && organisation.kind === "trader";
  return (
    <OrganisationFrame actor={actor} current="profile" name={organisation.nameLatin}>
      {organisation.kind === "trader" && (
        <Panel title={t("checked")} id="check">
          <CheckText check={check} zone={timeZone} />
          <p className="pt-2 text-sm text-ink-2">{t("checkedMeans")}</p>
          <p className="pt-3">
            <ButtonLink href={`/${locale}/organisation/check`}>{t("toCheck")}</ButtonLink>
          </p>
        </Panel>
      )}
      <Panel>
        {mayChange ? (
          <OrganisationForm
            action={changeOrganisationAction}
            countries={countries}
            initial={organisation}
            send={t("save")}
          />
        ) : (
          <div className="form-stack">
            <Note>{t("readOnly")}</Note>
            <OrganisationFacts values={{ ...organisation, country: countryName }} />
          </div>
        )}
      </Panel>
    </OrganisationFrame>
  );
}
