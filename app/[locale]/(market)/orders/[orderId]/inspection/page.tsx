import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import {
  DecisionPanel,
  InspectionTurnBar,
  RoundStateChip,
  VerdictPanel,
} from "@/components/inspections/inspection-panel";
import { DrawPanel } from "@/components/inspections/draw-panel";
import { FindingsPanels } from "@/components/inspections/findings-panel";
import { PhotosPanel } from "@/components/inspections/photos-panel";
import { VisitGrid } from "@/components/inspections/visit-grid";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { type Actor, may } from "@/domain/access/policy";
import type { Inspection, InspectionRound } from "@/views/inspections";
import { inspectionTurn } from "@/domain/inspections/inspection-turn";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { inspectionView } from "@/server/inspections/queries";
import { DecideStep } from "./decide-step";
import { SiteSteps } from "./site-steps";
import { KeepVisit } from "@/components/inspections/keep-visit";
import { keptUntil } from "@/domain/inspections/visit-times";
import type { Instant, LocalDate } from "@/domain/shared/time";
import { SESSION_IDLE_MS } from "@/server/platform/identity/tokens";

type KeptVisitProps = {
  readonly actor: Actor;
  readonly now: Instant;
  /** The page's address. */
  readonly here: string;
  /** The day of the visit that is still to be done; null where there is none. */
  readonly plannedDay: LocalDate | null;
};

/** The page as the inspector's phone keeps it: anew with each time that it is drawn, so that the copy shows what the page last showed. */
function KeptVisit({ actor: { userId }, now, here, plannedDay }: KeptVisitProps) {
  if (userId === null) return null;
  const until = plannedDay && keptUntil(plannedDay, now, SESSION_IDLE_MS);
  return <KeepVisit key={now} scope={here} owner={userId} until={until} />;
}

type Search = Partial<Record<"decision" | "reason" | "files" | "book", string | string[]>>;
type PageProps = { readonly params: Promise<{ orderId: string }>; readonly searchParams: Promise<Search> };

const ANCHORS = {
  ...{ book: "book", rebook: "book", arrive: "check-in", inspect: "site", issue: "issue", decide: "decide" },
  ...{ decided: "", on_paper: "", called_off: "" },
} as const;

type RoundProps = {
  readonly view: Inspection;
  readonly round: InspectionRound;
  readonly zone: string;
  readonly isLast: boolean;
};

/** All that is on record of one visit; of the last one the heading is the page's own. */
async function Round({ view, round, zone, isLast }: RoundProps) {
  const t = await getTranslations("inspections.page");
  const title = round.plan.severity === "tightened" ? "roundTightened" : "round";
  return (
    <section className="stack" aria-labelledby={`round-${round.round}`}>
      <h2 className="panel-title" id={`round-${round.round}`}>
        {t(title, { number: round.round })} {!isLast && <RoundStateChip state={round.state} />}
      </h2>
      <VisitGrid view={view} round={round} zone={zone} />
      <VerdictPanel round={round} />
      <DecisionPanel round={round} zone={zone} />
      <FindingsPanels round={round} zone={zone} />
      <ClientWords rooms={["inspections", "files"]}>
        <PhotosPanel round={round} zone={zone} remove={view.side === "provider" ? removeFileAction : null} />
      </ClientWords>
      <DrawPanel round={round} />
    </section>
  );
}

export default async function InspectionPage({ params, searchParams }: PageProps) {
  const { orderId } = await params;
  const { actor, timeZone } = await requireMember(`/orders/${orderId}/inspection`);
  const { clock } = platform();
  const now = clock();
  const view = await inspectionView(pageReader(), orderId, { viewer: actor, now });
  if (!view) notFound();
  const [search, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("inspections")]);
  const here = `/${locale}/orders/${orderId}/inspection`;
  const last = view.rounds.at(-1);
  const turn = inspectionTurn(view);
  const subject = { buyerOrganisationId: view.buyer.id, providerOrganisationId: view.provider.id };
  const mayWork = may(actor, "order.report", subject) && turn.holder === "provider";
  const mayDecide = may(actor, "inspection.decide", subject) && turn.holder === "buyer";
  const asked = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);
  const hasReport = last?.report || (last?.checkedInAt && view.side === "provider");
  return (
    <PageWrap>
      <PageHead
        title={t("page.title")}
        crumb={[
          { label: view.title, href: `/${locale}/orders/${orderId}` },
          { label: view.reference, href: `/${locale}/orders/${orderId}` },
        ]}
        chip={<RoundStateChip state={last?.state ?? view.noVisit} />}
        actions={
          hasReport ? (
            <ButtonLink href={`/api/orders/${orderId}/inspection-report`} icon="download" download>
              {t(last?.report ? "page.report" : "page.draft")}
            </ButtonLink>
          ) : undefined
        }
      />
      <InspectionTurnBar
        view={view}
        zone={timeZone}
        action={
          mayWork || mayDecide ? (
            <ButtonLink variant="primary" size="small" href={`#${ANCHORS[turn.what]}`}>
              {t(`todo.${turn.what}`)}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="stack mt-3">
        {mayWork && (
          <SiteSteps
            view={view}
            zone={timeZone}
            now={now}
            outcome={asked(search.files)}
            isRebooking={asked(search.book) !== null}
          />
        )}
        {mayDecide && last && (
          <DecideStep
            view={view}
            round={last}
            mayWaive={may(actor, "inspection.waive", subject)}
            decision={asked(search.decision)}
            reason={asked(search.reason) ?? ""}
            here={here}
          />
        )}
        {!last && !view.noVisit && <EmptyState reason={t("page.none")} detail={t("page.noneDetail")} />}
        {[...view.rounds].reverse().map((round) => (
          <Round key={round.id} view={view} round={round} zone={timeZone} isLast={round === last} />
        ))}
      </div>
      {view.side === "provider" && (
        <KeptVisit actor={actor} now={now} here={here} plannedDay={mayWork ? (last?.plannedDay ?? null) : null} />
      )}
    </PageWrap>
  );
}
