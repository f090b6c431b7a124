import { FirstVisit } from "@/app/first-visit";
import { SERVICES } from "@/domain/shared/vocabulary";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientWords } from "@/app/client-words";
import { LateWords } from "@/app/room-words";
import { ClerkNote, type Missing, PostingProgress } from "@/components/deals/posting-head";
import { PostingForm } from "@/components/deals/posting-form";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { PageWrap } from "@/components/shell/page-wrap";
import { Note, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { type DraftSuggestions, suggestedText } from "@/domain/deals/clerk/suggestions";
import { postingZone } from "@/domain/deals/posting/posting-fields";
import { type PostingIssue, SECTIONS, sectionOf } from "@/domain/requests/posting-issue";
import { type FormAction, type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import type { Place } from "@/domain/hubs/place";
import { MARKET_ZONE, MINUTE_MS } from "@/domain/shared/time";
import { parseWallClock } from "@/domain/shared/zones";
import { publishRules } from "@/server/deals/posting-rules";
import { inFormOrder } from "@/domain/deals/posting/form-order";
import { wordPostingIssues } from "@/server/deals/posting-issue-words";
import type { Session } from "@/server/platform/identity/session";
import { newId, platform } from "@/server/platform/platform";
import {
  chosenWay,
  comparedWays,
  examineDraft,
  postingOptions,
  templateList,
  waysOfPosting,
} from "@/server/deals/queries";
import { END_FIELDS } from "@/server/hubs/queries/towns";
import { type AskedCodes, codesOfPosting } from "@/server/tariff/queries";
import { DiscardDraft, KeepTemplate } from "@/components/deals/draft-forms";
import { TemplateList } from "@/components/deals/template-list";
import {
  discardDraftAction,
  dropTemplateAction,
  keepTemplateAction,
  saveDraftAction,
  startFromTemplateAction,
} from "./actions";
import { namedFor } from "@/domain/shared/place-names";
import type { PostingOptions } from "@/views/postings";

/** Rooms whose words the form's client components use. */
const ROOMS = [
  "deals",
  "tariff.picker",
  "tariff.reason",
  "services",
  ...SERVICES.map((service) => `service-${service}.lead` as const),
  "clerk",
  "hub-board.plan",
  "hubs.town",
] as const;

/** The rooms of the kinds whose fields are drawn or spoken of; the words of the others come with their tick. */
const roomsOfKinds = (values: FormValues, suggested: DraftSuggestions | null) =>
  SERVICES.filter((service) => {
    const fields = [...Object.keys(values), ...Object.keys(suggested?.suggestions ?? {})];
    return (
      valuesOf(values, "wanted").includes(service) || fields.some((name) => name.startsWith(`services.${service}.`))
    );
  }).map((service) => `service-${service}` as const);

type PostingPageProps = {
  /** Who types it; an organisation is asked of whoever has none when it is published. */
  readonly viewer: Pick<Session, "actor" | "organisation">;
  /** What leads to the draft: its id, or the token of its link. */
  readonly draftId: string;
  /** Saves the form and leads on. */
  readonly action?: FormAction;
  /** The head of the page, where it is not that of an organisation's draft. */
  readonly head?: ReactNode;
  /** Whether whoever has the link is its reader. */
  readonly isBehindLink?: boolean;
  /** The kept draft's version; null for a posting that was never saved. */
  readonly version: number | null;
  readonly values: FormValues;
  /** Null for a posting that is typed. */
  readonly suggested: DraftSuggestions | null;
  /** Above the form: another way to begin. */
  readonly before?: ReactNode;
  /** Below the form. */
  readonly after?: ReactNode;
  /** Another one draws the form anew. It follows the address, so that what the form has to say finds it again without a script. */
  readonly drawing: string;
  readonly shows: {
    readonly ways: boolean;
    readonly providers: boolean;
    readonly issues: boolean;
    readonly saved: boolean;
  };
  readonly codesOf?: AskedCodes | null;
};

function gapsOf(issues: readonly PostingIssue[]) {
  const fields = [...new Set(issues.map((issue) => issue.field))];
  const of = (section: (typeof SECTIONS)[number]) => fields.filter((field) => sectionOf(field) === section);
  return {
    missing: Object.fromEntries(SECTIONS.map((section) => [section, of(section).length])) as Missing,
    firstOf: Object.fromEntries(SECTIONS.flatMap((section) => (of(section)[0] ? [[section, of(section)[0]]] : []))),
  };
}

/** What is offered, its places and hubs under the names of the reader's language alone. */
const namedIn = (options: PostingOptions, locale: string): PostingOptions => ({
  ...options,
  places: options.places.map((place) => namedFor(place, locale)),
  hubs: options.hubs.map((hub) => namedFor(hub, locale)),
});

/** The typed times on the market's clock, or on that of the foreign end for whoever reads the market's own. */
async function timesElsewhere(values: FormValues, places: ReadonlyMap<string, Pick<Place, "zone">> | undefined) {
  const [t, locale] = await Promise.all([getTranslations("deals.form"), getLocale()]);
  const own = postingZone(values);
  const ends = ["originId", "destinationId"].map((end) => places?.get(valueOf(values, end))?.zone);
  const zone = [MARKET_ZONE, ...ends].find((one) => one !== undefined && one !== own);
  const said = (field: string) => {
    const at = parseWallClock(valueOf(values, field), own);
    if (at === null || zone === undefined) return null;
    return t("elsewhere", { time: formatTime(at, { locale, zone }), zone: zoneName(at, zone, locale) });
  };
  return { closesAt: said("closesAt"), decideBy: said("decideBy") };
}

type DraftHeadProps = { readonly draftId: string; readonly isNew: boolean };

/** The head of an organisation's draft, with what it can do with it. */
async function DraftHead({ draftId, isNew }: DraftHeadProps) {
  const [t, locale] = await Promise.all([getTranslations("deals"), getLocale()]);
  return (
    <PageHead
      title={t(isNew ? "form.titleNew" : "form.titleDraft")}
      crumb={[{ label: t("list.title"), href: `/${locale}/deals` }, { label: t("form.crumb") }]}
      sub={t("form.sub")}
      {...(isNew
        ? {}
        : {
            actions: (
              <ClientWords>
                <KeepTemplate
                  action={keepTemplateAction}
                  draftId={draftId}
                  templateId={newId()}
                  words={{
                    open: t("template.keepThis"),
                    name: t("template.name"),
                    help: t("template.help"),
                    keep: t("template.keep"),
                  }}
                />
                <DiscardDraft
                  action={discardDraftAction}
                  draftId={draftId}
                  words={{ open: t("draft.discard"), confirm: t("draft.discardConfirm") }}
                />
              </ClientWords>
            ),
          })}
    />
  );
}

/** The posting form with what is missing, for a new posting and for a kept draft. */
export async function PostingPage({
  viewer,
  draftId,
  action = saveDraftAction,
  head,
  isBehindLink = false,
  version,
  values,
  suggested,
  drawing,
  shows,
  before,
  after,
  codesOf = null,
}: PostingPageProps) {
  const { database, clock } = platform();
  const now = clock();
  const [t, locale] = await Promise.all([getTranslations("deals"), getLocale()]);
  const organisationId = viewer.organisation?.id ?? "";
  const examined = await examineDraft(database.read, { organisationId, fields: values, now });
  const compared = await comparedWays(database.read, values, now);
  const suggestedFor = (field: string) => {
    const suggestion = suggested?.suggestions[field];
    return suggestion ? suggestedText(suggestion) : "";
  };
  const rules = await publishRules(database.read, organisationId, now);
  const templates = version === null ? await templateList(database.read, viewer.actor) : [];
  const { missing, firstOf } = gapsOf(examined.issues);
  const problems = async () => {
    const worded = Object.entries(await wordPostingIssues(examined.issues));
    const told = inFormOrder(worded.map(([field, words]) => ({ field, words })));
    return Object.fromEntries(told.map(({ field, words }) => [field, words]));
  };
  return (
    <PageWrap>
      {head ?? <DraftHead draftId={draftId} isNew={version === null} />}
      <div className="stack">
        {shows.saved && (
          <Note tone="ok" isLive>
            {t("form.savedNote")}
          </Note>
        )}
        <FirstVisit note="posting" path={isBehindLink ? `/start/${draftId}` : ""} />
        {before}
        {templates.length > 0 && (
          <Panel title={t("template.title")}>
            <ClientWords rooms={["deals.template"]}>
              <TemplateList
                templates={templates}
                draftId={draftId}
                start={startFromTemplateAction}
                drop={dropTemplateAction}
              />
            </ClientWords>
          </Panel>
        )}
        {suggested && <ClerkNote suggested={suggested} />}
        <PostingProgress missing={missing} firstOf={firstOf} />
        <ClientWords rooms={[...ROOMS, ...roomsOfKinds(values, suggested)]}>
          <PostingForm
            key={drawing}
            action={action}
            draftId={draftId}
            draftHref={isBehindLink ? `/${locale}/start/${draftId}` : `/${locale}/deals/drafts/${draftId}`}
            owner={isBehindLink ? "visitor" : `${organisationId}.${viewer.actor.userId}`}
            version={version ?? 0}
            values={values}
            errors={shows.issues ? await problems() : {}}
            suggested={suggested}
            options={namedIn(
              await postingOptions(
                database.read,
                viewer.actor,
                END_FIELDS.flatMap((end) => [valueOf(values, end), suggestedFor(end)]),
              ),
              locale,
            )}
            codes={await codesOfPosting(database.read, values, codesOf)}
            areProvidersShown={shows.providers}
            ways={shows.ways ? waysOfPosting(compared) : null}
            chosen={chosenWay(compared, values)}
            WordsOfKind={LateWords}
            zoneName={zoneName(now, postingZone(values), locale)}
            alsoAt={await timesElsewhere(values, compared?.known.places)}
            minOpen={t("form.minOpen", { minutes: Math.ceil(rules.minOpenMs / MINUTE_MS) })}
          />
        </ClientWords>
        {after}
      </div>
    </PageWrap>
  );
}
