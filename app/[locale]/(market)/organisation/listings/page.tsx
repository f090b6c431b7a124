import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { OwnListings } from "@/components/catalogue/own-listings";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { ownListings, ownPage } from "@/server/catalogue/queries";
import { pauseAction } from "./actions";
import { AnswersPanel, PageForm } from "./page-forms";

export default async function ListingsPage() {
  const { actor, organisation, timeZone } = await requireMember("/organisation/listings");
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("catalogue.own"),
    getTranslations("catalogue"),
  ]);
  const { database, clock } = platform();
  const listings = await ownListings(database.read, organisation.id);
  const mayChange = may(actor, "listing.change", { organisationIds: [organisation.id] });
  const { page, answers } = await ownPage(database.read, organisation.id);
  return (
    <PageWrap>
      <ClientWords>
        <PageHead
          title={t("title")}
          sub={t("sub")}
          actions={
            <>
              {listings.some((listing) => listing.isActive) && (
                <ButtonLink href={`/${locale}/providers/${organisation.id}`} icon="eye">
                  {t("publicPage")}
                </ButtonLink>
              )}
              {mayChange && listings.length > 0 && (
                <ButtonLink href={`/${locale}/organisation/exposure`}>{words("exposure.title")}</ButtonLink>
              )}
            </>
          }
        />
        <div className="stack">
          <OwnListings listings={listings} pause={pauseAction} mayChange={mayChange} />
          {mayChange && listings.length > 0 && (
            <>
              <PageForm page={page} ownZone={timeZone} now={clock()} />
              <AnswersPanel answers={answers} />
            </>
          )}
        </div>
      </ClientWords>
    </PageWrap>
  );
}
