import type { Locale } from "@/domain/shared/locale";
import { stored } from "../stored";
import type { FoundForm } from "./find/find-forms";
import { type Answer, judgeAnswer } from "./judge/judge-answer";
import type { FormView } from "./judge/page-view";
import { isSentIn } from "./languages";
import { foreignIds } from "./send/foreign-ids";
import { type Posting, postingsOf } from "./send/postings";
import { sendForm } from "./send/send-form";
import type { Sweeper } from "./sweeper";

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
