import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { PassForm } from "@/components/bidding/pass-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { passedRequests, requestsToPass } from "@/server/bidding/queries/passed";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { passRequestsAction, takeUpRequestsAction } from "./actions";

/** What fits the reader's listings and may be put aside, and what was put aside before. */
export default async function PassPage() {
  const { actor, timeZone } = await requireMember("/desk/pass");
  const now = platform().clock();
  const [fitting, passed] = [
    await requestsToPass(pageReader(), actor, { now }),
    await passedRequests(pageReader(), actor, { now }),
  ];
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const desk = `/${locale}/desk`;
  return (
    <PageWrap>
      <PageHead
        title={t("lists.pass.title")}
        sub={t("lists.pass.sub")}
        crumb={[{ label: t("bidding.desk.title"), href: desk }, { label: t("lists.pass.title") }]}
      />
      <ClientWords>
        <div className="stack">
          <Panel title={t("lists.pass.fitting")} id="fitting">
            <PassForm
              act="pass"
              action={passRequestsAction}
              rows={fitting}
              zone={timeZone}
              callKey={newId()}
              nothingLeft={
                <EmptyState reason={t("lists.pass.noneFitting")}>
                  <ButtonLink href={`/${locale}/requests`}>{t("bidding.desk.browse")}</ButtonLink>
                </EmptyState>
              }
            />
          </Panel>
          <Panel title={t("lists.pass.before")} id="passed">
            <PassForm
              act="takeUp"
              action={takeUpRequestsAction}
              rows={passed}
              zone={timeZone}
              callKey={newId()}
              nothingLeft={<EmptyState reason={t("lists.pass.nonePassed")} />}
            />
          </Panel>
        </div>
      </ClientWords>
    </PageWrap>
  );
}
