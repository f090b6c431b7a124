import { useNameList } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { DeliverableRow } from "@/domain/documents/deliverables";
import type { OrderPacks } from "@/views/documents";
import type { Service } from "@/domain/shared/vocabulary";

type PacksPanelProps = {
  readonly view: OrderPacks;
  readonly service: Service;
  readonly zone: string;
  /** Forms: naming a file, making a pack. */
  readonly children?: ReactNode;
};

type Pack = OrderPacks["packs"][number];

function Made({ packs, zone }: { readonly packs: readonly Pack[]; readonly zone: string }) {
  const t = useTranslations("packs.made");
  const locale = useLocale();
  const columns: Column<Pack>[] = [
    { key: "at", head: t("at"), cell: ({ madeAt }) => <TimeText at={madeAt} zone={zone} /> },
    { key: "count", head: t("count"), isNumber: true, cell: ({ count }) => count },
    { key: "root", head: t("root"), cell: ({ root }) => <code className="break-all text-xs">{root}</code> },
    {
      key: "get",
      head: t("get"),
      isHeadHidden: true,
      cell: ({ id }) => (
        <span className="flow">
          <ButtonLink size="small" href={`/api/packs/${id}`} download icon="package">
            {t("download")}
          </ButtonLink>
          <Anchor href={`/${locale}/packs/${id}`}>{t("verify")}</Anchor>
        </span>
      ),
    },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={packs} rowKey={({ id }) => id} height="dense" />;
}

/** What the provider hands over, each to be had by itself, and all of the order as one pack that can be verified. */
export function PacksPanel({ view, service, zone, children }: PacksPanelProps) {
  const t = useTranslations("packs");
  const nameList = useNameList();
  const words = useTranslations(`service-${service}.deliverable`);
  const milestone = useTranslations(`service-${service}.milestone`);
  const without = view.deliverables.filter(({ state }) => state === "closed_without");
  const isClosed = view.deliverables.some(({ state }) => state === "closed_without" || state === "not_owed");
  const there = view.deliverables.filter(({ state }) => state === "there").length;
  const columns: Column<DeliverableRow>[] = [
    {
      key: "what",
      head: t("what"),
      cell: ({ code }) => words(code),
      detail: ({ shownBy }) =>
        shownBy &&
        ("room" in shownBy
          ? t(`heldIn.${shownBy.room}`, { numbers: nameList(shownBy.numbers) })
          : t(shownBy.numbers.length > 0 ? "shownByNumbers" : "shownBy", {
              step: milestone(shownBy.step),
              numbers: nameList(
                shownBy.numbers.map(({ side, number }) => (side === null ? number : t(`ofSide.${side}`, { number }))),
              ),
            })),
    },
    {
      key: "files",
      head: t("files"),
      cell: ({ files, state, shownBy }) =>
        files.length === 0 ? (
          <span className="text-ink-2">{shownBy === null && t(`state.${state}`)}</span>
        ) : (
          files.map(({ id, name, mayRead }) => (
            <span key={id} className="block">
              {mayRead ? (
                <a href={`/api/files/${id}`} download>
                  {name}
                </a>
              ) : (
                name
              )}
            </span>
          ))
        ),
    },
  ];
  return (
    <Panel
      title={t("title")}
      aside={t(isClosed ? "closedCount" : "count", { there, all: view.deliverables.length })}
      isFlush
      id="packs"
      fold="closed"
    >
      {without.length > 0 && (
        <p className="px-4 py-2 text-sm">
          {t("closedWithout", { what: without.map(({ code }) => words(code)).join(t("and")) })}
        </p>
      )}
      {view.deliverables.length > 0 && (
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={view.deliverables}
          rowKey={({ code }) => code}
          height="dense"
        />
      )}
      {view.packs.length > 0 && <Made packs={view.packs} zone={zone} />}
      {children && <div className="panel-body form-stack">{children}</div>}
    </Panel>
  );
}
