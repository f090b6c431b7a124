import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorNote } from "@/components/ui/page/error-note";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import type { ShownFile } from "@/domain/files/file-view";
import type { FormAction } from "@/domain/shared/form-state";
import { FileTable } from "./file-table";
import { UploadForm, type UploadFormProps } from "./upload-form";

type FilePanelProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly files: readonly ShownFile[];
  readonly zone: string;
  readonly remove: FormAction;
  /** Where the viewer may add some now. */
  readonly upload: UploadFormProps | null;
  /** How the upload went that led here: a code. */
  readonly outcome: string | null;
  readonly purpose?: (file: ShownFile) => ReactNode;
  /** What is to be said of the files together. */
  readonly children?: ReactNode;
};

/** How the last upload went; a code that has no words came from nobody's form. */
function Outcome({ code }: { readonly code: string }) {
  const t = useTranslations("files");
  const common = useTranslations("common.refusal");
  if (code === "kept") return <Note tone="ok">{t("outcome.kept")}</Note>;
  if (code === "sent") return <Note tone="ok">{t("outcome.sent")}</Note>;
  if (code === "none") return <ErrorNote what={t("outcome.none")} />;
  if (!/^[a-z_]{1,40}$/.test(code)) return null;
  if (t.has(`refusal.${code}`)) return <ErrorNote what={t(`refusal.${code}`)} />;
  return common.has(code) ? <ErrorNote what={common(code, { seconds: 1 })} /> : null;
}

/** What is attached to a request, a bid or an order, and the form that adds to it. */
export function FilePanel({ id, title, files, zone, remove, upload, outcome, purpose, children }: FilePanelProps) {
  const t = useTranslations("files");
  const isUnscanned = files.some((file) => file.state === "unscanned");
  return (
    <Panel title={title} id={id} aside={t("panel.count", { count: files.length })} isFlush>
      {files.length > 0 ? (
        <FileTable files={files} zone={zone} caption={t("panel.caption")} remove={remove} purpose={purpose} />
      ) : (
        <p className="p-4">{t("panel.none")}</p>
      )}
      {isUnscanned && <Note tone="warn">{t("notice.unscanned")}</Note>}
      {children}
      {(upload || outcome) && (
        <div className="panel-body form-stack">
          {outcome && <Outcome code={outcome} />}
          {upload && <UploadForm {...upload} />}
        </div>
      )}
    </Panel>
  );
}
