import { useLocale, useTranslations } from "next-intl";
import { useCorridorName } from "@/components/catalogue/corridor-text";
import { useServiceName } from "@/components/services/service-name";
import { Anchor } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import type { ActionField } from "@/components/ui/form/action-field";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { placeName, useNameList } from "@/components/ui/words";
import { MAIL_TIMINGS, type MailTiming } from "@/domain/notices/delivery";
import { filterOfQuery, NEW_SHOWN_MAX, SEARCH_NAME_MAX } from "@/domain/notices/saved-search";
import type { Watched } from "@/domain/notices/watching";
import type { FormAction } from "@/domain/shared/form-state";
import type { PlaceNames } from "@/domain/shared/place-names";

type Hubs = ReadonlyMap<string, PlaceNames>;

/** What a kept question asks, a word or name each; nothing where it asks for all open requests. */
function useAsks(hubs: Hubs): (query: string) => readonly string[] {
  const t = useTranslations("notices.saved");
  const requests = useTranslations("requests");
  const [locale, service, corridorName] = [useLocale(), useServiceName(), useCorridorName()];
  return (query) => {
    const asked = filterOfQuery(query);
    const hub = asked.hub === undefined ? undefined : hubs.get(asked.hub);
    return [
      ...(asked.q ? [asked.q] : []),
      ...(asked.service ? [service(asked.service)] : []),
      ...(asked.hub ? [hub ? placeName(hub, locale) : asked.hub] : []),
      ...(asked.corridor ? [corridorName(asked.corridor)] : []),
      ...(asked.closes ? [t("closesIn", { span: requests(`closes.${asked.closes}`) })] : []),
    ];
  };
}

function useMailField(initial: MailTiming, label: string): ActionField {
  const timing = useTranslations("notices.choices.timing");
  const help = useTranslations("notices.saved")("mailHelp");
  const options = MAIL_TIMINGS.map((value) => ({ value, label: timing(value) }));
  return { kind: "select", name: "mail", label, help, options, initial, isRequired: true };
}

const nameField = (label: string, initial: string): ActionField => ({
  ...{ kind: "text", name: "name", label, initial, maxLength: SEARCH_NAME_MAX, isRequired: true },
});

type KeepSearchProps = { readonly action: FormAction; readonly query: string; readonly hubs: Hubs };

/** Keeps the question that the reader comes with under a name. */
export function KeepSearch({ action, query, hubs }: KeepSearchProps) {
  const t = useTranslations("notices.saved");
  const [list, asks] = [useNameList(), useAsks(hubs)(query)];
  const all = t("everything");
  const suggested = (asks.length > 0 ? asks.join(" · ") : all).slice(0, SEARCH_NAME_MAX);
  return (
    <ActionForm
      id="keep"
      action={action}
      hidden={{ query }}
      lead={t("keepLead", { asks: asks.length > 0 ? list(asks) : all })}
      fields={[nameField(t("name"), suggested), useMailField("at_once", t("mail"))]}
      send={t("send")}
    />
  );
}

type Search = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly mail: MailTiming;
  readonly isMuted: boolean;
  readonly newCount: number;
};
type Actions = Readonly<Record<"change" | "drop" | "mute" | "open", FormAction>>;

