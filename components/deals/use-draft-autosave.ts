import { type RefObject, useEffect, useState } from "react";
import { isTyped } from "@/components/ui/form/is-typed";
import { typedValues } from "@/components/ui/form/typed-values";
import type { FormAction, FormValues } from "@/domain/shared/form-state";
import {
  type DraftKey,
  fateOf,
  forgetTyped,
  keepTyped,
  neverSent,
  saysSame,
  type TypedDraft,
  typedOf,
  withoutOwn,
} from "./typed-draft";

const QUIET_MS = 3_000;
/** So soon it is tried again where there was no connection, and once there is one again. */
const AGAIN_MS = 10_000;
/** A browser is asked to keep what is typed once the typing rests for so long. */
const KEEP_MS = 300;

/** What is said of the last save: that the market has it, that this browser alone has it, or that the market will not have it. */
export type SaveTold = { readonly state: "none" | "saved" | "kept" | "refused"; readonly words: string };

type Saving = DraftKey & {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly action: FormAction;
  /** Of the draft as the page was drawn; 0 for one that was never saved. */
  readonly version: number;
  /** What the form was drawn by: with another one its element is another. */
  readonly drawing: string | undefined;
};

type Saved = Pick<Saving, "action" | "owner" | "draftId"> & { version: number };

/** Keeps a form in the browser while it is typed and sends it when the typing rests, when it is left, and when there is a connection again. */
class DraftSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private changes = 0;
  private saved = 0;
  private isSending = false;

  private readonly element: HTMLFormElement;
  private readonly of: Saved;
  private readonly tell: (told: SaveTold | null, isUnsaved: boolean) => void;

  constructor(element: HTMLFormElement, of: Saved, tell: (told: SaveTold | null, isUnsaved: boolean) => void) {
    this.element = element;
    this.of = of;
    this.tell = tell;
  }

  get isUnsaved(): boolean {
    return this.changes > this.saved;
  }

  keep(state: TypedDraft["state"]): void {
    clearTimeout(this.keeping);
    const { version } = this.of;
    keepTyped(this.of, { values: withoutOwn(typedValues(this.element)), version, at: Date.now(), state });
  }

  /** Somebody has typed. */
  changed(): void {
    this.changes += 1;
    // The form hears of a letter before React does: drawn anew in between, a field that React holds would lose it.
    setTimeout(() => this.tell(null, this.isUnsaved));
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep("unsent"), KEEP_MS);
    this.saveIn(QUIET_MS);
  }

  saveIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** A button sends the form: what follows from it takes the place of what stands in it. */
  submitted(): void {
    this.stop();
    this.keep("submitted");
    this.saved = this.changes;
  }

  async save(): Promise<void> {
    this.stop();
    if (this.isSending || !this.isUnsaved) return;
    this.isSending = true;
    this.keep("unsent");
    const sent = this.changes;
    const data = new FormData(this.element);
    data.set("intent", "autosave");
    try {
      const state = await this.of.action(null, data);
      this.saved = sent;
      if (state?.notice) {
        this.of.version += 1;
        this.keep(this.isUnsaved ? "unsent" : "sent");
      }
      this.tell({ state: state?.notice ? "saved" : "refused", words: state?.notice ?? "" }, this.isUnsaved);
    } catch {
      this.tell({ state: "kept", words: "" }, true);
      this.saveIn(AGAIN_MS);
      return;
    } finally {
      this.isSending = false;
    }
    if (this.isUnsaved) this.saveIn(0);
  }

  /** The page is left: what is not saved is sent at once, and stays in the browser until it is. */
  leave(): void {
    if (!this.isUnsaved) return;
    this.keep("unsent");
    void this.save();
  }
}

