"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/blocks";
import { Field } from "@/components/ui/form/inputs";
import { FILES_PER_SUBJECT_MAX } from "@/domain/files/file-limits";
import type { SubjectKind } from "@/domain/files/file";

export type UploadFormProps = {
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly language: string;
  readonly idempotencyKey: string;
  readonly isSealed: boolean;
  /** Of what has no page of its own: the page that it stands on, such as `orders/01jd…`. */
  readonly page?: string;
};

const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.csv,.txt";
const WHOLE = 100;

type Progress = { readonly percent: number } | "interrupted" | null;

/** Sends the form as the browser would, and follows its answer; what it adds is to be told how far it is. */
function send(form: HTMLFormElement, onProgress: (progress: Progress) => void): void {
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress({ percent: Math.floor((loaded / total) * WHOLE) });
  });
  request.addEventListener("error", () => onProgress("interrupted"));
  request.addEventListener("load", () => {
    const answered = new URL(request.responseURL);
    // A fragment does not come with the address that was answered; without one the page is loaded anew.
    answered.hash = "";
    window.location.assign(answered);
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
}

/** Adds files to what a page shows: a plain form, with a bar of its progress where there is JavaScript. */
export function UploadForm({ subject, subjectId, language, idempotencyKey, isSealed, page }: UploadFormProps) {
  const t = useTranslations("files.upload");
  const [progress, setProgress] = useState<Progress>(null);
  const id = useId();
  const isSending = progress !== null && progress !== "interrupted";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProgress({ percent: 0 });
    send(event.currentTarget, setProgress);
  };
  return (
    <form action="/api/files" method="post" encType="multipart/form-data" className="form-stack" onSubmit={submit}>
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="subjectId" value={subjectId} />
      {page !== undefined && <input type="hidden" name="page" value={page} />}
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field
        id={id}
        label={t("files")}
        help={
          <>
            {t("help", { maximum: FILES_PER_SUBJECT_MAX })} {isSealed && t("sealed")}
          </>
        }
        error={progress === "interrupted" ? t("interrupted") : undefined}
        isRequired
      >
        {(wired) => (
          <input {...wired} className="input file-input" type="file" name="files" multiple accept={ACCEPTED} />
        )}
      </Field>
      {isSending && (
        <p role="status">
          <progress className="upload-bar" value={progress.percent} max={WHOLE} />{" "}
          {progress.percent < WHOLE ? t("sending", { percent: progress.percent }) : t("checking")}
        </p>
      )}
      <div>
        <Button icon="arrow-up" disabled={isSending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
