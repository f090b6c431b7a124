import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { cityName, placeName } from "@/components/ui/words";
import { SearchNote } from "@/components/find/search-note";
import { ProviderFilters, ProviderTable } from "@/components/catalogue/provider-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { LANGUAGES } from "@/domain/catalogue/listing";
import { SERVICES } from "@/domain/shared/vocabulary";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { platform } from "@/server/platform/platform";
import { searchProviders } from "@/server/catalogue/queries";
import { searchHelp } from "@/server/find/search-help";
import { referenceData } from "@/server/hubs/queries/network";

const PAGE_SIZE = 25;

const text = (max: number) => z.string().trim().max(max).catch("");
const search = z.object({
  q: text(100),
  service: z.enum([...SERVICES, ""]).catch(""),
  hub: text(40),
  corridor: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z]{2}$/)
    .catch(""),
  language: z.enum([...LANGUAGES, ""]).catch(""),
  cursor: text(400),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProvidersPage({ searchParams }: PageProps) {
  const { cursor, ...values } = search.parse(await searchParams);
  const [locale, t, countries] = await Promise.all([
    getLocale(),
    getTranslations("catalogue"),
    getTranslations("services.country"),
  ]);
  const { read } = platform().database;
  const { hub, ...question } = values;
  const asked = { ...question, service: values.service || null, hubId: hub };
  const { items, nextCursor } = await searchProviders(read, { ...asked, cursor, limit: PAGE_SIZE });
  const help = await searchHelp(read, {
    ...{ q: values.q, of: "providers", isFound: items.length > 0 },
    count: async (q, limit) => (await searchProviders(read, { ...asked, q, limit })).items.length,
  });
  const { hubs, places, network } = await referenceData(read);
  const cityOf = (typed: string) => cityName(typed, places.values(), locale);
  const hubName = (id: string) => {
    const known = hubs.get(id);
    return known ? placeName(known, locale) : id;
  };
  const countryName = (code: string) =>
    countries.has(code) ? countries(code) : t.has(`country.${code}`) ? t(`country.${code}`) : code;
  const path = `/${locale}/providers`;
  const isFiltered = Object.values(values).some((value) => value !== "");
  return (
    <PageWrap>
      <PageHead title={t("directory.title")} sub={t("directory.sub")} />
      <ProviderFilters
        action={path}
        values={values}
        hubs={[...hubs.values()].map(({ id }) => ({ value: id, label: hubName(id) }))}
        corridors={servedCorridors(network)}
        without={(name) => listAddress(path, values, { [name]: "" })}
      />
      <SearchNote help={help} address={(q) => listAddress(path, values, { q })} />
      {items.length > 0 ? (
        <ProviderTable rows={items} hubName={hubName} countryName={countryName} cityOf={cityOf} />
      ) : (
        <Panel isFlush>
          <EmptyState reason={t("directory.none")} detail={t("directory.noneDetail")}>
            {isFiltered && <ButtonLink href={path}>{t("directory.all")}</ButtonLink>}
          </EmptyState>
        </Panel>
      )}
      <Pager
        previousHref={cursor ? listAddress(path, values) : undefined}
        nextHref={nextCursor ? listAddress(path, values, { cursor: nextCursor }) : undefined}
      />
    </PageWrap>
  );
}
