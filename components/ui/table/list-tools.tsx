import { useTranslations } from "next-intl";
import { Anchor } from "../blocks";
import { Segmented } from "../segmented";

type ListToolsProps = {
  /** The list without anything asked, and the views of it that the reader keeps. */
  readonly views: readonly { readonly name: string; readonly href: string; readonly isCurrent: boolean }[];
  /** Where columns are chosen and this view is kept. */
  readonly arrangeHref: string;
  /** A file of what is shown. */
  readonly csvHref: string;
};

/** Above a list: the views that its reader keeps of it, where it is arranged, and the file of what it shows. */
export function ListTools({ views, arrangeHref, csvHref }: ListToolsProps) {
  const t = useTranslations("lists.tools");
  return (
    <div className="list-tools">
      {views.length > 0 && (
        <Segmented
          label={t("views")}
          items={views.map(({ name, href, isCurrent }) => ({ href, label: name, ...(isCurrent && { isCurrent }) }))}
        />
      )}
      <Anchor href={arrangeHref}>{t("arrange")}</Anchor>
      <Anchor href={csvHref} download>
        {t("csv")}
      </Anchor>
    </div>
  );
}
