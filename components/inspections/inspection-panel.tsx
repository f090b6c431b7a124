import { useLocale, useTranslations } from "next-intl";
import { type LookState, QuietChip, Stamp, StateChip } from "@/components/ui/state-chip";
import { type NoVisit, inspectionTurn } from "@/domain/inspections/inspection-turn";
import type { RoundState } from "@/domain/inspections/round";
import type { VerdictKind } from "@/domain/inspections/judge";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { Inspection, InspectionRound } from "@/views/inspections";
import type { Instant } from "@/domain/shared/instant";
import type { ReactNode } from "react";
import { partyName } from "@/components/ui/party-name";
import { formatDay } from "@/components/ui/time/format-time";
import { TurnBar } from "@/components/ui/turn-bar";
import { colonOf } from "@/components/ui/sentences";
import { Anchor } from "@/components/ui/anchor";
import { Panel } from "@/components/ui/panel";

const ROUND_LOOKS: Readonly<Record<RoundState, LookState>> = {
  asked: "open",
  booked: "awarded",
  on_site: "transit",
  left: "closing",
  reported: "closing",
  decided: "completed",
};

/** Where a visit stands; of an order without one why there is none. */
export function RoundStateChip({ state }: { readonly state: RoundState | NoVisit | null }) {
  const t = useTranslations("inspections.state");
  return state === null || state === "on_paper" || state === "called_off" ? (
    <QuietChip icon="circle-dashed">{t(state ?? "none")}</QuietChip>
  ) : (
    <StateChip state={ROUND_LOOKS[state]}>{t(state)}</StateChip>
  );
}

const VERDICT_LOOKS: Readonly<Record<VerdictKind, LookState>> = { pass: "completed", fail: "held", pending: "open" };

export function VerdictChip({ verdict }: { readonly verdict: VerdictKind | null }) {
  const t = useTranslations("inspections.verdict");
  return verdict === null ? (
    <QuietChip icon="circle-dashed">{t("none")}</QuietChip>
  ) : (
    <StateChip state={VERDICT_LOOKS[verdict]}>{t(verdict)}</StateChip>
  );
}

type VisitsTableProps = { readonly rounds: readonly InspectionRound[]; readonly zone: string };

/** Each visit with its own times, its verdict where it was reported, and how far it is where it was not. */
export function VisitsTable({ rounds, zone }: VisitsTableProps) {
  const t = useTranslations("inspections");
  const time = (at: Instant | null) => (at === null ? t("page.notYet") : <TimeText at={at} zone={zone} />);
  return (
    <DataTable
      caption={t("panel.visits")}
      columns={[
        {
          key: "visit",
          head: t("panel.visit"),
          cell: ({ round }) => t("page.round", { number: round }),
          detail: ({ inspectorName }) => inspectorName ?? undefined,
        },
        { key: "arrived", head: t("page.arrived"), cell: ({ checkedInAt }) => time(checkedInAt) },
        { key: "left", head: t("page.left"), cell: ({ checkedOutAt }) => time(checkedOutAt) },
        { key: "minutes", head: t("page.minutes"), isNumber: true, cell: ({ minutesOnSite }) => minutesOnSite ?? "" },
        {
          key: "verdict",
          head: t("panel.verdict"),
          cell: ({ issuedAt, judgement, state }) =>
            issuedAt !== null && judgement ? (
              <VerdictChip verdict={judgement.kind} />
            ) : (
              <RoundStateChip state={state} />
            ),
        },
      ]}
      rows={rounds}
      rowKey={({ id }) => id}
      height="regular"
    />
  );
}

type InspectionTurnBarProps = {
  readonly view: Inspection;
  readonly zone: string;
  /** Named where it stands in a panel of another page. */
  readonly of?: string;
  /** The one button, where it is the viewer's turn. */
  readonly action?: ReactNode;
};

/** Whose move the inspection is, what they do and what follows. */
export function InspectionTurnBar({ view, zone, of, action }: InspectionTurnBarProps) {
  const t = useTranslations("inspections.turn");
  const done = useTranslations("inspections.decide.done");
  const locale = useLocale();
  const last = view.rounds.at(-1);
  const turn = inspectionTurn(view);
  if (turn.holder === "nobody")
    return (
      <TurnBar
        of={of}
        who="done"
        whoLabel={t("who.nobody")}
        sentence={t(turn.what)}
        deadline={
          last?.decision && (
            <Stamp verdict={done(last.decision.decision)} where={<TimeText at={last.decision.at} zone={zone} />} />
          )
        }
      />
    );
  const isYours = turn.holder === view.side;
  const values = {
    buyer: partyName(view.buyer, locale),
    provider: partyName(view.provider, locale),
    day: last?.plannedDay ? formatDay(last.plannedDay, locale, true) : "",
  };
  const next = turn.what === "rebook" ? "book" : turn.what;
  return (
    <TurnBar
      of={of}
      who={isYours ? "you" : "other"}
      whoLabel={isYours ? t("who.you") : t(`who.${turn.holder}`)}
      sentence={t(`${turn.what}.${isYours ? "you" : "other"}`, values)}
      next={t(`next.${next}`)}
      action={isYours ? action : undefined}
    />
  );
}

/** The inspection on site on the page of its order, with the way to the whole record. */
export function InspectionPanel({ view, zone }: { readonly view: Inspection; readonly zone: string }) {
  const t = useTranslations("inspections");
  const locale = useLocale();
  const last = view.rounds.at(-1);
  const reported = view.rounds.findLast(({ issuedAt }) => issuedAt !== null);
  return (
    <Panel
      title={t("panel.title")}
      id="inspection"
      tools={<RoundStateChip state={last?.state ?? view.noVisit} />}
      aside={<Anchor href={`/${locale}/orders/${view.orderId}/inspection`}>{t("panel.open")}</Anchor>}
    >
      <div className="form-stack">
        <InspectionTurnBar view={view} zone={zone} of={t("panel.title")} />
        {view.rounds.length > 0 && <VisitsTable rounds={view.rounds} zone={zone} />}
        {view.rounds.length === 0 && !view.noVisit && <p className="field-help">{t("panel.none")}</p>}
        {reported?.judgement && (
          <p>
            {t("panel.verdict") + colonOf(locale)}
            <VerdictChip verdict={reported.judgement.kind} />
            {reported.decision && (
              <>
                {" "}
                · {t("panel.decision") + colonOf(locale)}
                {t(`decide.done.${reported.decision.decision}`)}
              </>
            )}
          </p>
        )}
      </div>
    </Panel>
  );
}
