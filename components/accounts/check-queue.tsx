import { useLocale, useTranslations } from "next-intl";
import { TurnMark } from "@/components/ui/cells";
import { regionNames } from "@/components/ui/format";
import { DataTable } from "@/components/ui/table/data-table";
import { Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { useNameList } from "@/components/ui/words";
import type { QueuedCase } from "@/views/checks";

type CheckQueueProps = {
  readonly rows: readonly QueuedCase[];
  readonly zone: string;
  readonly hrefOf: (row: QueuedCase) => string;
};

/** The cases that lie before administrators, the reader's own turn first. */
export function CheckQueue({ rows, zone, hrefOf }: CheckQueueProps) {
  const t = useTranslations("accounts.check.queue");
  const countries = regionNames(useLocale());
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={hrefOf}
      hasKeys
      columns={[
        { key: "name", head: t("organisation"), cell: (row) => row.nameLatin, detail: (row) => row.nameOwn },
        { key: "country", card: "route", head: t("country"), cell: (row) => countries.of(row.country) },
        {
          ...{ key: "state", card: "turn", head: t("stateHead") },
          cell: (row) =>
            row.isYours ? (
              <TurnMark who="you" name={t("yours")} next={t(`state.${row.state}`)} />
            ) : (
              <TurnMark who="other" name={t(`state.${row.state}`)} />
            ),
        },
        {
          ...{ key: "since", card: "facts", head: t("since") },
          cell: (row) => <TimeText at={row.changedAt} zone={zone} />,
        },
        { key: "takenBy", card: "facts", head: t("takenBy"), cell: (row) => row.takenBy ?? "–" },
      ]}
    />
  );
}

/** Why whoever proposed something cannot decide on it, and who can. */
export function OwnProposal({ deciders }: { readonly deciders: readonly string[] }) {
  const [t, nameList] = [useTranslations("accounts.check.queue"), useNameList()];
  return <Note>{t("ownProposal", { names: nameList(deciders) || "none" })}</Note>;
}
