"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useId, useRef, useState } from "react";
import type { Outbox } from "@/components/field/outbox";
import { filesIn, problemOfPicture } from "@/components/field/picture-files";
import { Button, ErrorNote, Note, Panel } from "@/components/ui/blocks";
import { Field, type Option, Select } from "@/components/ui/form/inputs";
import { FILES_PER_ROUND_MAX } from "@/domain/files/file-limits";
import { PhoneFull, type SiteEntry, keepPhotos } from "./site-outbox";
import { useDefectNames } from "@/components/inspections/inspection-words";
import { OutboxNote } from "@/components/field/outbox-status";
import { PHOTO_SUBJECTS, type PhotoSubject } from "@/domain/services/inspection/choices";
import type { FormAction } from "@/domain/shared/form-state";
import { FindingsForm, type FindingsFormProps } from "./findings-form";
import { NotTaken, useSiteOutbox } from "./kept-forms";

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

/** Puts files back into the field, before what has been chosen meanwhile. */
function putBack(form: HTMLFormElement, files: readonly File[]): void {
  const field = form.elements.namedItem("files") as HTMLInputElement;
  const all = new DataTransfer();
  for (const file of [...files, ...(field.files ?? [])]) all.items.add(file);
  field.files = all.files;
}

/** Takes pictures from the camera or the album and puts them into the outbox; a plain form where there is no script. */
function PhotoForm({ orderId, roundId, language, subjects, idempotencyKey, outcome, outbox }: PhotoFormProps) {
  const t = useTranslations("inspections.photos");
  const id = useId();
  const words = useTranslations("field.problem");
  const [count, setCount] = useState(0);
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const [isFull, setFull] = useState(false);
  const kept = useRef<Promise<void>>(Promise.resolve());
  // One that the market would not take is named as soon as it is chosen; it keeps none of the others back.
  const fitOf = (files: readonly File[]): File[] => {
    const problems = files.map((file) => ({ file, problem: problemOfPicture(file) }));
    setUnfit(problems.flatMap(({ file, problem }) => (problem ? [`${file.name}: ${words(problem)}`] : [])));
    return problems.flatMap(({ file, problem }) => (problem ? [] : [file]));
  };
  const keep = async (form: HTMLFormElement, files: readonly File[], about: string) => {
    const left = await keepPhotos(files, about, outbox);
    setFull(left.length > 0);
    setCount(files.length - left.length);
    // The others are kept already: sending them again would double them.
    if (left.length > 0) putBack(form, left);
  };
  const onChoice = ({ target }: ChangeEvent<HTMLInputElement>) => fitOf([...(target.files ?? [])]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const files = fitOf(filesIn(data, "files"));
    if (files.length === 0) return;
    // The field is free at once: who goes on while a slow phone still keeps these loses neither these nor the next.
    form.reset();
    const about = String(data.get("about") ?? "").trim();
    kept.current = kept.current.then(() => keep(form, files, about));
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

type SitePanelProps = Omit<FindingsFormProps, "outbox"> & {
  readonly orderId: string;
  readonly roundId: string;
  readonly save: FormAction;
  readonly language: string;
  /** What the visit has to show, by its type and by its buyer. */
  readonly photosDue: readonly PhotoSubject[];
  readonly photoKey: string;
  readonly outcome: string | null;
};

/** All that an inspector does with the goods, on one page that goes on without a connection. */
export function SitePanel(props: SitePanelProps) {
  const { orderId, roundId, save, language, photosDue, photoKey, outcome, ...findings } = props;
  const t = useTranslations("inspections");
  const locale = useLocale();
  const outbox = useSiteOutbox({ orderId, roundId, actions: { results: save } });
  const refused = outbox.shown.waiting?.filter(({ refusal }) => refusal !== null).length ?? 0;
  const subject = useTranslations("service-inspection.option.photo");
  const { defectName } = useDefectNames();
  const kinds = [...new Set(findings.results?.defects.map(({ code }) => code))];
  const subjects = [
    ...[...new Set([...photosDue, ...PHOTO_SUBJECTS])].map((value) => ({ value, label: subject(value) })),
    ...kinds.map((value) => ({ value, label: defectName(value) })),
  ];
  return (
    <>
      <OutboxNote shown={outbox.shown} onSend={outbox.sendNow} />
      {refused > 0 && (
        <Panel title={t("notTaken.title")} aside={new Intl.NumberFormat(locale).format(refused)} isFlush>
          <NotTaken entries={outbox.shown.waiting} onDiscard={(entry) => void outbox.discard(entry)} />
        </Panel>
      )}
      <Panel title={t("site.title")} id="site">
        <FindingsForm {...findings} outbox={outbox} />
      </Panel>
      <Panel title={t("photos.add")} id="files">
        <PhotoForm
          orderId={orderId}
          roundId={roundId}
          language={language}
          subjects={subjects}
          idempotencyKey={photoKey}
          outcome={outcome}
          outbox={outbox}
        />
      </Panel>
    </>
  );
}
