import type { Control, FormView } from "./page-view";
import { COMMANDING_NAMES, HOSTILE_NAMES, HOSTILE_TEXTS, NOWHERE } from "./hostile-texts";
import type { Entry } from "./send-form";

export type Posting = {
  readonly what: string;
  readonly entries: readonly Entry[];
  /** From a page of somebody else's. */
  readonly isForeign?: boolean;
  /** Whether a person could have typed it, whose words are kept. */
  readonly isTyped?: boolean;
  /** Whether it has to be said that it was not done. */
  readonly mustSay?: boolean;
  /** Whether other forms are sent the like of it, with another text. */
  readonly isOneOfMany?: boolean;
};

const ID_LENGTH = 20;
/** Of the texts that only a program would send: in the place of ids. */
const HIDDEN_EACH = 3;

const isFramework = ({ name }: Control): boolean => name.startsWith("$ACTION");
const isButton = ({ kind }: Control): boolean => kind === "submit";
const isHidden = (control: Control): boolean => control.kind === "hidden" && !isFramework(control);
const isTyped = (control: Control): boolean => !isFramework(control) && !isButton(control) && !isHidden(control);
const isId = (control: Control): boolean => isHidden(control) && control.value.length >= ID_LENGTH;
const isVersion = (control: Control): boolean => isHidden(control) && /version/i.test(control.name);
const isChoice = ({ kind }: Control): boolean => kind === "radio" || kind === "checkbox";

type Fill = (control: Control) => string | null;

const asItStands: Fill = ({ isSent, value }) => (isSent ? value : null);
const nothing: Fill = () => null;

/** A form's fields filled; null leaves one out. One answer stands for all the choices of a name. */
function filled({ controls }: FormView, fill: Fill): Entry[] {
  const answered = new Set<string>();
  return controls.flatMap((control) => {
    const { name } = control;
    if (isFramework(control)) return [{ name, value: control.value }];
    if (isButton(control) || (isChoice(control) && answered.has(name))) return [];
    const value = fill(control);
    if (value === null) return [];
    answered.add(name);
    return [{ name, value }];
  });
}

const withoutCall = (entries: readonly Entry[]): Entry[] => entries.filter(({ name }) => !name.startsWith("$ACTION"));

const buttonsOf = ({ controls }: FormView): Entry[] =>
  controls.filter(isButton).map(({ name, value }) => ({ name, value }));

const fieldsOf = ({ controls }: FormView): Control[] =>
  controls.filter((control) => isHidden(control) || isTyped(control));

/**
 * Typed into every field, about a thing that is not there: nothing of the market can change, even where the words are fine. A form
 * without anything to type has only its ids to be wrong.
 */
const typing = (form: FormView, text: string): Fill =>
  form.controls.some(isTyped)
    ? (control) => (isTyped(control) ? text : isId(control) ? NOWHERE : asItStands(control))
    : () => text;

/** Names that a form does not have, beside its own with something behind them. */
function strangeNames({ controls }: FormView): Entry[] {
  const own = controls.filter(isTyped).flatMap(({ name }) => [`${name}[0].x`, `${name}.x`, `${name}[7]`, `${name}[]`]);
  return [...HOSTILE_NAMES, ...own].map((name) => ({ name, value: "x" }));
}

const COMMANDS = COMMANDING_NAMES.flatMap((name) => [
  { name, value: "{" },
  { name, value: '{"type":"update","payload":{"name":"a..b","value":1}}' },
]);

/** What can be wrong with any form: where it comes from, what it lacks, and what it never asked for. */
function unasked(form: FormView): Posting[] {
  const first = buttonsOf(form).slice(0, 1);
  const words = filled(form, typing(form, "abc"));
  const files = withoutCall(words).map((entry) => ({ ...entry, file: "../a\0.html" }));
  return [
    { what: "none of its fields", entries: [...filled(form, nothing), ...first] },
    { what: "everything twice", entries: [...words, ...withoutCall(words), ...first] },
    { what: "files in place of text", entries: [...filled(form, nothing), ...files, ...first] },
    {
      what: "names that it does not have",
      entries: [...filled(form, typing(form, "")), ...strangeNames(form), ...first],
    },
    { what: "orders to its reader", entries: [...filled(form, typing(form, "")), ...COMMANDS, ...first] },
  ];
}

