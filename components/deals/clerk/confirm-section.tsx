import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Note } from "@/components/ui/page/note";
import type { Section } from "@/domain/requests/posting/posting-issue";

/** Confirms all suggested fields of one part of the form at once; nothing where none is left. */
export function ConfirmSection({ section, count }: { readonly section: Section; readonly count: number }) {
  const t = useTranslations("clerk.section");
  if (count === 0) return null;
  return (
    <Note icon="circle-help">
      <p>{t("open", { count })}</p>
      <Button size="small" name="intent" value={`confirm-section:${section}`} icon="check">
        {t("confirm", { count })}
      </Button>
    </Note>
  );
}
