import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { partyName } from "@/components/ui/words";
import { BookForm } from "@/components/inspections/book-form";
import { CheckInForm } from "@/components/inspections/check-in-form";
import { SitePanel } from "@/components/inspections/site-panel";
import { usePlanWords } from "@/components/inspections/inspection-words";
import { VerdictChip } from "@/components/inspections/inspection-panel";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { listFormat } from "@/components/ui/format";
import { zoneName } from "@/components/ui/time/format-time";
import type { Inspection, InspectionRound } from "@/views/inspections";
import { dayToBook } from "@/domain/inspections/visit-times";
import { leastVisitOf } from "@/domain/inspections/visit-rules";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { LATE_WORDS_MAX } from "@/domain/services/work-reasons";
import { drawsCartons } from "@/domain/inspections/round-plan";
import { dayOf, type Instant } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { newId } from "@/server/platform/platform";
import { bookAction, checkInAction, checkOutAction, issueAction, saveResultsAction } from "./actions";

type SiteStepsProps = {
  readonly view: Inspection;
  readonly zone: string;
  readonly now: Instant;
  /** How an upload went that led here. */
  readonly outcome: string | null;
  readonly isRebooking: boolean;
};

const ofRound = (view: Inspection, round: InspectionRound) => ({
  orderId: view.orderId,
  round: String(round.round),
  idempotencyKey: newId(),
});

async function Booking({ view, zone, now, isAgain }: SiteStepsProps & { readonly isAgain: boolean }) {
  const t = await getTranslations("inspections.book");
  const last = view.rounds.at(-1);
  return (
    <Panel title={t(isAgain ? "titleAgain" : "title")} id="book">
      <BookForm
        action={bookAction}
        hidden={{ orderId: view.orderId, idempotencyKey: newId() }}
        day={last?.plannedDay ?? dayToBook(last ? null : view.agreedDay, dayOf(now, zone))}
        inspector={last?.inspectorName ?? view.rounds.at(-2)?.inspectorName ?? ""}
        isAgain={isAgain}
      />
    </Panel>
  );
}

async function Arrival({ view, round, zone, now }: SiteStepsProps & { readonly round: InspectionRound }) {
  const [locale, t, packages] = await Promise.all([
    getLocale(),
    getTranslations("inspections"),
    getTranslations("services.package"),
  ]);
  const named = view.packageTypes.map((code) => (packages.has(code) ? packages(code) : code));
  const kinds = named.length === 0 ? "none" : listFormat(locale).format(named);
  return (
    <Panel
      title={t("checkIn.title")}
      id="check-in"
      aside={
        <ButtonLink variant="quiet" size="small" href={`/${locale}/orders/${view.orderId}/inspection?book=again#book`}>
          {t("book.sendAgain")}
        </ButtonLink>
      }
    >
      <CheckInForm
        lateReasons={lateReasonsOf("inspection")}
        action={checkInAction}
        orderId={view.orderId}
        roundId={round.id}
        hidden={ofRound(view, round)}
        zone={zone}
        nowLocal={wallClock(now, zone)}
        zoneName={zoneName(now, zone, locale)}
        draws={drawsCartons(round.plan)}
        kinds={kinds}
      />
    </Panel>
  );
}

async function Leaving({ view, round, zone, now }: SiteStepsProps & { readonly round: InspectionRound }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("inspections.checkOut")]);
  return (
    <Panel title={t(round.state === "left" ? "again" : "title")} id="check-out">
      {round.state === "on_site" && round.lacks.length > 0 && <Lacks round={round} />}
      <ActionForm
        id="check-out-form"
        action={checkOutAction}
        hidden={{ ...ofRound(view, round), zone }}
        lead={t("help")}
        fields={[
          {
            ...{ kind: "time", name: "occurredAt", label: t("occurredAt"), isRequired: true },
            initial: wallClock(now, zone),
            zoneName: zoneName(now, zone, locale),
            clock: zone,
          },
        ]}
        send={t("send")}
      />
    </Panel>
  );
}

