import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languageOf, type WrittenText } from "@/domain/translations/written-text";
import { OwnLanguage } from "./own-language";

/** Draws a paragraph that a member wrote. A page brings its own where its reader may have texts translated. */
export type ShowText = (written: WrittenText, className?: string) => ReactNode;

/** As it was written. */
export const asWritten: ShowText = ({ text }, className) => (
  <p className={className}>
    <OwnLanguage>{text}</OwnLanguage>
  </p>
);

type TranslatedTextProps = {
  readonly written: WrittenText;
  readonly translation: string;
  readonly className?: string | undefined;
};

/** A translation, said to be one, and what was written one press away. */
export function TranslatedText({ written, translation, className }: TranslatedTextProps) {
  const t = useTranslations("translations");
  return (
    <div>
      <p className={className}>{translation}</p>
      <details className="translated">
        <summary>
          {t("mark", { language: languageOf(written.text) ?? "other" })} <span>{t("original")}</span>
        </summary>
        {asWritten(written, className)}
      </details>
    </div>
  );
}
