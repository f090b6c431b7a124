import { PublicPageHead } from "@/app/found/public-head";
import { colonOf, Sentences } from "@/components/ui/words";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PlanForm } from "@/components/hubs/plan-form";
import { FoldedWays, LeftOutModes, WayCard, WaysTable } from "@/components/hubs/planned-ways";
import { WaysMap } from "@/components/hubs/map/ways-map";
import { hubNameOf } from "@/components/hubs/hub-title";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { hasPassed } from "@/domain/hubs/departure";
import { MODES } from "@/domain/hubs/place";
import { aheadOf, suggestHub } from "@/domain/hubs/suggest-hub";
import { dayOf, parseLocalDate } from "@/domain/shared/time";
import { platform } from "@/server/platform/platform";
import { placesAround, referenceData } from "@/server/hubs/queries/network";
import { withEnds } from "@/server/hubs/queries/towns";
import { routePlan } from "@/server/hubs/queries/routes";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** So many that of several borders over land the third by road is among them, beside those by rail and the other modes: Manzhouli on the way from Yiwu to Moscow. */
const WAYS_SHOWN = 9;

/** The best ones stand open; nine with all their legs are a scroll of many screens on a phone. */
const WAYS_OPEN = 2;

const id = z.string().max(64).catch("").default("");
const address = z.object({
  from: id,
  to: id,
  hub: id,
  mode: z.enum(MODES).or(z.literal("")).catch("").default(""),
  month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  /** In place of the month. */
  ready: z
    .string()
    .max(10)
    .transform((text) => parseLocalDate(text))
    .nullable()
    .catch(null)
    .default(null),
});

/** The planner: a GET form, so a plan is an address that can be sent to a colleague and works without a script. */
export default async function PlanPage({ searchParams }: PageProps) {
  const { database, clock } = platform();
  const { from, to, ...typed } = address.parse(await searchParams);
  // Whoever wrote a name whole need not have chosen it from the list.
  const ends = await withEnds(database.read, { originId: from, destinationId: to });
  const asked = { ...typed, from: ends.originId, to: ends.destinationId };
  const now = clock();
  const month = asked.month ?? Number(dayOf(now).slice(5, 7));
  const known = await referenceData(database.read);
  const { places, hubs } = known;
  const [t, words, locale] = [await getTranslations("hubs.plan"), await getTranslations("hubs"), await getLocale()];
  const base = `/${locale}/hubs`;
  const query = {
    originId: asked.from,
    destinationId: asked.to,
    mode: asked.mode || null,
    hubId: asked.hub || null,
    month,
    readyDate: asked.ready,
    k: WAYS_SHOWN,
  };
  const isReadyPast = asked.ready !== null && hasPassed(asked.ready, now);
  const plan = asked.from && asked.to && !isReadyPast ? await routePlan(database.read, query, now) : null;
  const ways = plan?.ok ? plan.value.ways : [];
  const suggestion = plan?.ok && !asked.hub ? suggestHub(ways, plan.value.all) : null;
  const shortest = Math.min(...ways.map((way) => way.distanceKm));
  const name = (placeId: string) => hubNameOf(places.get(placeId), locale, placeId);
  const swapped = new URLSearchParams({
    from: asked.to,
    to: asked.from,
    mode: asked.mode,
    hub: asked.hub,
    month: String(month),
    ready: asked.ready ?? "",
  });
  const reason = suggestion?.reason;
  const ahead = reason && aheadOf(reason);
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <PageWrap>
      <PublicPageHead
        path="/hubs/plan"
        title={t("title")}
        crumb={[{ label: words("board.allPorts"), href: base }, { label: t("title") }]}
        sub={t("sub")}
      />
      <div className="stack">
        <Panel>
          <PlanForm
            action={`${base}/plan`}
            values={{ ...asked, month, ready: asked.ready ?? "" }}
            places={placesAround(known, [asked.from, asked.to])}
            hubs={[...hubs.values()]}
            isReadyPast={isReadyPast}
          />
        </Panel>
        {!plan && !isReadyPast && <Note>{t("choose")}</Note>}
        {plan && !plan.ok && <Note tone="warn">{words(`refusal.${plan.refusal.code}`)}</Note>}
        {ways.length > 0 && (
          <>
            <p className="plan-found">
              <b>{t("found", { count: ways.length, from: name(asked.from), to: name(asked.to) })}</b>{" "}
              {suggestion && reason && (
                <span>
                  {hubNameOf(hubs.get(suggestion.hubId), locale) + colonOf(locale)}
                  {words(`suggestion.${reason.code}`, {
                    ...{ unit: ahead?.unit ?? "days", figure: number.format(ahead?.figure ?? 0) },
                    km: "kmAhead" in reason ? number.format(reason.kmAhead) : "",
                    next: "nextHubId" in reason ? hubNameOf(hubs.get(reason.nextHubId), locale) : "",
                  })}
                </span>
              )}{" "}
              <Anchor href={`${base}/plan?${swapped}`}>{t("swap")}</Anchor>
            </p>
            <LeftOutModes leftOut={plan?.ok ? plan.value.leftOut : []} />
            <div className="hub-grid">
              <WaysTable ways={ways} hubs={hubs} />
              <WaysMap ways={ways} hubs={hubs} places={places} />
            </div>
            {ways.slice(0, WAYS_OPEN).map((way, index) => (
              <WayCard
                key={`${way.hubId} ${way.mode} ${way.legs.map((leg) => leg.toId).join(" ")}`}
                way={way}
                rank={index + 1}
                isFastest={index === 0}
                isShortest={way.distanceKm === shortest}
                hub={hubs.get(way.hubId)}
                places={places}
              />
            ))}
            <FoldedWays
              ways={ways.map((way, index) => ({ way, rank: index + 1 })).slice(WAYS_OPEN)}
              hubs={hubs}
              places={places}
              shortestKm={shortest}
            />
            <p className="as-of">
              <Sentences>
                {words("way.includesWait")}
                {t("estimates")}
              </Sentences>
            </p>
          </>
        )}
      </div>
    </PageWrap>
  );
}
