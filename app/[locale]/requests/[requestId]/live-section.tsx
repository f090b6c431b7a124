import { useLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { LiveRequest } from "@/components/requests/live-request";
import type { DriftWords } from "@/components/ui/time/clock-drift";
import { driftWordsOf } from "@/components/ui/time/clock-check";
import type { Actor } from "@/domain/access/policy";
import { LIGHTS } from "@/domain/bidding/live-feedback";
import { logMark } from "@/server/live/log-mark";
import { platform } from "@/server/platform/platform";
import { openRules } from "@/server/requests/queries/questions";
import { placeOf } from "@/server/bidding/queries/bids";
import type { RequestPage } from "@/views/requests";
import type { ShownRequest } from "./shown-request";

type Translate = Awaited<ReturnType<typeof getTranslations<"requests.live">>>;

const wordLine = (t: Translate, drift: DriftWords) => ({
  connecting: t("connecting"),
  live: t("live"),
  lost: t("lost"),
  reload: t("reload"),
  news: t("news"),
  endsIn: t("endsIn", { time: "{time}" }),
  ending: t("ending"),
  drift,
});

const lines = new Map<string, ReturnType<typeof wordLine>>();

/** The words of the line above a request, the same on every page of a language: put together once for each. */
async function wordsIn(locale: string) {
  const known = lines.get(locale);
  if (known) return known;
  const [t, drift] = await Promise.all([getTranslations("requests.live"), getTranslations("ui.time.drift")]);
  const made = wordLine(t, driftWordsOf(drift));
  lines.set(locale, made);
  return made;
}

const placeWordsOf = (t: Translate) => ({
  title: t("place.title"),
  place: t("place.place", { rank: "{rank}", count: "{count}" }),
  gap: t("place.gap", { gap: "{gap}" }),
  first: t("place.first"),
  behind: t("place.behind"),
  unknown: t("place.unknown"),
  none: t("place.none"),
  light: Object.fromEntries(LIGHTS.map((light) => [light, t(`place.light.${light}`)])) as Record<
    (typeof LIGHTS)[number],
    string
  >,
  change: t("place.change"),
  tie: t("place.tie"),
});

/** The words of the line, the rules of open bidding and a bidder's own place; null of a request that does not go on. */
export type ShownLive = {
  readonly words: Awaited<ReturnType<typeof wordsIn>>;
  readonly rules: string | null;
  readonly place: ComponentProps<typeof LiveRequest>["place"];
} | null;

/** Read with all else of the page: a part that waits by itself is a task of its own, sent apart and drawn apart. */
export async function loadLive(
  actor: Actor,
  { request, now }: Pick<ShownRequest, "now"> & { readonly request: RequestPage },
): Promise<ShownLive> {
  if (request.state !== "open" && request.state !== "closed") return null;
  const words = await wordsIn(await getLocale());
  const { read } = platform().database;
  const rules = await openRules(read, request, now);
  // Only open bidding has more to say, and only there are its words asked for.
  if (!rules) return { words, rules: null, place: null };
  const t = await getTranslations("requests.live");
  const place = request.ownBid && (await placeOf(read, actor, { requestId: request.id, now }));
  return { words, rules: t("rules", rules), place: place && { feedback: place.told, words: placeWordsOf(t) } };
}

type LiveSectionProps = Pick<ShownRequest, "request" | "here" | "now"> & {
  readonly live: ShownLive;
  /** How often the board of the request's hub had changed when the page was drawn. */
  readonly boardSeq: number;
};

/** Keeps the page of a request that is going on as it is now; a bidder of open bidding is told its own place. */
export function LiveSection({ request, here, now, live, boardSeq }: LiveSectionProps) {
  const locale = useLocale();
  if (!live) return null;
  return (
    <LiveRequest
      requestId={request.id}
      mark={logMark(request.id, request.logSeq)}
      now={now}
      closesAt={request.closesAt}
      boardSeq={boardSeq}
      state={request.state}
      href={here}
      showsBids={request.bids !== null || request.side === "buyer"}
      words={live.words}
      place={live.place}
      locale={locale}
    >
      {live.rules !== null && <p className="live-rules">{live.rules}</p>}
    </LiveRequest>
  );
}
