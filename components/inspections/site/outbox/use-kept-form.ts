"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import type { FormAction, FormState } from "@/domain/shared/form-state";
import { isNavigation } from "./is-navigation";
import { pairsOf, type SiteEntry } from "./site-outbox";
import type { SiteOutbox } from "./use-site-outbox";

type KeptForm = {
  readonly state: FormState | null;
  /** For the form's `action`: what a page without a script sends to. */
  readonly submit: (data: FormData) => void;
  /** For the form's `onSubmit`: what cannot be sent is kept on this phone. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isSending: boolean;
  /** Whether something of this form lies on this phone. */
  readonly isKept: boolean;
};

/** A form of the site: sent as any other, and kept in the outbox where the line is gone. */
export function useKeptForm(form: string, action: FormAction, outbox: SiteOutbox): KeptForm {
  const [answered, submit, isPending] = useActionState(action, null);
  const [state, setState] = useState<FormState | null>(null);
  const [isSending, setSending] = useState(false);
  const isThis = ({ body }: { readonly body: SiteEntry }) => body.kind === "form" && body.form === form;
  const keep = (data: FormData) => outbox.add({ kind: "form", form, pairs: pairsOf(data) }, []);
  const send = async (data: FormData) => {
    setSending(true);
    try {
      setState(await action(state, data));
    } catch (error) {
      if (isNavigation(error)) throw error;
      await keep(data);
    } finally {
      setSending(false);
    }
  };
  return {
    state: state ?? answered,
    submit,
    isSending: isSending || isPending,
    isKept: outbox.shown.waiting?.some(isThis) ?? false,
    onSubmit(event) {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      if (navigator.onLine) startTransition(() => send(data));
      else void keep(data);
    },
  };
}
