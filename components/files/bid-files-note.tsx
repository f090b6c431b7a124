import { useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Note } from "@/components/ui/page/note";
import type { FileDifference } from "@/domain/files/bid-files";
import type { FormAction } from "@/domain/shared/form-state";

type BidFilesNoteProps = {
  readonly difference: FileDifference;
  /** Sends the bid once more with the files as they are; for its bidder, while that may be. */
  readonly send: { readonly action: FormAction; readonly fields: Readonly<Record<string, string>> } | null;
};

/** How the files differ from those that the sent version names, and to the bidder the button that sends them. */
export function BidFilesNote({ difference, send }: BidFilesNoteProps) {
  const t = useTranslations("files.bid");
  const { added, missing, exchanged } = difference;
  if (added.length + missing.length + exchanged.length === 0) return null;
  return (
    <div className="p-4">
      <Note tone="warn">
        {exchanged.length > 0 && <p>{t("exchanged", { count: exchanged.length })}</p>}
        {missing.length > 0 && <p>{t("missing", { count: missing.length })}</p>}
        {added.length > 0 && <p>{t("added", { count: added.length })}</p>}
        {send && (
          <div className="pt-2">
            <OneButtonForm action={send.action} fields={send.fields} size="small">
              {t("send")}
            </OneButtonForm>
          </div>
        )}
      </Note>
    </div>
  );
}
