import { getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "@/components/ui/figures";
import { gapOf, placeName } from "@/components/ui/words";
import { regionNames } from "@/components/ui/format";
import { platform } from "@/server/platform/platform";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { SERVICES } from "@/domain/shared/vocabulary";
import { referenceData } from "@/server/hubs/queries/network";
import type { PlaceNames } from "@/domain/shared/place-names";
import type { ServicePage } from "@/server/about/service-page";

/** The market's word for a country, else the reader's language's own. */
export async function countryNames(): Promise<(code: string) => string> {
  const [t, locale] = [await getTranslations("services.country"), await getLocale()];
  return (code) => (t.has(code) ? t(code) : (regionNames(locale).of(code) ?? code));
}

/** Words for a corridor such as CN-KZ: "China to Kazakhstan". */
async function corridorOf(way: string): Promise<string> {
  const [t, countryName] = [await getTranslations("catalogue"), await countryNames()];
  const [from = "", to = ""] = way.split("-");
  return t("corridor", { from: countryName(from), to: countryName(to) });
}

type Named = Pick<ServicePage, "service" | "way"> & { readonly hub: PlaceNames | null };

/** What the page of a service on a way is called: "Customs clearance at Horgos". */
export async function titleOf({ service, way, hub }: Named): Promise<string> {
  const [t, locale] = [await getTranslations("found.title"), await getLocale()];
  if (hub) return t(`hub.${service}`, { hub: placeName(hub, locale) });
  return t(`corridor.${service}`, { corridor: await corridorOf(way) });
}

/** The same with its figures, as far as there are any, for whoever finds it. */
export async function saidOf({ providers, figures, papers }: ServicePage, title: string): Promise<string> {
  const [t, locale] = [await getTranslations("found.said"), await getLocale()];
  const { days, price } = figures;
  const amount =
    price && formatMoney({ minor: BigInt(price.medianMinor), currency: "CNY" }, locale, { isRounded: true });
  const stop = locale === "zh-CN" ? "。" : ".";
  return [
    title + stop,
    t("providers", { count: providers.count }),
    days && t("days", { days: days.median }),
    amount && t("price", { price: amount }),
    papers.length > 0 && t("papers", { count: papers.length }),
  ]
    .filter(Boolean)
    .join(gapOf(locale));
}

type Begun = Readonly<Record<"service" | "way", string | string[] | undefined>>;

/** How a request of a service on a way begins, as its reader would write it; nothing where there is no such service or way. */
export async function begunBy({ service: asked, way }: Begun): Promise<string | undefined> {
  const service = SERVICES.find((one) => one === asked);
  if (!service || typeof way !== "string") return undefined;
  const [{ hubs, network }, t, locale] = [
    await referenceData(platform().database.read),
    await getTranslations("found.ask"),
    await getLocale(),
  ];
  const hub = hubs.get(way);
  // The goods stand on the next line.
  if (hub) return `${t(`hub.${service}`, { hub: placeName(hub, locale) })}\n`;
  if (!servedCorridors(network).includes(way)) return undefined;
  return `${t(`corridor.${service}`, { corridor: await corridorOf(way) })}\n`;
}
