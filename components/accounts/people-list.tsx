import type { ReviewedPerson } from "@/views/accounts";
import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { DataTable } from "@/components/ui/table/data-table";
import { RowCard } from "@/components/ui/table/row-card";
import { TimeText } from "@/components/ui/time/time-text";
import type { FormAction } from "@/domain/shared/form-state";
import { ReasonForm } from "./review-forms";

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
        { key: "role", head: roleHead, cell: (person) => role(person.role) },
        { key: "step", head: t("suspendPerson"), isHeadHidden: true, cell: step },
      ]}
      card={(person) => (
        <RowCard number={person.name} title={person.email} route={role(person.role)} facts={step(person)} />
      )}
    />
  );
}
