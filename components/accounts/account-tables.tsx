import type { Membership, Session } from "@/views/accounts";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";
import { QuietChip } from "@/components/ui/state-chip";

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/MicroMessenger\//, "WeChat"],
  [/YaBrowser\//, "Yandex"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

const firstOf = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** Browser and system as a person knows them; null where the browser says nothing known. */
function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const browser = firstOf(BROWSERS, userAgent ?? "");
  const system = firstOf(SYSTEMS, userAgent ?? "");
  return browser && system ? { browser, system } : null;
}

type SessionListProps = {
  readonly rows: readonly Session[];
  readonly currentIdHash: string;
  readonly zone: string;
  readonly end: FormAction;
};

export function SessionList({ rows, currentIdHash, zone, end }: SessionListProps) {
  const t = useTranslations("accounts.account");
  const deviceText = (row: Session) => {
    const device = deviceOf(row.userAgent);
    return device ? t("deviceOn", device) : t("unknownDevice");
  };
  const seen = (row: Session) => <TimeText at={row.lastSeenAt} zone={zone} />;
  const ending = (row: Session) =>
    row.idHash === currentIdHash ? (
      t("thisSession")
    ) : (
      <OneButtonForm action={end} fields={{ idHash: row.idHash }} size="small">
        {t("end")}
      </OneButtonForm>
    );
  return (
    <DataTable
      caption={t("sessionsCaption")}
      rows={rows}
      rowKey={(row) => row.idHash}
      columns={[
        { key: "device", head: t("device"), cell: deviceText, detail: (row) => row.ip ?? "" },
        { key: "seen", head: t("seen"), cell: seen },
        { key: "since", head: t("since"), cell: (row) => <TimeText at={row.createdAt} zone={zone} /> },
        { key: "end", head: t("end"), isHeadHidden: true, cell: ending },
      ]}
      card={(row) => <RowCard number={deviceText(row)} title={row.ip ?? ""} route={seen(row)} facts={ending(row)} />}
    />
  );
}

type WorkplaceTableProps = {
  readonly rows: readonly Membership[];
  readonly currentId: string | null;
  readonly switchTo: FormAction;
};

/** The organisations of a person, and which one they act for. */
export function WorkplaceTable({ rows, currentId, switchTo }: WorkplaceTableProps) {
  const t = useTranslations("accounts.account");
  const role = useTranslations("accounts.role");
  const head = useTranslations("accounts.review")("name");
  const state = (row: Membership) => {
    if (row.isSuspended) return <QuietChip icon="lock-keyhole">{t("suspended")}</QuietChip>;
    if (row.organisationId === currentId) return t("current");
    return (
      <OneButtonForm action={switchTo} fields={{ organisationId: row.organisationId }} size="small">
        {t("switchTo")}
      </OneButtonForm>
    );
  };
  return (
    <DataTable
      caption={t("organisations")}
      rows={rows}
      rowKey={(row) => row.organisationId}
      columns={[
        { key: "name", head, cell: (row) => row.name, detail: (row) => role(row.role) },
        { key: "state", head: t("switchTo"), isHeadHidden: true, cell: state },
      ]}
    />
  );
}
