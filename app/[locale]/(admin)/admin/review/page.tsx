import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { HeldRequest } from "@/components/requests/request-summary";
import { ReviewForms } from "@/components/requests/review-forms";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { requestsInReview } from "@/server/requests/queries/requests";
import { approveAction, declineAction } from "./actions";

export default async function ReviewPage() {
  const session = await requireAdministrator("requests.review", "/admin/review");
  const held = await requestsInReview(platform().database.read, session.actor);
  if (held === null) notFound();
  const [locale, t, wasted, photos] = await Promise.all([
    getLocale(),
    getTranslations("requests"),
    getTranslations("decide.wasted"),
    getTranslations("inspections.admin"),
  ]);
  const words = { approve: t("review.approve"), decline: t("review.decline"), reason: t("review.reason") };
  return (
    <PageWrap>
      <PageHead
        title={t("review.title")}
        sub={t("review.sub")}
        actions={
          <>
            <ButtonLink href={`/${locale}/admin/decisions`}>{wasted("title")}</ButtonLink>
            <ButtonLink href={`/${locale}/admin/inspections`}>{photos("title")}</ButtonLink>
          </>
        }
      />
      {held.length === 0 && <EmptyState reason={t("review.none")} />}
      <div className="stack">
        {held.map((request) => (
          <HeldRequest key={request.id} request={request} zone={session.timeZone}>
            <ClientWords>
              <ReviewForms requestId={request.id} approve={approveAction} decline={declineAction} words={words} />
            </ClientWords>
          </HeldRequest>
        ))}
      </div>
    </PageWrap>
  );
}
