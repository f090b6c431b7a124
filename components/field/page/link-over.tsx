import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page/page-head";
import { Note } from "@/components/ui/page/note";
import type { Dispatcher } from "@/domain/field/field-view";
import { DispatcherText } from "./field-head";

type LinkOverProps = { readonly why: "expired" | "revoked"; readonly dispatcher: Dispatcher };

/** A link that opens nothing any more: why, what is safe, and whom to ask for another. */
export function LinkOver({ why, dispatcher }: LinkOverProps) {
  const t = useTranslations("field.over");
  return (
    <>
      <PageHead title={t(`${why}.title`)} />
      <Note tone="warn">
        <p>{t(`${why}.detail`)}</p>
        <p className="mt-2 font-medium">{t("ask")}</p>
        <p>
          <DispatcherText {...dispatcher} />
        </p>
      </Note>
    </>
  );
}
