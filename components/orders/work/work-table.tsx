import { useLocale, useTranslations } from "next-intl";
import { partyName, placeName } from "@/components/ui/party-name";
import { DueText } from "./due-text";
import { OrderStateChip } from "@/components/orders/order-state-chip";
import { ServiceName } from "@/components/services/face/service-name";
import { useTaskWords } from "@/components/orders/order-turn";
import { useStepToCome } from "@/components/services/words/service-words";
import { RouteText } from "@/components/ui/freight/route-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TurnMark, type TurnHolder } from "@/components/ui/turn/turn-mark";
import type { WorkGroup } from "@/domain/orders/work/work-group";
import type { WorkRow } from "@/domain/orders/work/work-view";
import { useGateWords } from "@/components/orders/chain/use-gate-words";
import type { ClosedGate } from "@/domain/orders/work/work-view";

/** Who can open a gate, by name where somebody is there for it. */
function useLifterWords(): (row: WorkRow, gate: ClosedGate) => string {
  const t = useTranslations("work.gate");
  const locale = useLocale();
  return ({ service, buyer }, { lifter, party }) => {
    if (lifter === service) return t("openedByYou");
    if (lifter === "parties") return t("openedBy", { who: t("parties") });
    return t("openedBy", { who: party ? partyName(party, locale) : t("nobody", { buyer: partyName(buyer, locale) }) });
  };
}

/** What keeps an order from going on, why, and who can open it. */
function WorkWait({ row }: { readonly row: WorkRow }) {
  const t = useTranslations("work");
  const gates = useGateWords(row.mode);
  const lifter = useLifterWords();
  const isStopped = row.side === "exception" || row.side === "disputed";
  if (row.side !== null && (isStopped || row.gates.length === 0))
    return (
      <span className="wait">
        <b>{t(`side.${row.side}`)}</b>
        <small>{t(`side.${row.side}Detail`)}</small>
      </span>
    );
  return row.gates.map((gate) => (
    <span className="wait" key={gate.key}>
      <b>{gates.needWords(gate.gate)}</b>
      <small>
        {gates.whyWords(gate.state)} {lifter(row, gate)}
      </small>
    </span>
  ));
}

type WorkTableProps = {
  readonly group: WorkGroup;
  readonly rows: readonly WorkRow[];
  readonly zone: string;
};

const HOLDERS: Readonly<Record<WorkGroup, TurnHolder>> = {
  yours: "you",
  held: "hold",
  waiting: "other",
  delivered: "other",
};

function Route({ row }: { readonly row: WorkRow }) {
  const locale = useLocale();
  const { origin, destination, hub, mode } = row;
  return (
    <RouteText
      from={placeName(origin, locale)}
      hub={placeName(hub, locale)}
      isBorderHub={hub.isBorderHub}
      to={placeName(destination, locale)}
      mode={mode}
    />
  );
}

/** The step that comes next, with the mark of whose turn it is. */
function Next({ row }: { readonly row: WorkRow }) {
  const t = useTranslations("work.next");
  const toCome = useStepToCome(row.mode);
  const locale = useLocale();
  const taskWords = useTaskWords();
  const buyer = partyName(row.buyer, locale);
  if (row.task)
    return (
      <TurnMark who={HOLDERS[row.group]} name={taskWords(row.task, row.group === "yours" ? "shortYours" : "short")} />
    );
  return (
    <TurnMark
      who={HOLDERS[row.group]}
      name={row.next === null ? t("accept", { buyer }) : toCome(row.service, row.next)}
    />
  );
}

const Due = ({ row, zone }: { readonly row: WorkRow; readonly zone: string }) => (
  <DueText order={row} due={row.due} isOverdue={row.isOverdue} isPast={row.isPast} next={row.next} zone={zone} />
);

const isWaiting = ({ gates, side }: WorkRow): boolean => gates.length > 0 || side !== null;

/** One part of the work list. */
export function WorkTable({ group, rows, zone }: WorkTableProps) {
  const t = useTranslations("work");
  const locale = useLocale();
  const columns: Column<WorkRow>[] = [
    {
      key: "order",
      head: t("column.order"),
      cell: (row) => <span className="whitespace-nowrap">{row.reference}</span>,
      detail: (row) => row.title,
    },
    { key: "service", head: t("column.service"), cell: (row) => <ServiceName service={row.service} /> },
    { key: "route", head: t("column.route"), cell: (row) => <Route row={row} /> },
    {
      key: "buyer",
      head: t("column.buyer"),
      className: "max-wide:hidden",
      cell: (row) => partyName(row.buyer, locale),
    },
    { key: "next", head: t("column.next"), cell: (row) => <Next row={row} /> },
    { key: "due", head: t("column.due"), cell: (row) => <Due row={row} zone={zone} /> },
    ...(rows.some(isWaiting)
      ? [{ key: "held", head: t("column.held"), cell: (row: WorkRow) => <WorkWait row={row} /> }]
      : []),
  ];
  return (
    <DataTable
      caption={t(`groups.${group}`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/orders/${row.id}`}
      isYours={() => group === "yours"}
      card={(row) => (
        <RowCard
          number={row.reference}
          chip={<OrderStateChip state={row.state} />}
          title={row.title}
          route={<Route row={row} />}
          facts={
            <>
              <ServiceName service={row.service} />
              <Due row={row} zone={zone} />
              {isWaiting(row) && <WorkWait row={row} />}
            </>
          }
          turn={<Next row={row} />}
        />
      )}
    />
  );
}
