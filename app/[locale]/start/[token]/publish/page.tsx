import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { countryOptions } from "@/app/country-options";
import { NewcomerForm } from "@/components/accounts/newcomer-form";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { CheckedPosting } from "@/components/deals/deal-summary";
import { PublishForm } from "@/components/deals/publish-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { mayEver } from "@/domain/access/policy";
import { postingZone } from "@/domain/deals/posting/posting-fields";
import type { CheckedPosting as Posting } from "@/views/postings";
import { checkedPosting } from "@/server/deals/queries";
import { newId } from "@/server/platform/platform";
import { signInAction } from "../../../(account)/actions";
import { publishVisitorDraftAction, signUpWithDraftAction } from "../../actions";
import { BY_LINK_ALONE, type LinkParams, openVisitorPage } from "../visitor-page";

type PageProps = LinkParams & { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = BY_LINK_ALONE;

/** Which end of the way is taken for the newcomer's own: China's for whoever reads Chinese, the other one for everybody else. */
function homeOf({ deal }: Posting, locale: string) {
  const ends = [deal.stops[0], deal.stops.at(-1)];
  const home = ends.find((end) => (end?.country === "CN") === locale.startsWith("zh")) ?? ends[0];
  return { country: home?.country ?? "", city: (locale.startsWith("zh") ? home?.nameZh : home?.nameEn) ?? "" };
}

type EntryProps = {
  readonly link: string;
  readonly version: number;
  readonly posting: Posting;
  readonly isSent: boolean;
};

/** The last step of whoever is not signed in: a new account with its organisation, or the one that they have. */
async function Entry({ link, version, posting, isSent }: EntryProps) {
  const [t, locale] = await Promise.all([getTranslations("deals.first"), getLocale()]);
  return (
    <ClientWords rooms={["accounts.field", "accounts.signIn", "accounts.organisation", "accounts.newcomer"]}>
      {isSent ? (
        <Note tone="ok" isLive>
          <b>{t("sentTitle")}</b> {t("sent")}
        </Note>
      ) : (
        <Panel title={t("newcomer")}>
          <p className="mb-3">{t("newcomerLead")}</p>
          <NewcomerForm
            action={signUpWithDraftAction}
            hidden={{ link, version: String(version) }}
            countries={countryOptions(locale)}
            initial={homeOf(posting, locale)}
            send={t("newcomerSend")}
          />
        </Panel>
      )}
      <Panel title={t("known")}>
        <SignInForm action={signInAction} next={`/start/${link}/publish`} resetHref={`/${locale}/reset-password`} />
      </Panel>
    </ClientWords>
  );
}

/** The draft behind the link, read once more, and whose it becomes. */
export default async function PublishPage({ params, searchParams }: PageProps) {
  const { token, draft, session, viewer, read, now } = await openVisitorPage({ params });
  const [t, deals, locale] = [await getTranslations("deals.first"), await getTranslations("deals"), await getLocale()];
  const [path, { sent }] = [`/start/${token}`, await searchParams];
  if (session && !session.organisation)
    redirect(`/${locale}/organisation/new?next=${encodeURIComponent(`${path}/publish`)}`);
  if (session && !mayEver(session.actor, "draft.change")) notFound();
  const ofViewer = { ...draft, organisationId: viewer.organisation?.id ?? "" };
  const posting = await checkedPosting(read, ofViewer, now);
  if (!posting) redirect(`/${locale}${path}?check=1`);
  return (
    <PageWrap>
      <PageHead
        title={t("publishTitle")}
        crumb={[{ label: posting.title, href: `/${locale}${path}` }]}
        sub={t("publishSub")}
      />
      <div className="stack">
        {session ? (
          <ClientWords>
            <PublishForm
              action={publishVisitorDraftAction}
              draft={{ link: token }}
              version={draft.version}
              idempotencyKey={newId()}
              backHref={`/${locale}${path}`}
              words={{
                back: deals("checkPage.back"),
                publish: deals("checkPage.publish", { count: posting.services.length }),
                consequence: deals("checkPage.consequence"),
              }}
            />
          </ClientWords>
        ) : (
          <Entry link={token} version={draft.version} posting={posting} isSent={sent === "1"} />
        )}
        <p>
          <Anchor href={`/${locale}${path}`}>{t("edit")}</Anchor>
        </p>
        <CheckedPosting posting={posting} zone={session?.timeZone ?? postingZone(draft.fields)} />
      </div>
    </PageWrap>
  );
}
