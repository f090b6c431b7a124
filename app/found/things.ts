import type { Provider } from "@/views/providers";
import type { Locale } from "@/domain/shared/locale";
import type { CrumbStep } from "@/components/ui/page-head";

/** A thing as schema.org describes it (test/found/schema-org.json holds which properties the kinds below have). */
export type Thing = { readonly "@type": string } & Readonly<Record<string, unknown>>;

const MARKET = "#market";

/** The market itself and its site, for the front page. */
export function marketThings(base: string, { name, locale }: { readonly name: string; readonly locale: string }) {
  const market: Thing = {
    "@type": "Organization",
    "@id": `${base}/${MARKET}`,
    ...{ name, url: `${base}/`, logo: `${base}/icon-large.png` },
  };
  const site: Thing = {
    "@type": "WebSite",
    ...{ name, url: `${base}/${locale}`, inLanguage: locale, publisher: { "@id": market["@id"] } },
  };
  return [market, site];
}

type ShownProvider = Pick<
  Provider,
  "id" | "nameOwn" | "nameLatin" | "country" | "city" | "description" | "texts" | "foundedYear" | "listings"
>;

type ProviderWords = {
  readonly locale: Locale;
  readonly name: string;
  readonly address: string;
  readonly serviceName: (service: Provider["listings"][number]["service"]) => string;
  readonly hubName: (id: string) => string;
};

/** A provider as its page shows it, and each service that it offers with where. A telephone or a street, by which it would be a local business, is told to nobody before an award. */
export function providerThings(
  provider: ShownProvider,
  { locale, name, address, serviceName, hubName }: ProviderWords,
): Thing[] {
  const { nameOwn, nameLatin, country, city, foundedYear, listings } = provider;
  const description = provider.texts[locale] ?? provider.description;
  const id = `${address}#provider`;
  const otherNames = [...new Set([nameOwn, nameLatin])].filter((one) => one !== name);
  const organisation: Thing = {
    "@type": "Organization",
    "@id": id,
    ...{ name, url: address },
    ...(otherNames.length > 0 && { alternateName: otherNames }),
    ...(description !== "" && { description }),
    ...(foundedYear !== null && { foundingDate: foundedYear }),
    address: { "@type": "PostalAddress", addressCountry: country, ...(city !== "" && { addressLocality: city }) },
  };
  const services = listings.map(
    (listing): Thing => ({
      "@type": "Service",
      ...{ name: `${serviceName(listing.service)} · ${name}`, serviceType: serviceName(listing.service) },
      ...{ description: listing.summary, provider: { "@id": id } },
      areaServed: listing.hubIds.map((hubId) => ({ "@type": "Place", name: hubName(hubId) })),
    }),
  );
  return [organisation, ...services];
}

type OfferedService = {
  readonly locale: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly service: string;
  readonly areas: readonly string[];
  readonly providers: readonly { readonly id: string }[];
};

/** A service on a way, by those of its providers that its page names. */
export function serviceThing(base: string, of: OfferedService): Thing {
  const { locale, path, title, description, service, areas, providers } = of;
  return {
    "@type": "Service",
    ...{ name: title, serviceType: service, description, url: `${base}/${locale}${path}` },
    areaServed: areas.map((name) => ({ "@type": "Place", name })),
    provider: providers.map(({ id }) => ({ "@id": `${base}/${locale}/providers/${id}#provider` })),
  };
}

/** The way to a page from the front page; a page without a crumb stands right below it. */
export function breadcrumbs(base: string, crumb: readonly CrumbStep[]): Thing {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumb.map(({ label, href }, at) => ({
      ...{ "@type": "ListItem", position: at + 1, name: String(label) },
      ...(href !== undefined && { item: base + href }),
    })),
  };
}

/** Things as a script that nothing runs. No text can end it: in JSON `<` may be written by its number. */
export function asScript(things: readonly Thing[], nonce: string): string {
  const graph = JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replaceAll(
    "<",
    String.raw`\u003c`,
  );
  return `<script type="application/ld+json" nonce="${nonce}">${graph}</script>`;
}
