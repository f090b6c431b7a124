import { hasLocale } from "next-intl";
import { type AtomEntry, type AtomFeed, feedAnswer } from "@/app/found/atom-feed";
import { routing } from "@/app/routing";
import { regionNames } from "@/components/ui/format";
import { noticeValues } from "@/domain/notices/notice-words";
import { placeName } from "@/domain/shared/place-names";
import { DAY_MS, type Instant, instant } from "@/domain/shared/time";
import { isService, type Service } from "@/domain/shared/vocabulary";
import { wallClock } from "@/domain/shared/zones";
import { type FeedNews, feedNews } from "@/server/about/feed";
import { namedHub, type ReferenceData, referenceData } from "@/server/hubs/queries/network";
import { clockText, withHubNames } from "@/server/notices/reactions/notify";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { translator } from "@/server/platform/translate";

type Context = { readonly params: Promise<{ readonly locale: string; readonly feed: string }> };
type Saying = { readonly locale: string; readonly t: ReturnType<typeof translator>; readonly known: ReferenceData };

/** `CN-KZ.xml`, or `customs.CN-KZ.xml` for one service. */
const NAME = /^(?:([a-z]{1,20})\.)?([A-Z]{2}-[A-Z]{2})\.xml$/;

function requestEntry(row: FeedNews["requests"][number], { locale, t }: Saying): AtomEntry {
  const service = t(`service-${row.service}.name`);
  const [from, hub, to] = [row.origin, row.hub, row.destination].map((place) => placeName(place, locale));
  const time = clockText(row.closesAt, { locale, zone: row.hub.zone });
  return {
    path: `/${locale}/requests/${row.id}`,
    title: t("found.feed.request", { service, title: row.title }),
    summary: t("found.feed.summary", { from: from ?? "", hub: hub ?? "", to: to ?? "", time }),
    category: row.service,
    publishedAt: row.publishedAt,
    updatedAt: row.publishedAt,
  };
}

function closureEntry(closure: FeedNews["closures"][number], { locale, t, known }: Saying): AtomEntry {
  const { id, hubId, mode, from, to, zone, reason, enteredAt, withdrawnAt } = closure;
  const { nameEn: hubEn, nameZh: hubZh } = namedHub(known, hubId);
  const clock = (at: Instant) => wallClock(at, zone).replace("T", " ");
  const facts = { hubId, hubEn, hubZh, mode: mode ?? "all", from: clock(from), until: clock(to), zone, reason };
  const values = noticeValues(withHubNames(facts), { word: t, time: clock, locale });
  return {
    path: `/${locale}/hubs/${hubId}`,
    fragment: `closure-${id}`,
    title: t(withdrawnAt === null ? "notices.kind.hub_closed" : "notices.kind.hub_reopened", values),
    category: "hub",
    publishedAt: enteredAt,
    updatedAt: withdrawnAt ?? enteredAt,
  };
}

/** The feed in a language, with its newest entry first. */
function feedOf(
  { corridor, service, news, now }: { corridor: string; service: Service | null; news: FeedNews; now: Instant },
  saying: Saying,
): AtomFeed {
  const { locale, t } = saying;
  const country = (code = "") =>
    t.has(`services.country.${code}`) ? t(`services.country.${code}`) : (regionNames(locale).of(code) ?? code);
  const [from, to] = corridor.split("-").map(country);
  const name = t("catalogue.corridor", { from: from ?? "", to: to ?? "" });
  const words = service ? `${t(`service-${service}.name`)}, ${name}` : name;
  const filter = new URLSearchParams({ ...(service && { service }), corridor });
  return {
    locale,
    path: `/${locale}/feeds/${service ? `${service}.` : ""}${corridor}.xml`,
    page: `/${locale}/requests?${filter}`,
    title: t("found.feed.title", { way: words }),
    subtitle: t("found.feed.sub"),
    author: t("common.product"),
    entries: [
      ...news.requests.map((row) => requestEntry(row, saying)),
      ...news.closures.map((closure) => closureEntry(closure, saying)),
    ].sort((one, other) => other.updatedAt - one.updatedAt),
    emptySince: instant(now - (now % DAY_MS)),
  };
}

/** New requests of everybody's on a corridor and what its hubs announce, for feed readers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, feed } = await params;
  const [, asked, corridor] = NAME.exec(feed) ?? [];
  const service = asked !== undefined && isService(asked) ? asked : null;
  const { database, clock } = platform();
  const now = clock();
  const isAsked = hasLocale(routing.locales, locale) && corridor !== undefined && (asked === undefined || service);
  const news = isAsked ? await feedNews(database.read, { corridor, service }, now) : null;
  if (!news || corridor === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const saying = { locale, t: translator(locale), known: await referenceData(database.read) };
  return feedAnswer(request.headers, env().baseUrl, feedOf({ corridor, service, news, now }, saying));
}
