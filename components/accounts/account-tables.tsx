import { QuietChip } from "@/components/ui/cells";
import type { ApiKey, Invited, Member, Membership, ReviewedPerson, Session } from "@/views/accounts";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";
import type { Role } from "@/domain/access/policy";
import { RoleForm } from "./role-form";
import { useNameList } from "@/components/ui/words";
import { ReasonForm } from "./review-forms";

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
        { key: "seen", card: "route", head: t("seen"), cell: seen },
        { key: "since", head: t("since"), cell: (row) => <TimeText at={row.createdAt} zone={zone} /> },
        { key: "end", card: "facts", head: t("end"), isHeadHidden: true, cell: ending },
      ]}
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
        { key: "role", card: "facts", head: t("role"), cell: roleOf },
        { key: "remove", card: "facts", head: t("remove"), isHeadHidden: true, cell: leaving },
      ]}
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
        { key: "until", card: "route", head: t("until"), cell: until },
        { key: "withdraw", card: "facts", head: t("withdraw"), isHeadHidden: true, cell: back },
      ]}
    />
  );
}

type KeyTableProps = { readonly rows: readonly ApiKey[]; readonly zone: string; readonly revoke: FormAction };

export function KeyTable({ rows, zone, revoke }: KeyTableProps) {
  const t = useTranslations("accounts.keys");
  const nameList = useNameList();
  const maker = (row: ApiKey) => `${t("madeBy")}: ${row.madeByName}`;
  const used = (row: ApiKey) => (row.lastUsedAt === null ? t("never") : <TimeText at={row.lastUsedAt} zone={zone} />);
  const expires = (row: ApiKey) =>
    row.expiresAt === null ? t("noExpiry") : <TimeText at={row.expiresAt} zone={zone} hasYear />;
  const standing = (row: ApiKey) =>
    row.state === "active" ? (
      <OneButtonForm action={revoke} fields={{ keyId: row.id }} size="small" variant="danger">
        {t("revoke")}
      </OneButtonForm>
    ) : (
      t(`state.${row.state}`)
    );
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", head: t("name"), cell: (row) => row.name, detail: maker },
        { key: "scopes", card: "route", head: t("scopes"), cell: (row) => nameList(row.scopes) },
        { key: "used", head: t("used"), cell: used },
        { key: "expires", card: "end", isNamedOnCard: true, head: t("expires"), cell: expires },
        { key: "state", card: "facts", head: t("revoke"), isHeadHidden: true, cell: standing },
      ]}
    />
  );
}

type PeopleListProps = {
  readonly people: readonly ReviewedPerson[];
  readonly organisationId: string;
  readonly zone: string;
  readonly suspend: FormAction;
  readonly reinstate: FormAction;
};

export function PeopleList({ people, organisationId, zone, suspend, reinstate }: PeopleListProps) {
  const t = useTranslations("accounts.review");
  const role = useTranslations("accounts.role");
  const roleHead = useTranslations("accounts.members")("role");
  const step = (person: ReviewedPerson) => {
    if (person.isYou) return null;
    const fields = { userId: person.userId, organisationId };
    if (person.suspendedAt === null) {
      return (
        <details>
          <summary>{t("suspendPerson")}</summary>
          <ReasonForm
            action={suspend}
            name={`person-${person.userId}`}
            hidden={fields}
            label={t("personReason", { name: person.name })}
            send={t("suspendPerson")}
          />
        </details>
      );
    }
    return (
      <>
        <p>
          <TimeText at={person.suspendedAt} zone={zone} /> {person.suspensionReason}
        </p>
        <OneButtonForm action={reinstate} fields={fields} size="small">
          {t("reinstatePerson")}
        </OneButtonForm>
      </>
    );
  };
  return (
    <DataTable
      caption={t("peopleCaption")}
      rows={people}
      rowKey={(person) => person.userId}
      columns={[
        { key: "name", head: t("member"), cell: (person) => person.name, detail: (person) => person.email },
        { key: "role", card: "route", head: roleHead, cell: (person) => role(person.role) },
        { key: "step", card: "facts", head: t("suspendPerson"), isHeadHidden: true, cell: step },
      ]}
    />
  );
}
