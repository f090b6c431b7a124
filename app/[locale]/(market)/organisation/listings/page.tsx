import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { OwnListings } from "@/components/catalogue/own-listings";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { ownListings } from "@/server/catalogue/queries";
import { pauseAction } from "./actions";

export default async function ListingsPage() {
  const { actor, organisation } = await requireMember("/organisation/listings");
  const [locale, t] = await Promise.all([getLocale(), getTranslations("catalogue.own")]);
  const listings = await ownListings(platform().database.read, organisation.id);
  return (
    <PageWrap>
      <ClientWords>
        <PageHead
          title={t("title")}
          sub={t("sub")}
          actions={
            listings.some((listing) => listing.isActive) && (
              <ButtonLink href={`/${locale}/providers/${organisation.id}`} icon="eye">
                {t("publicPage")}
              </ButtonLink>
            )
          }
        />
        <OwnListings
          listings={listings}
          pause={pauseAction}
          mayChange={may(actor, "listing.change", { organisationIds: [organisation.id] })}
        />
      </ClientWords>
    </PageWrap>
  );
}
