import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { LiveWork } from "@/components/live/live-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { Segmented } from "@/components/ui/segmented";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { WorkFilters, WorkGroups } from "@/components/orders/work-list";
import { SERVICES } from "@/domain/shared/vocabulary";
import { WORK_GROUPS } from "@/domain/orders/work-list";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";
import { WORK_MAX, workList } from "@/server/orders/queries/work";

const PAGE_SIZE = 50;

const text = (max: number) => z.string().trim().max(max).catch("");
const search = z.object({
  turn: z.enum([...WORK_GROUPS, ""]).catch(""),
  service: z.enum([...SERVICES, ""]).catch(""),
  hub: text(40),
  cursor: text(120),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

async function NoWork({ isFiltered, path }: { readonly isFiltered: boolean; readonly path: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("work.list")]);
  return (
    <Panel isFlush>
      <EmptyState reason={t(isFiltered ? "noneFiltered" : "none")} detail={isFiltered ? undefined : t("noneDetail")}>
        <ButtonLink href={isFiltered ? path : `/${locale}/requests`}>{t(isFiltered ? "all" : "toRequests")}</ButtonLink>
      </EmptyState>
    </Panel>
  );
}

/** What the organisation provides and has under way, by whose turn it is. */
export default async function WorkPage({ searchParams }: PageProps) {
  const { actor, timeZone } = await requireMember("/work");
  const values = search.parse(await searchParams);
  const { clock } = platform();
  const list = await workList(pageReader(), actor, {
    service: values.service || null,
    hubId: values.hub || null,
    group: values.turn || null,
    cursor: values.cursor || null,
    limit: PAGE_SIZE,
    now: clock(),
  });
  const [locale, t, known] = await Promise.all([getLocale(), getTranslations("work"), referenceData(pageReader())]);
  const path = `/${locale}/work`;
  const { cursor, ...filters } = values;
  const { counts, rows } = list;
  const all = WORK_GROUPS.reduce((sum, group) => sum + counts[group], 0);
  return (
    <PageWrap>
      <PageHead title={t("list.title")} sub={t("list.sub")} />
      <LiveWork seq={list.seq} />
      {counts.overdue > 0 && <Note tone="warn">{t("list.overdue", { count: counts.overdue })}</Note>}
      {list.isCut && <Note>{t("list.cut", { count: WORK_MAX })}</Note>}
      <div className="filter-line">
        <Segmented
          label={t("groups.label")}
          items={[
            {
              href: listAddress(path, filters, { turn: "" }),
              label: `${t("groups.all")} ${all}`,
              isCurrent: !values.turn,
            },
            ...WORK_GROUPS.map((group) => ({
              href: listAddress(path, filters, { turn: group }),
              label: `${t(`groups.${group}`)} ${counts[group]}`,
              isCurrent: values.turn === group,
            })),
          ]}
        />
        <WorkFilters
          action={path}
          values={filters}
          turn={values.turn}
          hubs={[...known.hubs.values()]}
          without={(name) => listAddress(path, filters, { [name]: "" })}
        />
      </div>
      {rows.length > 0 ? (
        <WorkGroups rows={rows} counts={counts} zone={timeZone} />
      ) : (
        <NoWork isFiltered={Object.values(filters).some((value) => value !== "")} path={path} />
      )}
      <Pager
        previousHref={cursor ? listAddress(path, filters) : undefined}
        nextHref={list.nextCursor ? listAddress(path, filters, { cursor: list.nextCursor }) : undefined}
      />
    </PageWrap>
  );
}