const leftTooEarly = ({ state, lacks }: InspectionRound): boolean =>
  state === "left" && lacks.some(({ kind }) => kind === "minutes");

/** What lacks before a report, said while it can still be done on site. */
async function Lacks({ round }: { readonly round: InspectionRound }) {
  const t = await getTranslations("inspections.issue");
  return (
    <>
      <p>{t("lacks")}</p>
      <Gaps round={round} />
    </>
  );
}

function Gaps({ round }: { readonly round: InspectionRound }) {
  const words = usePlanWords(round.plan, round.results);
  return (
    <ul>
      {round.lacks.map((gap) => (
        <li key={words.gap(gap)}>{words.gap(gap)}</li>
      ))}
    </ul>
  );
}

async function Issuing({ view, round }: { readonly view: Inspection; readonly round: InspectionRound }) {
  const [locale, t, late] = await Promise.all([
    getLocale(),
    getTranslations("inspections"),
    getTranslations("services.late"),
  ]);
  const { judgement } = round;
  return (
    <Panel title={t("issue.title")} id="issue">
      {judgement && round.lacks.length === 0 ? (
        <div className="form-stack">
          <p>
            {t("issue.ready")} <VerdictChip verdict={judgement.kind} />
          </p>
          <ActionForm
            id="issue-form"
            action={issueAction}
            hidden={{ ...ofRound(view, round), version: String(round.version) }}
            lead={t("issue.consequence", { buyer: partyName(view.buyer, locale) })}
            fields={[
              {
                ...{ kind: "select", name: "lateReason", label: late("label"), help: late("help"), isRequired: true },
                options: lateReasonsOf("inspection").map((value) => ({ value, label: late(`reason.${value}`) })),
                ...{ placeholder: late("choose"), isOnDemand: true },
              },
              {
                ...{ kind: "text", name: "lateWords", label: late("words"), help: late("wordsHelp") },
                ...{ maxLength: LATE_WORDS_MAX, isOnDemand: true },
              },
            ]}
            send={t("issue.send", { verdict: t(`verdict.${judgement.kind}`) })}
          />
        </div>
      ) : (
        <Lacks round={round} />
      )}
    </Panel>
  );
}

async function Site({ view, round, outcome }: SiteStepsProps & { readonly round: InspectionRound }) {
  const locale = await getLocale();
  return (
    <SitePanel
      key={round.id}
      action={saveResultsAction}
      save={saveResultsAction}
      hidden={ofRound(view, round)}
      plan={round.plan}
      drawn={round.draw.drawn}
      results={round.results}
      orderId={view.orderId}
      roundId={round.id}
      language={locale}
      photosDue={
        round.checkedInAt === null ? [] : (leastVisitOf(round.plan, round.checkedInAt, round.results)?.photos ?? [])
      }
      photoKey={newId()}
      outcome={outcome}
    />
  );
}

/** What the inspection company does next, with all that it needs for it and no more. */
export function SiteSteps(props: SiteStepsProps) {
  const round = props.view.rounds.at(-1);
  if (!round || round.state === "asked")
    return (
      <ClientWords>
        <Booking {...props} isAgain={false} />
      </ClientWords>
    );
  return (
    <ClientWords
      rooms={["inspections", "field", "files", "service-inspection.option", "services.late", "services.early"]}
    >
      {round.state === "booked" && props.isRebooking && <Booking {...props} isAgain />}
      {round.state === "booked" && !props.isRebooking && <Arrival {...props} round={round} />}
      {(round.state === "on_site" || round.state === "left") && <Site {...props} round={round} />}
      {(round.state === "on_site" || leftTooEarly(round)) && <Leaving {...props} round={round} />}
      {round.state === "left" && <Issuing view={props.view} round={round} />}
    </ClientWords>
  );
}
