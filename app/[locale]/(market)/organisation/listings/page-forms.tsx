import { getLocale, getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/blocks";
import { dateFormat } from "@/components/ui/format";
import { ActionForm } from "@/components/ui/form/action-form";
import type { ActionField } from "@/components/ui/form/action-field";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { zoneName, zonePlace } from "@/components/ui/time/format-time";
import { COUNTRIES } from "@/domain/accounts/organisation";
import { zoneOfCountry } from "@/domain/accounts/zone-of-country";
import { ANSWER_MAX, ANSWERS_MAX, PAGE_TEXT_MAX, QUESTION_MAX, WEEK_DAYS } from "@/domain/catalogue/provider-page";
import { type Locale, LOCALES } from "@/domain/shared/locale";
import { DAY_MS, type Instant } from "@/domain/shared/time";
import { newId } from "@/server/platform/platform";
import type { OwnPage } from "@/server/catalogue/queries";
import { pageAction, raiseAnswerAction, removeAnswerAction, writeAnswerAction } from "./actions";
import { TEXT_FIELDS } from "./text-fields";

// A Monday.
const WEEK_MS = Date.UTC(2024, 0, 1);

/** Zones of countries that trade here, and those of their border towns that keep another clock. */
const ZONES = [...new Set([...COUNTRIES.map(zoneOfCountry), "Asia/Irkutsk", "Asia/Vladivostok", "Asia/Chita"])];

type StoredAnswer = OwnPage["answers"][number];
type PageFormProps = { readonly page: OwnPage["page"]; readonly ownZone: string; readonly now: Instant };

/** What the public page says beside the listings: a text for readers of each language, and working hours. */
export async function PageForm({ page, ownZone, now }: PageFormProps) {
  const [locale, t, words] = [
    await getLocale(),
    await getTranslations("catalogue.pageForm"),
    await getTranslations("catalogue.language"),
  ];
  const { texts, hours } = page;
  const weekday = dateFormat(locale, { weekday: "long", timeZone: "UTC" });
  const zones = [...new Set([hours?.zone ?? ownZone, ownZone, ...ZONES])];
  const texted = LOCALES.map(
    (language): ActionField => ({
      ...{ kind: "area", name: TEXT_FIELDS[language], maxLength: PAGE_TEXT_MAX },
      label: t("text", { language: words(language) }),
      initial: texts[language] ?? "",
    }),
  );
  const times: readonly ActionField[] = [
    {
      ...{ kind: "checks", name: "days", label: t("daysLabel"), isInColumns: true, help: t("hoursHelp") },
      chosen: (hours?.days ?? []).map(String),
      options: WEEK_DAYS.map((day) => ({ value: String(day), label: weekday.format(WEEK_MS + (day - 1) * DAY_MS) })),
    },
    { kind: "clock", name: "from", label: t("from"), initial: hours?.from ?? "", span: "span-3" },
    { kind: "clock", name: "to", label: t("to"), initial: hours?.to ?? "", span: "span-3" },
    {
      ...{ kind: "select", name: "zone", label: t("zone"), initial: hours?.zone ?? ownZone, span: "span-6" },
      options: zones.map((zone) => ({
        value: zone,
        label: `${zonePlace(now, zone, locale)} (${zoneName(now, zone, locale)})`,
      })),
    },
  ];
  return (
    <Panel title={t("title")} id="page">
      <ActionForm
        id="page"
        action={pageAction}
        hidden={{ idempotencyKey: newId() }}
        lead={
          <p className="text-ink-2">
            {t("sub")} {t("textHelp", { maximum: PAGE_TEXT_MAX })}
          </p>
        }
        fields={[...texted, { kind: "group", name: "hours", label: t("hours"), fields: times }]}
        send={t("save")}
        variant="primary"
      />
    </Panel>
  );
}

type AnswerFormProps = { readonly answer: StoredAnswer | null };

async function AnswerForm({ answer }: AnswerFormProps) {
  const [locale, t, words] = [
    await getLocale(),
    await getTranslations("catalogue.answersForm"),
    await getTranslations("catalogue.language"),
  ];
  return (
    <ActionForm
      id={`answer-${answer?.id ?? "new"}`}
      action={writeAnswerAction}
      hidden={{ ...(answer && { answerId: answer.id }), idempotencyKey: newId() }}
      opener={answer ? t("edit", { question: answer.question }) : t("new")}
      fields={[
        {
          ...{ kind: "select", name: "language", label: t("language"), initial: answer?.language ?? locale },
          options: LOCALES.map((language) => ({ value: language, label: words(language) })),
          isRequired: true,
        },
        {
          ...{ kind: "text", name: "question", label: t("question"), maxLength: QUESTION_MAX, span: "span-12" },
          ...{ initial: answer?.question ?? "", isRequired: true },
        },
        {
          ...{ kind: "area", name: "answer", label: t("answer"), maxLength: ANSWER_MAX },
          ...{ initial: answer?.answer ?? "", isRequired: true },
        },
      ]}
      send={t("save")}
    />
  );
}

type AnswersPanelProps = { readonly answers: readonly StoredAnswer[] };

/** The questions that the public page answers, each with what can be done about it, and a form for one more. */
export async function AnswersPanel({ answers }: AnswersPanelProps) {
  const [t, words] = [await getTranslations("catalogue.answersForm"), await getTranslations("catalogue.language")];
  const isFirst = ({ id, language }: StoredAnswer) => answers.find((one) => one.language === language)?.id === id;
  return (
    <Panel title={t("title")} id="answers">
      <div className="grid gap-3">
        <p className="text-ink-2">{t("sub", { maximum: ANSWERS_MAX })}</p>
        {answers.length === 0 && <p>{t("none")}</p>}
        <ol className="grid gap-2">
          {answers.map((answer) => (
            <li key={answer.id} className="grid gap-1 border-t border-line pt-2">
              <small className="text-ink-2">{words(answer.language as Locale)}</small>
              <AnswerForm answer={answer} />
              <span className="flow">
                {!isFirst(answer) && (
                  <OneButtonForm
                    action={raiseAnswerAction}
                    fields={{ answerId: answer.id }}
                    size="small"
                    variant="quiet"
                  >
                    {t("raise")}
                  </OneButtonForm>
                )}
                <OneButtonForm
                  action={removeAnswerAction}
                  fields={{ answerId: answer.id }}
                  size="small"
                  variant="quiet"
                >
                  {t("remove")}
                </OneButtonForm>
              </span>
            </li>
          ))}
        </ol>
        <AnswerForm key={answers.length} answer={null} />
      </div>
    </Panel>
  );
}
