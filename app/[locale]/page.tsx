import { FoundHead } from "@/app/found/public-head";
import { marketThings } from "@/app/found/things";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { FileLine } from "@/components/landing/file-line";
import { FirstLine } from "@/components/landing/first-line";
import { FourServices, HubBoard, LandingMap, NextRequests } from "@/components/landing/landing-page";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState } from "@/components/ui/blocks";
import { PageDescription } from "@/components/ui/page-head";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { currentSession } from "@/server/platform/identity/session";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { mayEver } from "@/domain/access/policy";
import { providerIds } from "@/domain/catalogue/directory/shortlist";
import { TEXT_MAX } from "@/domain/deals/clerk/reading";
import { MARKET_ZONE } from "@/domain/shared/time";
import { recentLandingView } from "@/server/requests/queries/landing";
import { begunBy } from "./services/said";
import { startVisitorDraftAction } from "./start/actions";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What is said of a file that was refused; whatever is wrong with its content is one thing to whoever sent it. */
const FILE_REFUSALS = [
  ...["none", "file_empty", "file_too_large", "type_not_allowed", "type_has_no_text", "text_too_long"],
  ...["nothing_read", "too_many_drafts", "too_many_requests"],
];

const refusedFile = (code: string | string[] | undefined): string | null => {
  if (code === undefined) return null;
  return FILE_REFUSALS.find((one) => one === code) ?? "unreadable";
};

/** The front page: what this is, where goods go now, who offers what. */
export default async function LandingPage({ searchParams }: PageProps) {
  const [t, common, locale] = [await getTranslations("landing"), await getTranslations("common"), await getLocale()];
  const { file, ask, way, with: named } = await searchParams;
  const [invited] = providerIds([named], 1);
  const refused = refusedFile(file);
  const { database, clock } = platform();
  const view = await recentLandingView(database.read, clock());
  const place = (path: string) => `/${locale}${path}`;
  const session = await currentSession();
  // Whoever is not signed in yet is led to it; for whoever may never post, the page behind the button is not there.
  const mayPost = session === null || mayEver(session.actor, "deal.create");
  const border = view.byHub.filter(({ hub }) => hub.isBorderHub).reduce((all, row) => all + row.open, 0);
  const zone = session?.timeZone ?? MARKET_ZONE;
  const begun = ask === undefined ? undefined : await begunBy({ service: ask, way });
  const kept = { of: view, as: `${locale} ${mayPost} ${zone}` };
  const title = `${common("product")} · ${common("tagline")}`;
  const hasRequests = view.openRequests > 0;
  return (
    <>
      <title>{title}</title>
      <FoundHead path="" title={title} things={marketThings(env().baseUrl, { name: common("product"), locale })} />
      <PageDescription>{`${t("title")} ${t("lead")}`}</PageDescription>
      <section className="hero">
        <AsMarkup kept={{ ...kept, as: `hero ${kept.as}` }}>
          <div className="hero-map">
            <LandingMap variant="hero" {...view} />
          </div>
        </AsMarkup>
        <div className="wrap hero-in">
          <div className="hero-text">
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
            {mayPost && (
              <ClientWords ofButtons>
                <FirstLine
                  action={startVisitorDraftAction}
                  lettersMax={TEXT_MAX}
                  begun={begun}
                  words={{
                    label: t("first.label"),
                    example: t("first.example"),
                    send: t("first.send"),
                    parts: t("first.parts"),
                    kept: t("first.kept"),
                    from: t("first.from"),
                    to: t("first.to"),
                    goods: t("first.goods"),
                    weight: t("first.weight"),
                  }}
                />
                {invited && <input type="hidden" form="first" name="invited" value={invited} />}
                <FileLine
                  language={locale}
                  words={{
                    open: t("first.file.open"),
                    label: t("first.file.label"),
                    help: t("first.file.help"),
                    send: t("first.file.send"),
                  }}
                  problem={refused && t(`first.file.refused.${refused}`)}
                />
              </ClientWords>
            )}
            <div className="hero-actions">
              <ButtonLink size="tall" href={place("/requests")}>
                {t("see", { count: view.openRequests })}
              </ButtonLink>
            </div>
            <p className="map-key">{t("mapKey", { count: view.openRequests })}</p>
          </div>
        </div>
        <AsMarkup kept={{ ...kept, as: `phone ${kept.as}` }}>
          <div className="hero-phone">
            <LandingMap variant="phone" {...view} />
          </div>
        </AsMarkup>
      </section>
      <AsMarkup kept={{ ...kept, as: `below ${kept.as}` }}>
        <PageWrap>
          <div className="key-figures">
            <WaybillGrid
              columns={4}
              hasFigures
              boxes={[
                {
                  number: 1,
                  label: t("figure.open"),
                  value: view.openRequests,
                  detail: t("figure.soon", { count: view.closingSoon }),
                },
                {
                  number: 2,
                  label: t("figure.border"),
                  value: border,
                  detail: t("figure.ofOpen", { count: view.openRequests }),
                },
                { number: 3, label: t("figure.providers"), value: view.providers, detail: t("figure.listed") },
                { number: 4, label: t("figure.hubs"), value: view.borderHubs, detail: t("figure.countries") },
              ]}
            />
          </div>
          {view.next.length > 0 && <NextRequests rows={view.next} requestsHref={place("/requests")} zone={zone} />}
          <FourServices listed={view.listed} providersHref={place("/providers")} />
          {hasRequests ? (
            <HubBoard rows={view.byHub} hubsHref={place("/hubs")} requestsHref={place("/requests")} />
          ) : (
            <EmptyState reason={t("empty.reason")} detail={t("empty.detail")}>
              {mayPost && <ButtonLink href={place("/deals/new")}>{t("post")}</ButtonLink>}
            </EmptyState>
          )}
        </PageWrap>
      </AsMarkup>
    </>
  );
}
