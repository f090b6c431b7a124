"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { Outbox } from "@/components/field/outbox/outbox";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { ErrorNote } from "@/components/ui/page/error-note";
import { Note } from "@/components/ui/page/note";
import { FILES_PER_ROUND_MAX } from "@/domain/files/file-limits";
import type { SiteEntry } from "./outbox/site-outbox";

type PhotoFormProps = {
  readonly orderId: string;
  readonly roundId: string;
  readonly language: string;
  /** What photos may show: the kinds of defects, and what the buyer asked for. */
  readonly subjects: readonly string[];
  readonly idempotencyKey: string;
  /** How the upload went that led here: a code. */
  readonly outcome: string | null;
  readonly outbox: Outbox<SiteEntry>;
};

function Outcome({ code }: { readonly code: string }) {
  const t = useTranslations("files");
  if (code === "kept") return <Note tone="ok">{t("outcome.kept")}</Note>;
  if (code === "none") return <ErrorNote what={t("outcome.none")} />;
  return t.has(`refusal.${code}` as never) ? <ErrorNote what={t(`refusal.${code}` as never)} /> : null;
}

/** Takes pictures from the camera or the album and puts them into the outbox; a plain form where there is no script. */
export function PhotoForm({ orderId, roundId, language, subjects, idempotencyKey, outcome, outbox }: PhotoFormProps) {
  const t = useTranslations("inspections.photos");
  const id = useId();
  const [count, setCount] = useState(0);
  const keep = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const files = data.getAll("files").filter((file) => file instanceof File && file.size > 0) as File[];
    if (files.length === 0) return;
    const about = String(data.get("about") ?? "").trim();
    const photos = await Promise.all(
      files.map(async (file) => ({ name: file.name, type: file.type, bytes: await file.arrayBuffer() })),
    );
    await outbox.add({ kind: "photos", about }, photos);
    setCount(photos.length);
    form.reset();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void keep(event.currentTarget);
  };
  return (
    <form action="/api/files" method="post" encType="multipart/form-data" className="form-stack" onSubmit={onSubmit}>
      {outcome && <Outcome code={outcome} />}
      {count > 0 && (
        <Note tone="ok" isLive>
          {t("queued", { count })}
        </Note>
      )}
      <input type="hidden" name="subject" value="inspection" />
      <input type="hidden" name="subjectId" value={roundId} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Field id={`${id}-about`} label={t("about")} help={t("aboutHelp")}>
        {(wired) => <TextInput {...wired} name="about" maxLength={60} list={`${id}-subjects`} autoComplete="off" />}
      </Field>
      <datalist id={`${id}-subjects`}>
        {subjects.map((subject) => (
          <option key={subject} value={subject} />
        ))}
      </datalist>
      <Field id={`${id}-files`} label={t("files")} help={t("maximum", { maximum: FILES_PER_ROUND_MAX })} isRequired>
        {(wired) => (
          <input
            {...wired}
            className="input file-input"
            type="file"
            name="files"
            multiple
            accept="image/jpeg,image/png,image/webp"
          />
        )}
      </Field>
      <div>
        <Button size="tall" icon="send">
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
