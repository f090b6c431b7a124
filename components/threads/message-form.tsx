import { useTranslations } from "next-intl";
import type { UploadFormProps } from "@/components/files/upload-form";
import { UploadFormOnDemand } from "@/components/files/upload-form-on-demand";
import { Anchor } from "@/components/ui/blocks";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { MESSAGE_MAX } from "@/domain/threads/thread";
import type { ShownFile } from "@/domain/files/file";
import type { FormAction } from "@/domain/shared/form-state";

type MessageFormProps = {
  readonly action: FormAction;
  readonly bidId: string;
  readonly idempotencyKey: string;
  /** The other side, by name. */
  readonly to: string;
  /** Whether contact details in it would be held back. */
  readonly isHolding: boolean;
  /** The writer's files that no message has named yet. */
  readonly waiting: readonly ShownFile[];
};

/** Writes to the other side; files that lie ready go with it. */
export function MessageForm({ action, bidId, idempotencyKey, to, isHolding, waiting }: MessageFormProps) {
  const t = useTranslations("threads.form");
  return (
    <ActionFormOnDemand
      id={`message-${bidId}`}
      action={action}
      hidden={{ bidId, idempotencyKey }}
      fields={[
        {
          ...{ kind: "area", name: "words", label: t("words", { to }), maxLength: MESSAGE_MAX, isRequired: true },
          help: isHolding ? t("holding") : undefined,
        },
        ...(waiting.length > 0
          ? [
              {
                ...({ kind: "checks", name: "fileIds", label: t("files") } as const),
                options: waiting.map(({ id, name }) => ({ value: id, label: name })),
                chosen: waiting.map(({ id }) => id),
              },
            ]
          : []),
      ]}
      send={t("send")}
      variant="primary"
    />
  );
}

type MessageFilesProps = {
  /** Null until it is asked for. */
  readonly upload: UploadFormProps | null;
  /** Asks for it. */
  readonly href: string;
};

/** Lays files ready for the next message; the form is a step of its own, since most messages have none. */
export function MessageFiles({ upload, href }: MessageFilesProps) {
  const t = useTranslations("threads.form");
  return upload ? <UploadFormOnDemand {...upload} /> : <Anchor href={href}>{t("addFiles")}</Anchor>;
}
