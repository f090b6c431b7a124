"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useId, useState } from "react";
import type { Outbox } from "@/components/field/outbox/outbox";
import { filesIn, problemOfPicture } from "@/components/field/outbox/picture-files";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { ErrorNote } from "@/components/ui/page/error-note";
import { Note } from "@/components/ui/page/note";
import { FILES_PER_ROUND_MAX } from "@/domain/files/file-limits";
import { keepPhotos } from "./outbox/keep-photos";
import { PhoneFull } from "./outbox/phone-full";
import type { SiteEntry } from "./outbox/site-outbox";

type PhotoFormProps = {
  readonly orderId: string;
  readonly roundId: string;
  readonly language: string;
  /** What photos may show, what has to be shown first; the kinds of defects last. */
  readonly subjects: readonly Option[];
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

/** Leaves these files alone in the field: the others are kept already, and sending them again would double them. */
function leaveIn(form: HTMLFormElement, files: readonly File[]): void {
  const field = form.elements.namedItem("files") as HTMLInputElement;
  const left = new DataTransfer();
  for (const file of files) left.items.add(file);
  field.files = left.files;
}

/** Takes pictures from the camera or the album and puts them into the outbox; a plain form where there is no script. */
export function PhotoForm({ orderId, roundId, language, subjects, idempotencyKey, outcome, outbox }: PhotoFormProps) {
  const t = useTranslations("inspections.photos");
  const id = useId();
  const words = useTranslations("field.problem");
  const [count, setCount] = useState(0);
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const [isFull, setFull] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  // One that the market would not take is named as soon as it is chosen; it keeps none of the others back.
  const fitOf = (files: readonly File[]): File[] => {
    const problems = files.map((file) => ({ file, problem: problemOfPicture(file) }));
    setUnfit(problems.flatMap(({ file, problem }) => (problem ? [`${file.name}: ${words(problem)}`] : [])));
    return problems.flatMap(({ file, problem }) => (problem ? [] : [file]));
  };
  const keep = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const files = fitOf(filesIn(data, "files"));
    if (files.length === 0 || isKeeping) return;
    setKeeping(true);
    const left = await keepPhotos(files, String(data.get("about") ?? "").trim(), outbox);
    setKeeping(false);
    setFull(left.length > 0);
    setCount(files.length - left.length);
    if (left.length > 0) leaveIn(form, left);
    else form.reset();
  };
  const onChoice = ({ target }: ChangeEvent<HTMLInputElement>) => fitOf([...(target.files ?? [])]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void keep(event.currentTarget);
  };
  return (
    <form action="/api/files" method="post" encType="multipart/form-data" className="form-stack" onSubmit={onSubmit}>
      {outcome && <Outcome code={outcome} />}
      {isFull && <PhoneFull />}
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
        {(wired) => <Select {...wired} name="about" options={subjects} placeholder={t("other")} />}
      </Field>
      <Field
        id={`${id}-files`}
        label={t("files")}
        help={t("maximum", { maximum: FILES_PER_ROUND_MAX })}
        error={unfit.length > 0 && unfit.join(" ")}
        isRequired
      >
        {(wired) => (
          <input
            {...wired}
            className="input file-input"
            type="file"
            name="files"
            multiple
            accept="image/jpeg,image/png,image/webp"
            onChange={onChoice}
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