function SearchRow({ search, asks, actions }: { search: Search; asks: readonly string[]; actions: Actions }) {
  const t = useTranslations("notices.saved");
  const timing = useTranslations("notices.choices.timing");
  const list = useNameList();
  const { id: searchId, name, newCount, isMuted, mail } = search;
  const isMore = newCount > NEW_SHOWN_MAX;
  const told = isMuted ? t("muted") : `${t("mail")}: ${timing(mail)}`;
  const beside = <span className="sr-only"> {name}</span>;
  return (
    <li className="grid gap-2">
      <h3 className="text-base font-semibold">{name}</h3>
      <p className="text-sm text-ink-2">
        {asks.length > 0 ? list(asks) : t("everything")} · {told} ·{" "}
        <b>{isMore ? t("newMore", { count: NEW_SHOWN_MAX }) : t("new", { count: newCount })}</b>
      </p>
      <div className="flex flex-wrap gap-2">
        <OneButtonForm action={actions.open} fields={{ searchId }} variant="primary" size="small">
          {t("open")}
          {beside}
        </OneButtonForm>
        <OneButtonForm action={actions.mute} fields={{ searchId, muted: isMuted ? "" : "1" }} size="small">
          {t(isMuted ? "unmute" : "mute")}
          {beside}
        </OneButtonForm>
        <OneButtonForm action={actions.drop} fields={{ searchId }} variant="quiet" size="small">
          {t("drop")}
          {beside}
        </OneButtonForm>
      </div>
      <ActionForm
        id={`change-${searchId}`}
        action={actions.change}
        hidden={{ searchId }}
        opener={t("change")}
        fields={[nameField(t("newName", { name }), name), useMailField(mail, t("mailOf", { name }))]}
        send={t("changeSend")}
        variant="plain"
        size="small"
      />
    </li>
  );
}

type SearchListProps = { readonly searches: readonly Search[]; readonly hubs: Hubs; readonly actions: Actions };

/** The searches that somebody keeps, each with what is new; each is opened, changed, muted and deleted where it stands. */
export function SearchList({ searches, hubs, actions }: SearchListProps) {
  const t = useTranslations("notices.saved");
  const asksOf = useAsks(hubs);
  return (
    <div className="form-stack">
      <ul className="form-stack">
        {searches.map((search) => (
          <SearchRow key={search.id} search={search} asks={asksOf(search.query)} actions={actions} />
        ))}
      </ul>
      <p className="field-help">{t("mean")}</p>
    </div>
  );
}

/** What is watched by its name in the reader's language. */
function useWatchedName(hubs: Hubs): (watched: Watched) => string {
  const [locale, corridorName] = [useLocale(), useCorridorName()];
  return ({ what, subject }) => {
    const hub = hubs.get(subject);
    if (what === "corridor") return corridorName(subject);
    return hub ? placeName(hub, locale) : subject;
  };
}

type WatchOfferProps = { readonly watched: Watched; readonly hubs: Hubs; readonly watch: FormAction };

/** What the reader comes with, to be watched by one press. */
export function WatchOffer({ watched, hubs, watch }: WatchOfferProps) {
  const [t, nameOf] = [useTranslations("notices.watch"), useWatchedName(hubs)];
  return (
    <div className="form-stack">
      <p>{t("lead")}</p>
      <OneButtonForm action={watch} fields={watched} variant="primary">
        {t("doHub", { name: nameOf(watched) })}
      </OneButtonForm>
    </div>
  );
}

type WatchListProps = { readonly watches: readonly Watched[]; readonly hubs: Hubs; readonly unwatch: FormAction };

/** What somebody watches, each with the button that ends it. */
export function WatchList({ watches, hubs, unwatch }: WatchListProps) {
  const t = useTranslations("notices.watch");
  const [locale, nameOf] = [useLocale(), useWatchedName(hubs)];
  const hrefOf = ({ what, subject }: Watched) =>
    what === "hub" ? `/${locale}/hubs/${subject}` : `/${locale}/requests?corridor=${subject}`;
  return (
    <div className="form-stack">
      <p>{watches.length > 0 ? t("lead") : t("none")}</p>
      {watches.length > 0 && (
        <ul className="form-stack">
          {watches.map((watched) => (
            <li key={`${watched.what} ${watched.subject}`} className="flow">
              <Anchor href={hrefOf(watched)}>{nameOf(watched)}</Anchor>
              <OneButtonForm action={unwatch} fields={watched} size="small">
                {t("undo")}
                <span className="sr-only"> {nameOf(watched)}</span>
              </OneButtonForm>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
