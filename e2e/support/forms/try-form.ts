import type { Role } from "../sign-in";
import { organisationOf, stored } from "../stored";
import type { Locale } from "@/domain/shared/locale";
import type { FoundForm } from "./find-forms";
import { type Answer, judgeAnswer, judgePage } from "./judge-answer";
import type { FormView } from "./page-view";
import { isSentIn } from "./languages";
import { type Posting, postingsOf } from "./postings";
import { sendForm } from "./send-form";
import type { Sweeper } from "./sweeper";

/** For each hidden name, the oldest thing of its kind in which an organisation has no part. */
const QUERIES: Readonly<Record<string, string>> = {
  requestId: "SELECT min(id) AS id FROM requests WHERE buyer_organisation_id <> @own",
  orderId: "SELECT min(id) AS id FROM orders WHERE buyer_organisation_id <> @own AND provider_organisation_id <> @own",
  dealId: "SELECT min(id) AS id FROM deals WHERE buyer_organisation_id <> @own",
  draftId: "SELECT min(id) AS id FROM deal_drafts WHERE organisation_id <> @own",
  bidId: `SELECT min(b.id) AS id FROM bids b JOIN requests r ON r.id = b.request_id
    WHERE b.provider_organisation_id <> @own AND r.buyer_organisation_id <> @own`,
  questionId: `SELECT min(q.id) AS id FROM request_questions q JOIN requests r ON r.id = q.request_id
    WHERE r.buyer_organisation_id <> @own`,
  userId: "SELECT min(user_id) AS id FROM memberships WHERE organisation_id <> @own",
  organisationId: "SELECT min(id) AS id FROM organisations WHERE id <> @own",
  keyId: "SELECT min(id) AS id FROM api_keys WHERE organisation_id <> @own",
  invitationId: "SELECT min(id) AS id FROM member_invitations WHERE organisation_id <> @own",
  noticeId: `SELECT min(id) AS id FROM notices
    WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = @own)`,
  idHash: `SELECT min(id_hash) AS id FROM sessions
    WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = @own)`,
};

/** Ids of what is other people's, by the names that forms hide them under. An administrator may act on all of it, a visitor on none. */
function foreignIds(role: Role): ReadonlyMap<string, string> {
  if (role === "admin" || role === "visitor") return new Map();
  const own = organisationOf(role);
  return new Map(
    Object.entries(QUERIES).flatMap(([name, query]): [string, string][] => {
      const id = stored(query, { own })[0]?.id;
      return typeof id === "string" ? [[name, id]] : [];
    }),
  );
}

const ELSEWHERE = "https://elsewhere.example";
/** Of what is posted with a form that no page showed, where nothing comes back to be looked at. */
const UNSEEN_EACH = process.env.OTHER_WAYS === "1" ? 1 : 12;
/** Of the texts each form takes one part of so many, the next form the next part. */
const PARTS = process.env.OTHER_WAYS === "1" ? 1 : 16;

/** The one that answers, else the one in its place: what stands before it on the page may have come meanwhile. */
function sameForm(forms: readonly FormView[], { form, place }: FoundForm): FormView | null {
  const alike = forms.filter(({ action }) => action === form.action);
  return alike.find(({ problems, notices }) => problems.length + notices.length > 0) ?? alike[place] ?? null;
}

const lastEntry = (): string => String(stored("SELECT max(id) AS id FROM audit_entries")[0]?.id ?? "");

/** Whether a command was carried out for this very request, whatever else goes on in the market. */
const isDone = (requestId: string, since: string): boolean =>
  stored("SELECT outcome FROM audit_entries WHERE id >= ? AND request_id = ?", since, requestId).some(
    ({ outcome }) => outcome === "done",
  );

type Try = { readonly sweeper: Sweeper; readonly language: Locale; readonly since: string };

async function answerTo(posting: Posting, found: FoundForm, { sweeper, language, since }: Try): Promise<Answer> {
  const { status, body, header } = await sendForm(sweeper.ask, found.address.replace(/^\/en/, `/${language}`), {
    entries: posting.entries,
    origin: posting.isForeign ? ELSEWHERE : sweeper.origin,
  });
  const page = status === 200 ? await sweeper.read(body) : null;
  return {
    status,
    body,
    language,
    page,
    location: header("location"),
    isShown: found.isSeen,
    form: page && found.isSeen ? sameForm(page.forms, found) : null,
    isDone: isDone(header("x-request-id"), since),
    mayBeDone: found.keepsAnything,
  };
}

const takes = ({ isOneOfMany }: Posting, at: number, turn: number): boolean =>
  !isOneOfMany || Math.floor(at / 2) % PARTS === turn % PARTS;

/** Posts the form whose turn it is in the wrong ways that it takes; answers what was not as it should be. */
export async function tryForm(
  found: FoundForm,
  sweeper: Sweeper,
  { language, turn }: { readonly language: Locale; readonly turn: number },
): Promise<string[]> {
  const complaints: string[] = [];
  const since = lastEntry();
  const all = postingsOf(found.form, foreignIds(sweeper.role));
  const postings = all.filter((posting, at) => takes(posting, at, turn) && (found.isSeen || at % UNSEEN_EACH === 0));
  for (const posting of postings.filter((_, at) => isSentIn(language, at))) {
    const wrong = judgeAnswer(posting, await answerTo(posting, found, { sweeper, language, since }));
    complaints.push(...wrong.map((words) => `${found.what}, ${posting.what}: ${words}`));
  }
  return complaints;
}

const ANOTHER_SITE = /^(?:https?:|\/\/|\/\\)/;
/** No such thing, or no address at all. */
const NOTHING: readonly number[] = [400, 404];

const inLanguage = (address: string, language: Locale): string => address.replace(/^\/en(?=[/?]|$)/, `/${language}`);

/** Asks an address that is there; answers what is wrong with what comes back. */
export async function tryAddress(address: string, { ask, read }: Sweeper, language: Locale): Promise<string[]> {
  const asked = inLanguage(address, language);
  const { status, body, header } = await ask(asked);
  const wrong = async (): Promise<string[]> => {
    if (NOTHING.includes(status)) return [];
    if (status >= 300 && status < 400)
      return ANOTHER_SITE.test(header("location")) ? [`leads to ${header("location")}`] : [];
    if (status !== 200) return [`answers ${status}`];
    return header("content-type").startsWith("text/html") ? judgePage(await read(body), language) : [];
  };
  return (await wrong()).map((words) => `${asked.slice(0, 200)}: ${words}`);
}

/** Asks for what is nowhere; anything but "not there" is wrong. */
export async function tryNowhere(address: string, { ask }: Sweeper, language: Locale): Promise<string[]> {
  const { status, body } = await ask(inLanguage(address, language));
  const isRight = NOTHING.includes(status) && !/<\w+ data-planted/.test(body);
  return isRight ? [] : [`${address.slice(0, 200)} answers ${status}`];
}