/** What a form's other buttons do with what is wrong, and buttons that it does not have. */
function pressing(form: FormView): Posting[] {
  const [first, ...others] = buttonsOf(form);
  if (!first) return [];
  const made = ["send", "award", "remove-line:99999999", "take-hub:../x", "a\0b"];
  return [...others, ...made.map((value) => ({ ...first, value }))].map((button) => ({
    what: `the button ${JSON.stringify(button.value)}`,
    entries: [...filled(form, typing(form, "-1")), button],
  }));
}

/** A form that a person fills in: with nothing, and with each of the texts. */
function typed(form: FormView): Posting[] {
  const first = buttonsOf(form).slice(0, 1);
  const empty: Fill = (control) => (isTyped(control) ? "" : asItStands(control));
  const rewritten =
    (text: string): Fill =>
    (control) =>
      isHidden(control) ? text : (asItStands(control) ?? "");
  const hasHidden = fieldsOf(form).some(isHidden);
  const hidden = HOSTILE_TEXTS.filter(([what]) => hasHidden && /script|null|nought/.test(what));
  return [
    { what: "nothing filled in", entries: [...filled(form, empty), ...first], isTyped: true, mustSay: true },
    ...HOSTILE_TEXTS.map(([what, text]) => ({
      what,
      entries: [...filled(form, typing(form, text)), ...first],
      isTyped: true,
      mustSay: true,
      isOneOfMany: true,
    })),
    ...hidden.map(([what, text]) => ({
      what: `${what} in what it hides`,
      entries: [...filled(form, rewritten(text)), ...first],
      isOneOfMany: true,
    })),
  ];
}

/** A form that is only a button: with each of the texts in the place of what it is about. */
const about = (form: FormView): Posting[] =>
  HOSTILE_TEXTS.filter((_, at) => at % HIDDEN_EACH === 0).map(([what, text]) => ({
    what,
    entries: [...filled(form, typing(form, text)), ...buttonsOf(form).slice(0, 1)],
    mustSay: true,
    isOneOfMany: true,
  }));

/** What is other people's, and what has changed meanwhile. */
function outdated(form: FormView, foreign: ReadonlyMap<string, string>): Posting[] {
  const fields = fieldsOf(form);
  const plain: Fill = (control) => asItStands(control) || (isTyped(control) ? "abc def" : "");
  const theirs: Fill = (control) => (isHidden(control) && foreign.get(control.name)) || plain(control);
  const past: Fill = (control) => (isVersion(control) ? "0" : plain(control));
  const send = { name: "intent", value: "send" };
  return [
    ...(fields.some((control) => isHidden(control) && foreign.has(control.name))
      ? [{ what: "about what is somebody else's", entries: [...filled(form, theirs), send] }]
      : []),
    ...(fields.some(isVersion) ? [{ what: "a version that is past", entries: [...filled(form, past), send] }] : []),
  ];
}

/** A form with nothing to type and buttons of one name, each about another thing: what they are about is sent like what a form hides. */
function asHidden(form: FormView): FormView {
  const [first, ...others] = buttonsOf(form);
  if (!first || others.length === 0 || form.controls.some(isTyped)) return form;
  if (others.some(({ name }) => name !== first.name)) return form;
  const about: Control = { name: first.name, kind: "hidden", value: first.value ?? "", isSent: true };
  return { ...form, controls: [...form.controls.filter((control) => !isButton(control)), about] };
}

/** Everything that is posted with one form; none of it may be done. */
export function postingsOf(shown: FormView, foreign: ReadonlyMap<string, string>): Posting[] {
  const form = asHidden(shown);
  const fields = fieldsOf(form);
  const fromElsewhere: Posting = {
    what: "from a page of somebody else's",
    entries: [...filled(form, asItStands), ...buttonsOf(form).slice(0, 1)],
    isForeign: true,
  };
  if (fields.length === 0) {
    // Without a field and a choice, all that can be wrong is where it comes from.
    if (buttonsOf(form).length === 0) return [fromElsewhere];
    return [fromElsewhere, ...unasked({ ...form, controls: form.controls.filter(isFramework) }), ...pressing(form)];
  }
  return [
    fromElsewhere,
    ...unasked(form),
    ...(fields.some(isTyped) ? typed(form) : about(form)),
    ...outdated(form, foreign),
    ...pressing(form),
  ];
}
