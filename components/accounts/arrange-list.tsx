import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { useNameList } from "@/components/ui/words";
import { VIEW_NAME_MAX } from "@/domain/accounts/list-view";
import type { FormAction } from "@/domain/shared/form-state";

type OfList = {
  readonly action: FormAction;
  readonly list: string;
  /** What the list was asked where the reader comes from. */
  readonly query: string;
};

type ArrangeColumnsProps = OfList & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
};

/** Which columns of a list stand beside its first one. */
export function ArrangeColumns({ action, list, query, options, chosen }: ArrangeColumnsProps) {
  const t = useTranslations("lists.arrange");
  return (
    <ActionForm
      id="columns"
      action={action}
      hidden={{ list, query }}
      lead={t("columnsLead")}
      fields={[{ kind: "checks", name: "columns", label: t("shown"), options, chosen, isInColumns: true }]}
      send={t("keepColumns")}
    />
  );
}

/** Keeps the view that the reader comes from under a name; `asks` names its filters. */
export function KeepView({ action, list, query, asks }: OfList & { readonly asks: readonly string[] }) {
  const t = useTranslations("lists.arrange");
  const nameList = useNameList();
  return (
    <ActionForm
      id="view"
      action={action}
      hidden={{ list, query }}
      lead={t("keepLead", { query: asks.length === 0 ? t("asksNothing") : nameList(asks) })}
      fields={[
        {
          ...{ kind: "text", name: "name", label: t("viewName"), help: t("viewHelp") },
          ...{ maxLength: VIEW_NAME_MAX, isRequired: true },
        },
      ]}
      send={t("send")}
      variant="plain"
    />
  );
}

type ViewListProps = {
  readonly list: string;
  readonly views: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  readonly rename: FormAction;
  readonly drop: FormAction;
};

/** The views of a list that somebody keeps: each leads there, and is renamed and removed where it stands. */
export function ViewList({ list, views, rename, drop }: ViewListProps) {
  const t = useTranslations("lists.arrange");
  return (
    <ul className="form-stack">
      {views.map(({ id, name, href }) => (
        <li key={id} className="flow">
          <Anchor href={href}>{name}</Anchor>
          <ActionForm
            id={`rename-${id}`}
            action={rename}
            hidden={{ viewId: id }}
            opener={t("rename")}
            fields={[
              {
                ...{ kind: "text", name: "name", label: t("newName", { name }), initial: name },
                ...{ maxLength: VIEW_NAME_MAX, isRequired: true, span: "span-12" },
              },
            ]}
            send={t("rename")}
            variant="plain"
            size="small"
          />
          <OneButtonForm action={drop} fields={{ viewId: id, list }} variant="quiet" size="small">
            {t("drop")}
            <span className="sr-only"> {name}</span>
          </OneButtonForm>
        </li>
      ))}
    </ul>
  );
}
