import { QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { ServiceName } from "@/components/services/service-name";
import { StateChip } from "@/components/ui/state-chip";
import type { OwnListing } from "@/views/providers";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import type { FormAction } from "@/domain/shared/form-state";

type OwnListingsProps = {
  readonly listings: readonly OwnListing[];
  readonly pause: FormAction;
  readonly mayChange: boolean;
};

function ListingChip({ listing }: { readonly listing: OwnListing | undefined }) {
  const t = useTranslations("catalogue.own");
  if (!listing) return <QuietChip icon="minus">{t("none")}</QuietChip>;
  return listing.isActive ? (
    <StateChip state="completed">{t("active")}</StateChip>
  ) : (
    <QuietChip icon="eye">{t("paused")}</QuietChip>
  );
}

/** The four services in their order: which the organisation offers, and what it can do about each. */
export function OwnListings({ listings, pause, mayChange }: OwnListingsProps) {
  const t = useTranslations("catalogue.own");
  const locale = useLocale();
  const of = (service: Service) => listings.find((listing) => listing.service === service);
  return (
    <Panel isFlush>
      <ul className="listing-list" aria-label={t("title")}>
        {SERVICES.map((service) => {
          const listing = of(service);
          return (
            <li key={service}>
              <ServiceName service={service} />
              <ListingChip listing={listing} />
              <p>{listing?.summary ?? t("noneDetail")}</p>
              {mayChange && (
                <span className="flow">
                  <ButtonLink
                    size="small"
                    href={`/${locale}/organisation/listings/${service}`}
                    icon={listing ? "pencil" : "plus"}
                  >
                    {t(listing ? "edit" : "create")}
                  </ButtonLink>
                  {listing && (
                    <OneButtonForm
                      action={pause}
                      fields={{ service, isActive: listing.isActive ? "false" : "true" }}
                      size="small"
                      variant="quiet"
                    >
                      {t(listing.isActive ? "pause" : "resume")}
                    </OneButtonForm>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
