import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestWaybill } from "@/components/bidding/request-waybill";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { stepsFor } from "@/domain/requests/steps-for";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { requestPage } from "@/server/queries/bidding";
import { RequestBids } from "./request-bids";
import { RequestFiles } from "./request-files";
import { RequestFacts } from "./request-facts";
import { RequestHead } from "./request-head";
import { RequestStep } from "./request-step";
import { loadTemplates } from "./bid/load-templates";

type PageProps = {
  readonly params: Promise<{ requestId: string }>;
  readonly searchParams: Promise<{
    step?: string | string[];
    files?: string | string[];
    draft?: string | string[];
    template?: string | string[];
  }>;
};

const load = async (id: string) => {
  const session = await currentSession();
  const { database, clock } = platform();
  const now = clock();
  const actor = session?.actor ?? anonymous();
  const request = await requestPage(database.read, actor, { id, now });
  return { actor, now, request, zone: session?.timeZone ?? MARKET_ZONE, isSignedIn: session !== null };
};

/** Readable without an account; what each reader is shown was decided by the query. */
export default async function RequestPageView({ params, searchParams }: PageProps) {
  const { requestId } = await params;
  const { actor, now, request, zone, isSignedIn } = await load(requestId);
  if (!request) notFound();
  const [{ step, files, draft, template }, locale, t] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("bidding"),
  ]);
  const here = `/${locale}/requests/${request.id}`;
  const steps = stepsFor(actor, request, now);
  const chosen = steps.find((one) => one === step) ?? null;
  const templates = await loadTemplates(actor, request, { chosen: template, now });
  const shown = { request, steps, here, now, zone, templates, drawing: [draft, template].map(String).join(" ") };
  return (
    <PageWrap>
      <RequestHead {...shown} />
      <RequestWaybill request={request} zone={zone} />
      <div className="stack mt-3">
        {request.opening && request.state === "closed" && (
          <Note>{t("page.approvals", { count: request.opening.approvals })}</Note>
        )}
        {draft === "discarded" && request.draft === null && (
          <Note tone="ok" isLive>
            {t("draft.discarded")}
          </Note>
        )}
        {chosen && <RequestStep step={chosen} request={request} here={here} />}
        <RequestBids {...shown} />
        {isSignedIn && (
          <RequestFiles
            request={request}
            actor={actor}
            zone={zone}
            outcome={typeof files === "string" ? files : null}
          />
        )}
        <RequestFacts request={request} zone={zone} />
        {!isSignedIn && request.state === "open" && (
          <Note>
            <ButtonLink href={`/${locale}/sign-in?next=${encodeURIComponent(`/requests/${request.id}`)}`}>
              {t("page.signInToBid")}
            </ButtonLink>
          </Note>
        )}
      </div>
    </PageWrap>
  );
}