/** Everything that the form is listened to for; answers how to stop. */
function listen(element: HTMLFormElement, saver: DraftSaver, tellOffline: () => void): () => void {
  const onInput = () => saver.changed();
  const onSubmit = (event: Event) => {
    // Without a connection a press would lead to a page that cannot come.
    if (navigator.onLine) return saver.submitted();
    event.preventDefault();
    saver.changed();
    saver.keep("unsent");
    tellOffline();
  };
  const onOnline = () => void saver.save();
  const onHide = () => {
    if (saver.isUnsaved) saver.keep("unsent");
  };
  element.addEventListener("input", onInput);
  element.addEventListener("submit", onSubmit);
  window.addEventListener("online", onOnline);
  window.addEventListener("pagehide", onHide);
  return () => {
    element.removeEventListener("input", onInput);
    element.removeEventListener("submit", onSubmit);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("pagehide", onHide);
  };
}

/** Saves the form 3 s after the last change, without redrawing it; answers what is said of the last save, and whether anything was typed since. */
export function useDraftAutosave({ form, action, owner, draftId, version, drawing }: Saving) {
  const [told, setTold] = useState<SaveTold>({ state: "none", words: "" });
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const known = Math.max(version, typedOf({ owner, draftId })?.version ?? 0);
    const saver = new DraftSaver(element, { action, owner, draftId, version: known }, (now, unsaved) => {
      if (now) setTold(now);
      setUnsaved(unsaved);
    });
    const stop = listen(element, saver, () => setTold({ state: "kept", words: "" }));
    // On a slow link people type before the scripts are there; and what this browser could not send is sent now.
    const isWaiting = drawing?.startsWith(TAKEN) && typedOf({ owner, draftId })?.state !== "sent";
    if (isWaiting || [...element.elements].some(isTyped)) saver.changed();
    return () => {
      stop();
      saver.leave();
    };
  }, [form, action, owner, draftId, version, drawing]);
  return { told, isUnsaved };
}

/** What a form is drawn by that was filled with what this browser has. */
const TAKEN = "taken ";

/** What this browser has of a draft beyond what its page says: taken at once, or offered where somebody else has saved the draft since. */
export function useTypedBefore({ form, owner, draftId, version }: Omit<Saving, "action" | "drawing">) {
  const [taken, setTaken] = useState<TypedDraft | null>(null);
  const [offered, setOffered] = useState<TypedDraft | null>(null);
  useEffect(() => {
    const [element, key] = [form.current, { owner, draftId }];
    if (!element) return;
    const [typed, drawn] = [typedOf(key), typedValues(element)];
    const fate = typed && !saysSame(typed.values, drawn) ? fateOf(typed, version) : "drop";
    if (fate === "take") setTaken(typed);
    else if (fate === "offer") setOffered(typed);
    // A page before this one, to which somebody may go back, was drawn with less.
    else if (version > 0) keepTyped(key, { values: withoutOwn(drawn), version, at: Date.now(), state: "sent" });
    else forgetTyped(key);
  }, [form, owner, draftId, version]);
  const settle = (isTaken: boolean) => {
    if (isTaken && offered) {
      keepTyped({ owner, draftId }, { ...offered, version });
      setTaken(offered);
    } else forgetTyped({ owner, draftId });
    setOffered(null);
  };
  return { values: taken?.values ?? null, drawing: taken ? `${TAKEN}${taken.at}` : undefined, offered, settle };
}

function dataOf(draftId: string, values: FormValues): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) data.append(name, one);
  data.set("draftId", draftId);
  data.set("intent", "autosave");
  return data;
}

/** Sends new drafts that this browser has and the market has never seen; answers the ids of those that it has now. */
export function useSentLate({ owner, draftId, action, isNew }: DraftKey & Pick<Saving, "action"> & { isNew: boolean }) {
  const [sent, setSent] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isNew) return;
    const send = async () => {
      for (const [id, { values }] of neverSent(owner)) {
        if (id === draftId) continue;
        const state = await action(null, dataOf(id, values)).catch(() => null);
        if (!state?.notice) continue;
        forgetTyped({ owner, draftId: id });
        setSent((before) => [...before, id]);
      }
    };
    void send();
  }, [owner, draftId, action, isNew]);
  return sent;
}
