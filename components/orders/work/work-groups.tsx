import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { TableKeys } from "@/components/ui/table/table-keys";
import { WORK_GROUPS } from "@/domain/orders/work/work-group";
import type { WorkCounts, WorkRow } from "@/domain/orders/work/work-view";
import { WorkTable } from "./work-table";

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
