import type { Invited, Member } from "@/views/accounts";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { QuietChip } from "@/components/ui/state-chip";
import type { FormAction } from "@/domain/shared/form-state";
import type { Role } from "@/domain/access/roles";
import { RoleForm } from "./role-form";
import { TimeText } from "@/components/ui/time/time-text";

type MemberTableProps = {
  readonly members: readonly Member[];
  readonly roles: readonly Role[];
  /** Left out for those who may not change members. */
  readonly change?: FormAction;
  readonly remove: FormAction;
};

export function MemberTable({ members, roles, change, remove }: MemberTableProps) {
  const t = useTranslations("accounts.members");
  const role = useTranslations("accounts.role");
  const leave = useTranslations("accounts.account")("leave");
  const options = roles.map((value) => ({ value, label: role(value) }));
  const name = (member: Member) => (member.isYou ? `${member.name} (${t("you")})` : member.name);
  const roleOf = (member: Member) => (
    <>
      {change && options.length > 1 ? (
        <RoleForm action={change} userId={member.userId} name={member.name} role={member.role} roles={options} />
      ) : (
        role(member.role)
      )}
      {member.isSuspended && <QuietChip icon="lock-keyhole">{t("suspended")}</QuietChip>}
    </>
  );
  const leaving = (member: Member) =>
    (change || member.isYou) && (
      <OneButtonForm action={remove} fields={{ userId: member.userId }} size="small" variant="danger">
        {member.isYou ? leave : t("remove")}
      </OneButtonForm>
    );
  return (
    <DataTable
      caption={t("caption")}
      rows={members}
      rowKey={(member) => member.userId}
      columns={[
        { key: "name", head: t("name"), cell: name, detail: (member) => member.email },
        { key: "role", head: t("role"), cell: roleOf },
        { key: "remove", head: t("remove"), isHeadHidden: true, cell: leaving },
      ]}
      card={(member) => (
        <RowCard number={name(member)} title={member.email} facts={roleOf(member)} route={leaving(member)} />
      )}
    />
  );
}

type InvitationTableProps = {
  readonly rows: readonly Invited[];
  readonly zone: string;
  readonly withdraw: FormAction;
};

export function InvitationTable({ rows, zone, withdraw }: InvitationTableProps) {
  const t = useTranslations("accounts.members");
  const role = useTranslations("accounts.role");
  const until = (row: Invited) => <TimeText at={row.expiresAt} zone={zone} />;
  const back = (row: Invited) => (
    <OneButtonForm action={withdraw} fields={{ invitationId: row.id }} size="small">
      {t("withdraw")}
    </OneButtonForm>
  );
  return (
    <DataTable
      caption={t("openCaption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "email", head: t("email"), cell: (row) => row.email, detail: (row) => role(row.role) },
        { key: "until", head: t("until"), cell: until },
        { key: "withdraw", head: t("withdraw"), isHeadHidden: true, cell: back },
      ]}
      card={(row) => <RowCard number={row.email} title={role(row.role)} route={until(row)} facts={back(row)} />}
    />
  );
}
