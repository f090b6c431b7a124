import { Button } from "@/components/ui/blocks";
import { FieldError } from "@/components/ui/form/inputs";
import { OwnTimeZone } from "@/components/ui/time/own-time-zone";

type FileLineProps = {
  readonly language: string;
  readonly words: Readonly<Record<"open" | "label" | "help" | "send", string>>;
  /** Why the file that was sent last is refused. */
  readonly problem: string | null;
};

/** The same question answered by a file: a plain form, so that it needs no script. */
export function FileLine({ language, words, problem }: FileLineProps) {
  const described = ["first-file-help", problem !== null && "first-file-error"].filter(Boolean).join(" ");
  return (
    <form action="/api/files/draft" method="post" encType="multipart/form-data" className="first-line" id="first-file">
      <input type="hidden" name="language" value={language} />
      <OwnTimeZone />
      <details open={problem !== null}>
        <summary>{words.open}</summary>
        <div className="first-file">
          <label className="field-label" htmlFor="first-file-input">
            {words.label}
          </label>
          <input
            id="first-file-input"
            className="input file-input"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.xlsx"
            required
            aria-invalid={problem !== null ? true : undefined}
            aria-describedby={described}
          />
          <p className="field-help" id="first-file-help">
            {words.help}
          </p>
          <div role="alert">
            <FieldError id="first-file-error">{problem}</FieldError>
          </div>
          <Button icon="file-text">{words.send}</Button>
        </div>
      </details>
    </form>
  );
}
