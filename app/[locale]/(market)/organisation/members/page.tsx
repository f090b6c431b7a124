import { getTranslations } from "next-intl/server";
import { InvitationTable, MemberTable } from "@/components/accounts/account-tables";
import { InviteForm } from "@/components/accounts/member-forms";
import { Note, Panel } from "@/components/ui/blocks";
import { mayEver } from "@/domain/access/policy";
import { rolesOf } from "@/domain/accounts/members";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { membersOf } from "@/server/accounts/queries";
import { changeMemberRoleAction, inviteMemberAction, removeMemberAction, withdrawInvitationAction } from "../actions";
import { MEMBERS_DONE } from "./members-done";
import { OrganisationFrame } from "../organisation-frame";

type MembersPageProps = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function MembersPage({ searchParams }: MembersPageProps) {
  const asked = await searchParams;
  const { actor, organisation, timeZone } = await requireMember("/organisation/members");
  const { database, clock } = platform();
  const { members, invited } = await membersOf(database.read, actor, clock());
  const t = await getTranslations("accounts.members");
  const mayChange = mayEver(actor, "members.change");
  const roles = rolesOf(organisation.kind);
  const done = MEMBERS_DONE.find((one) => one === asked.done);
  return (
    <OrganisationFrame actor={actor} current="members" name={organisation.nameLatin}>
      {done && (
        <Note tone="ok" isLive>
          {t(`done.${done}`)}
        </Note>
      )}
      <Panel isFlush>
        <MemberTable
          members={members}
          roles={roles}
          change={mayChange ? changeMemberRoleAction : undefined}
          remove={removeMemberAction}
        />
      </Panel>
      {invited.length > 0 && (
        <Panel title={t("open")} isFlush>
          <InvitationTable rows={invited} zone={timeZone} withdraw={withdrawInvitationAction} />
        </Panel>
      )}
      {mayChange && (
        <Panel title={t("invite")}>
          <InviteForm action={inviteMemberAction} roles={roles} />
        </Panel>
      )}
    </OrganisationFrame>
  );
}
