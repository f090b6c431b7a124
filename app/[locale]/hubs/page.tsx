import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { HubTable } from "@/components/hubs/hub-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { MARKET_ZONE } from "@/domain/shared/time";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { hubList } from "@/server/hubs/queries/hubs";

const KINDS = [
  { kind: "border", title: "border", caption: "captionBorder" },
  { kind: "sea", title: "sea", caption: "captionSea" },
  { kind: "air", title: "air", caption: "captionAir" },
] as const;

/** The board of hubs, readable without an account: land border ports first. */
export default async function HubsPage() {
  const { database, clock } = platform();
  const now = clock();
  const hubs = await hubList(database.read, now);
  const zone = (await currentSession())?.timeZone ?? MARKET_ZONE;
  const [t, locale] = [await getTranslations("hubs.board"), await getLocale()];
  const base = `/${locale}/hubs`;
  return (
    <PageWrap>
      <PublicPageHead
        path="/hubs"
        picture="/hubs"
        title={t("title")}
        sub={t("sub")}
        actions={
          <ButtonLink href={`${base}/plan`} variant="primary" icon="route">
            {t("plan")}
          </ButtonLink>
        }
      />
      <div className="stack">
        {KINDS.map(({ kind, title, caption }) => (
          <Panel key={kind} title={t(title)} isFlush>
            <HubTable
              caption={t(caption)}
              hubs={hubs.filter((hub) => hub.kind === kind)}
              base={base}
              requestsBase={`/${locale}/requests`}
              at={now}
              zone={zone}
            />
          </Panel>
        ))}
      </div>
    </PageWrap>
  );
}
