import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { KeepSearch, SearchList, WatchList, WatchOffer } from "@/components/notices/saved-searches";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { savedQueryOf } from "@/domain/notices/saved-search";
import { watchedIn } from "@/domain/notices/watching";
import { referenceData } from "@/server/hubs/queries/network";
import { ownSearches } from "@/server/notices/saved-searches";
import { ownWatches } from "@/server/notices/watching";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import {
  changeSearchAction,
  dropSearchAction,
  keepSearchAction,
  muteSearchAction,
  openSearchAction,
  unwatchAction,
  watchAction,
} from "./actions";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The searches that a person keeps, what they watch, and the form that keeps the question that they come with. */
export default async function SavedPage({ searchParams }: PageProps) {
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const asked = new URLSearchParams(given);
  const isKept = asked.has("keep");
  // Whoever has to sign in comes back with the question that they came with.
  const question = asked.toString().replaceAll("+", "%20");
  const { actor } = await requireMember(question === "" ? "/saved" : `/saved?${question}`);
  const query = savedQueryOf(asked);
  const read = pageReader();
  const [locale, t, searches, watches, { hubs }] = await Promise.all([
    getLocale(),
    getTranslations("notices"),
    ownSearches(read, actor),
    ownWatches(read, actor),
    referenceData(read),
  ]);
  const offered = watchedIn(asked.get("watch") ?? "");
  const isWatched = watches.some(({ what, subject }) => what === offered?.what && subject === offered.subject);
  const toWatch = isWatched ? null : offered;
  const actions = {
    change: changeSearchAction,
    drop: dropSearchAction,
    mute: muteSearchAction,
    open: openSearchAction,
  };
  return (
    <PageWrap>
      <PageHead title={t("saved.title")} sub={t("saved.sub")} />
      <ClientWords>
        <div className="stack">
          {isKept && (
            <Panel title={t("saved.keep")}>
              <KeepSearch action={keepSearchAction} query={query} hubs={hubs} />
            </Panel>
          )}
          {toWatch && (
            <Panel title={t("watch.do")}>
              <WatchOffer watched={toWatch} hubs={hubs} watch={watchAction} />
            </Panel>
          )}
          <Panel id="searches" title={t("saved.list")} isFlush={searches.length === 0}>
            {searches.length > 0 ? (
              <SearchList searches={searches} hubs={hubs} actions={actions} />
            ) : (
              <EmptyState reason={t("saved.none")} detail={t("saved.noneDetail")}>
                <ButtonLink href={`/${locale}/requests`}>{t("saved.toRequests")}</ButtonLink>
              </EmptyState>
            )}
          </Panel>
          <Panel id="watches" title={t("watch.title")}>
            <WatchList watches={watches} hubs={hubs} unwatch={unwatchAction} />
          </Panel>
        </div>
      </ClientWords>
    </PageWrap>
  );
}
