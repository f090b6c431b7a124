import { Fragment } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { asWritten, type ShowText, TranslatedText } from "@/components/ui/translated-text";
import type { Actor } from "@/domain/access/policy";
import { localeOf } from "@/domain/shared/locale";
import { isForeign, type WrittenText } from "@/domain/translations/written-text";
import { pageReader } from "@/server/platform/page-reader";
import { newId } from "@/server/platform/platform";
import { offersOf } from "@/server/translations/queries";
import type { ShownBid } from "@/views/bids";
import type { Dispute } from "@/views/disputes";
import type { Provider } from "@/views/providers";
import type { Question } from "@/views/questions";
import type { RequestPage } from "@/views/requests";
import type { ThreadPage } from "@/views/threads";
import { translateAction } from "./translate-action";

/** What a provider says of itself and of each of its services. */
export const textsOfProvider = ({ id, description, texts, listings }: Provider): WrittenText[] => [
  { kind: "organisation", id, part: "", text: description },
  ...Object.entries(texts).map(([language, text]): WrittenText => ({ kind: "organisation", id, part: language, text })),
  ...listings.map(({ service, summary }): WrittenText => ({ kind: "listing", id, part: service, text: summary })),
];

/** What bidders remark in the bids that may be read. */
export const textsOfBids = (requestId: string, bids: readonly ShownBid[]): WrittenText[] =>
  bids.flatMap(({ id, content }): WrittenText[] =>
    content?.remarks ? [{ kind: "bid", id: requestId, part: id, text: content.remarks }] : [],
  );

/** The questions on a request with all their answers. */
export const textsOfQuestions = (requestId: string, questions: readonly Question[]): WrittenText[] =>
  questions.flatMap(({ id, question, answers }): WrittenText[] => [
    { kind: "question", id: requestId, part: id, text: question },
    ...answers.map(
      ({ number, answer }): WrittenText => ({ kind: "answer", id: requestId, part: `${id}.${number}`, text: answer }),
    ),
  ]);

/** The title of a request and what its goods are called, each once. */
export const textsOfRequest = ({ id, title, cargo }: RequestPage): WrittenText[] =>
  [{ part: "title", text: title }, ...cargo.map(({ description }, place) => ({ part: `${place}`, text: description }))]
    .filter(({ text }, place, all) => all.findIndex((one) => one.text === text) === place)
    .map(({ part, text }) => ({ kind: "request", id, part, text }));

/** The messages of a thread, as their reader may know them. */
export const textsOfThread = ({ bidId, messages }: ThreadPage): WrittenText[] =>
  messages.map(({ seq, words }) => ({ kind: "message", id: bidId, part: `${seq}`, text: words }));

/** What was said in a dispute, and how it was decided. */
export const textsOfDispute = ({ id, orderId, words, entries, ending }: Dispute): WrittenText[] =>
  [
    { part: "words", text: words },
    ...entries.map(({ seq, words: said }) => ({ part: `${seq}`, text: said })),
    { part: "ending", text: ending?.words ?? "" },
  ].map(({ part, text }) => ({ kind: "dispute", id: orderId, part: `${id}.${part}`, text }));

/**
 * How a page shows what members wrote: as it stands, with a press that has it translated where the reader does not read its language, or with the translation that is
 * kept. Without an endpoint, and to visitors, everything stands as it was written and nothing is asked.
 */
export async function showTexts(viewer: Actor, texts: readonly WrittenText[]): Promise<ShowText> {
  const language = localeOf(await getLocale());
  const offers = await offersOf(pageReader(), viewer, { texts, language });
  if (offers === null) return asWritten;
  const t = await getTranslations("translations");
  return (written, className) => {
    const { text, ...at } = written;
    const translation = offers.translations.get(text);
    if (translation === undefined) return asWritten(written, className);
    if (translation !== null)
      return <TranslatedText written={written} translation={translation} className={className} />;
    return (
      <div>
        {asWritten(written, className)}
        <ClientWords ofButtons>
          <OneButtonForm
            action={translateAction}
            fields={{ ...at, language, idempotencyKey: newId() }}
            variant="quiet"
            size="small"
          >
            {t("press", { host: offers.host })}
          </OneButtonForm>
        </ClientWords>
      </div>
    );
  };
}

type TextsToTranslateProps = { readonly viewer: Actor; readonly texts: readonly WrittenText[]; readonly title: string };

/** Texts that stand in tables and headings once more, where their reader needs them translated: nothing where all can be read, nor without an endpoint. */
export async function TextsToTranslate({ viewer, texts, title }: TextsToTranslateProps) {
  const language = localeOf(await getLocale());
  const foreign = texts.filter(({ text }) => isForeign(text, language));
  const show = await showTexts(viewer, foreign);
  if (show === asWritten) return null;
  return (
    <Panel title={title} id="translations" fold="open">
      <div className="form-stack">
        {foreign.map((written) => (
          <Fragment key={written.part}>{show(written)}</Fragment>
        ))}
      </div>
    </Panel>
  );
}
