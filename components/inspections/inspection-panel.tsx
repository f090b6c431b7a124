import { type LookState, QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import type { Inspection, InspectionRound } from "@/views/inspections";
import {
  type ClassResult,
  type TestResult,
  verdictBasis,
  type VerdictKind,
} from "@/domain/inspections/results/results";
import { usePlanWords } from "./inspection-words";
import { TimeText } from "@/components/ui/time/time-text";
import { Stamp, StateChip } from "@/components/ui/state-chip";
import { inspectionTurn, type NoVisit } from "@/domain/inspections/inspection-turn";
import type { RoundState } from "@/domain/inspections/round";
import { drawsCartons } from "@/domain/inspections/round-plan";
import type { Instant } from "@/domain/shared/time";
import type { ReactNode } from "react";
import { colonOf, partyName } from "@/components/ui/words";
import { formatDay } from "@/components/ui/time/format-time";
import { TurnBar } from "@/components/ui/turn-bar";

function useWithin() {
  const t = useTranslations("inspections.sum");
  return (isWithin: boolean) => t(isWithin ? "yes" : "no");
}

function ClassTable({ rows }: { readonly rows: readonly ClassResult[] }) {
  const t = useTranslations("inspections");
  const within = useWithin();
  const figure = (
    key: "sampleSize" | "found" | "acceptanceNumber" | "rejectionNumber",
    head: string,
  ): Column<ClassResult> => ({
    key,
    head,
    isNumber: true,
    cell: (row) => <CountText value={row[key]} />,
  });
  return (
    <DataTable
      caption={t("sum.caption")}
      rows={rows}
      rowKey={(row) => row.defectClass}
      height="dense"
      columns={[
        { key: "class", head: t("sum.class"), cell: (row) => t(`class.${row.defectClass}`) },
        { key: "letter", head: t("sum.letter"), cell: (row) => row.codeLetter },
        figure("sampleSize", t("sum.sample")),
        figure("found", t("sum.found")),
        figure("acceptanceNumber", t("sum.limit")),
        figure("rejectionNumber", t("sum.rejected")),
        { key: "within", head: t("sum.within"), cell: (row) => within(row.isWithin) },
      ]}
    />
  );
}

type TestTableProps = { readonly rows: readonly TestResult[]; readonly nameOf: (at: number) => string };

function TestTable({ rows, nameOf }: TestTableProps) {
  const t = useTranslations("inspections.sum");
  const within = useWithin();
  const placed = rows.map((row, at) => ({ ...row, name: nameOf(at) }));
  return (
    <DataTable
      caption={t("tests")}
      rows={placed}
      rowKey={(row) => row.name}
      height="dense"
      columns={[
        { key: "test", head: t("test"), cell: (row) => row.name },
        { key: "sample", head: t("sample"), isNumber: true, cell: (row) => <CountText value={row.unitsTested} /> },
        { key: "failed", head: t("failed"), isNumber: true, cell: (row) => <CountText value={row.failed} /> },
        { key: "limit", head: t("limit"), isNumber: true, cell: (row) => <CountText value={row.acceptanceNumber} /> },
        { key: "within", head: t("within"), cell: (row) => within(row.isWithin) },
      ]}
    />
  );
}

/** The verdict with its sum: what was found against what is accepted, and why it fails or what waits. */
export function VerdictPanel({ round }: { readonly round: InspectionRound }) {
  const t = useTranslations("inspections");
  const words = usePlanWords(round.plan, round.results);
  const { judgement } = round;
  if (!judgement) return null;
  const isPreview = round.issuedAt === null;
  return (
    <Panel
      title={t("sum.title")}
      id={`verdict-${round.round}`}
      tools={<VerdictChip verdict={judgement.kind} />}
      aside={isPreview ? t("sum.preview") : undefined}
      isFlush
    >
      <div className="panel-body form-stack">
        <p>
          <b>{t(`verdictSay.${judgement.kind}`, { basis: verdictBasis(round.plan) })}</b> {t("sum.computed")}
        </p>
        {judgement.fails.length > 0 && (
          <div>
            <h3 className="field-label">{t("sum.fails")}</h3>
            <ul className="plain-list">
              {judgement.fails.map((reason) => (
                <li key={words.why(reason)}>{words.why(reason)}</li>
              ))}
            </ul>
          </div>
        )}
        {judgement.pending.length > 0 && (
          <div>
            <h3 className="field-label">{t("sum.pending")}</h3>
            <ul className="plain-list">
              {judgement.pending.map((reason) => (
                <li key={words.why(reason)}>{words.why(reason)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {judgement.classes.length > 0 && <ClassTable rows={judgement.classes} />}
      {judgement.tests.length > 0 && <TestTable rows={judgement.tests} nameOf={words.test} />}
    </Panel>
  );
}

/** What was decided on a report, whose word it was and why: the buyer's, or nobody's of it where a dispute has ended so. */
export function DecisionPanel({ round, zone }: { readonly round: InspectionRound; readonly zone: string }) {
  const t = useTranslations("inspections.decide");
  const { decision } = round;
  if (!decision) return null;
  return (
    <Panel title={t(decision.by === null ? "titleSettled" : "title2")} id={`decision-${round.round}`}>
      <p>
        <b>{t(`done.${decision.decision}`)}</b> <TimeText at={decision.at} zone={zone} />
        {decision.by && <> {t("by", { name: decision.by })}</>}
      </p>
      {decision.reason && <p className="break-anywhere">{decision.reason}</p>}
    </Panel>
  );
}

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
    kind: last ? (drawsCartons(last.plan) ? "drawn" : last.plan.type) : "other",
    day: last?.plannedDay ? formatDay(last.plannedDay, locale, true) : "",
  };
  const next = turn.what === "rebook" ? "book" : turn.what;
  return (
    <TurnBar
      of={of}
      who={isYours ? "you" : "other"}
      whoLabel={isYours ? t("who.you") : t(`who.${turn.holder}`)}
      sentence={t(`${turn.what}.${isYours ? "you" : "other"}`, values)}
      next={t(`next.${next}`, values)}
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
