import { type TurnHolder, TurnMark } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { partyName, placeName } from "@/components/ui/words";
import { ServiceName, useServiceName, useStepToCome } from "@/components/services/service-name";
import { FilterBar, FilterSelect } from "@/components/ui/table/filter-bar";
import { type NamedHub, SERVICES } from "@/domain/shared/vocabulary";
import { DueText } from "./due-text";
import { UnreadMark } from "./unread-mark";
import { OrderStateChip, useTaskWords } from "@/components/orders/order-state";
import { RouteText } from "@/components/ui/route-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { WORK_GROUPS, type WorkGroup } from "@/domain/orders/work-list";
import type { ClosedGate, WorkCounts, WorkRow } from "@/views/chain";
import { causeOf, useGateWords } from "@/components/orders/chain/chain-gates";
import { Panel } from "@/components/ui/blocks";
import { TableKeys } from "@/components/ui/table/table-keys";

const NAMES = ["service", "hub"] as const;
export type WorkFilterName = (typeof NAMES)[number];

type WorkFiltersProps = {
  readonly action: string;
  readonly values: Readonly<Record<WorkFilterName, string>>;
  /** The part of the list that is shown, which a new filter leaves as it is. */
  readonly turn: string;
  readonly hubs: readonly NamedHub[];
  /** The same list without one of its filters. */
  readonly without: (name: WorkFilterName) => string;
};

export function WorkFilters({ action, values, turn, hubs, without }: WorkFiltersProps) {
  const t = useTranslations("work.filter");
  const service = useServiceName();
  const locale = useLocale();
  const options = {
    service: SERVICES.map((value) => ({ value, label: service(value) })),
    hub: hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) })),
  };
  const set = NAMES.filter((name) => values[name]).map((name) => ({
    label: t(name),
    value: options[name].find((option) => option.value === values[name])?.label ?? values[name],
    removeHref: without(name),
  }));
  return (
    <FilterBar action={action} set={set} kept={turn ? { turn } : {}}>
      {NAMES.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(name)}
          value={values[name]}
          options={options[name]}
          removeHref={without(name)}
        />
      ))}
    </FilterBar>
  );
}

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
        {gates.whyWords(causeOf(gate.state))} {lifter(row, gate)}
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
  const t = useTranslations();
  const toCome = useStepToCome(row.mode);
  const locale = useLocale();
  const taskWords = useTaskWords();
  const buyer = partyName(row.buyer, locale);
  const isYours = row.group === "yours";
  if (row.dispute)
    return (
      <TurnMark
        who={HOLDERS[row.group]}
        name={t(`orders.turn.inDispute.${row.dispute.what}`, { isYours: String(isYours) })}
      />
    );
  if (row.task) {
    const { reason } = row.task;
    const task = taskWords(row.task, isYours ? "shortYours" : "short");
    return <TurnMark who={HOLDERS[row.group]} name={reason ? t("work.next.because", { task, reason }) : task} />;
  }
  return (
    <TurnMark
      who={HOLDERS[row.group]}
      name={row.next === null ? t("work.next.accept", { buyer }) : toCome(row.service, row.next)}
    />
  );
}

const NextAndUnread = ({ row }: { readonly row: WorkRow }) => (
  <>
    <Next row={row} />
    <UnreadMark count={row.unread} />
  </>
);

const Due = ({ row, zone }: { readonly row: WorkRow; readonly zone: string }) => (
  <DueText
    {...{ order: row, due: row.due, waitsToRun: row.waitsToRun, next: row.next, zone }}
    isOverdue={row.isOverdue}
    isPast={row.isPast}
  />
);

const isWaiting = ({ gates, side }: WorkRow): boolean => gates.length > 0 || side !== null;

/** One part of the work list. */
export function WorkTable({ group, rows, zone }: WorkTableProps) {
  const t = useTranslations("work");
  const orders = useTranslations("orders");
  const locale = useLocale();
  const columns: Column<WorkRow>[] = [
    {
      key: "order",
      head: t("column.order"),
      className: "is-reference",
      cell: (row) => row.reference,
      detail: (row) => row.title,
    },
    { key: "service", card: "facts", head: t("column.service"), cell: (row) => <ServiceName service={row.service} /> },
    { key: "route", card: "route", head: t("column.route"), cell: (row) => <Route row={row} /> },
    {
      key: "buyer",
      head: t("column.buyer"),
      className: "max-wide:hidden",
      cell: (row) => partyName(row.buyer, locale),
    },
    {
      key: "state",
      head: orders("column.state"),
      cell: (row) => <OrderStateChip state={row.state} />,
      className: "desk:hidden",
      card: "end",
    },
    { key: "next", card: "turn", head: t("column.next"), cell: (row) => <NextAndUnread row={row} /> },
    { key: "due", card: "facts", head: t("column.due"), cell: (row) => <Due row={row} zone={zone} /> },
    ...(rows.some(isWaiting)
      ? [
          {
            key: "held",
            card: "facts" as const,
            head: t("column.held"),
            cell: (row: WorkRow) => <WorkWait row={row} />,
          },
        ]
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
    />
  );
}

type WorkGroupsProps = {
  readonly rows: readonly WorkRow[];
  readonly counts: WorkCounts;
  readonly zone: string;
};

/** The parts of a work list, one below the other; the keys of a list move through all of them. */
export function WorkGroups({ rows, counts, zone }: WorkGroupsProps) {
  const t = useTranslations("work");
  return (
    <div className="stack" data-table>
      {WORK_GROUPS.map((group) => {
        const own = rows.filter((row) => row.group === group);
        return (
          own.length > 0 && (
            <Panel key={group} id={group} title={t(`groups.${group}`)} aside={counts[group]} isFlush>
              <p className="panel-lead">{t(`lead.${group}`)}</p>
              <WorkTable group={group} rows={own} zone={zone} />
            </Panel>
          )
        );
      })}
      <TableKeys />
    </div>
  );
}
