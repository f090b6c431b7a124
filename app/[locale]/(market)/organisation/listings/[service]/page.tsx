import { serviceName } from "@/components/services/service-name";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ListingForm } from "@/components/catalogue/listing-form";
import { placeName } from "@/components/ui/words";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { safePath } from "@/domain/accounts/safe-path";
import { may } from "@/domain/access/policy";
import { LANGUAGES } from "@/domain/catalogue/listing";
import { EQUIPMENT } from "@/domain/services/logistics/equipment";
import { type LicenceLine, withLicenceLines } from "@/domain/catalogue/licence-lines";
import type { OwnListing } from "@/views/providers";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { isService } from "@/domain/shared/vocabulary";
import type { FormValues } from "@/domain/shared/form-state";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { ownListings } from "@/server/catalogue/queries";
import { referenceData } from "@/server/hubs/queries/network";
import { listingAction } from "../actions";
import { regionNames } from "@/components/ui/format";

type PageProps = {
  readonly params: Promise<{ service: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where whoever comes from a request would offer the service. */
type Asked = Readonly<Record<"hub" | "corridor", string | undefined>> & { readonly language: string };

/** The listing in the form's own names; a first one begins with what the address asks for, and is shown in the directory unless that is unticked. */
function valuesOf(listing: OwnListing | undefined, { hub, corridor, language }: Asked): FormValues {
  if (!listing)
    return {
      isActive: "on",
      languages: [language],
      ...(hub && { hubIds: [hub] }),
      ...(corridor && { corridors: [corridor] }),
    };
  const { summary, hubIds, corridors, languages, equipment, isActive } = listing;
  const lines: LicenceLine[] = listing.licences.map((line) => ({ ...line, validUntil: line.validUntil ?? "" }));
  return withLicenceLines({ summary, hubIds, corridors, languages, equipment, isActive: isActive ? "on" : "" }, lines);
}

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
const askedIn = ({ hub, corridor }: Awaited<PageProps["searchParams"]>, locale: string): Asked => ({
  ...{ hub: textOf(hub), corridor: textOf(corridor), language: locale },
});

export default async function ListingPage({ params, searchParams }: PageProps) {
  const [{ service }, asked] = await Promise.all([params, searchParams]);
  if (!isService(service)) notFound();
  const { actor, organisation } = await requireMember(`/organisation/listings/${service}`);
  if (!may(actor, "listing.change", { organisationIds: [organisation.id] })) notFound();
  const [locale, t, words, countries] = await Promise.all([
    getLocale(),
    getTranslations("catalogue"),
    getTranslations(),
    getTranslations("services.country"),
  ]);
  const { read } = platform().database;
  const listing = (await ownListings(read, organisation.id)).find((own) => own.service === service);
  const { network, hubs: known } = await referenceData(read);
  const hubs = [...known.values()];
  const region = regionNames(locale);
  const land = (code: string) =>
    countries.has(code) ? countries(code) : t.has(`country.${code}`) ? t(`country.${code}`) : (region.of(code) ?? code);
  const corridorName = (corridor: string) => {
    const [from = "", to = ""] = corridor.split("-");
    return t("corridor", { from: land(from), to: land(to) });
  };
  return (
    <PageWrap>
      <PageHead
        title={t("form.title", { service: serviceName(words, service) })}
        crumb={[
          { label: t("own.title"), href: `/${locale}/organisation/listings` },
          { label: serviceName(words, service) },
        ]}
      />
      <ClientWords rooms={["catalogue"]}>
        <ListingForm
          action={listingAction}
          service={service}
          idempotencyKey={newId()}
          initial={valuesOf(listing, askedIn(asked, locale))}
          next={safePath(asked.next) ?? ""}
          hubs={(["border", "sea", "air"] as const).flatMap((kind) =>
            hubs
              .filter((hub) => hub.kind === kind)
              .map((hub) => ({ value: hub.id, label: placeName(hub, locale), group: t(`form.group.${kind}`) })),
          )}
          corridors={servedCorridors(network).map((value) => ({ value, label: corridorName(value) }))}
          equipment={
            service === "logistics"
              ? EQUIPMENT.map((value) => ({ value, label: words(`services.equipment.${value}`) }))
              : []
          }
          languages={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </ClientWords>
    </PageWrap>
  );
}
