"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import type { Outbox } from "@/components/field/outbox/outbox";
import type { FormAction, FormState } from "@/domain/shared/form-state";
import { pairsOf, type SiteEntry } from "./site-outbox";

type KeptForm = {
  readonly state: FormState | null;
  /** For the form's `action`: what a page without a script sends to. */
  readonly submit: (data: FormData) => void;
  /** For the form's `onSubmit`: what cannot be sent is kept on this phone. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isSending: boolean;
  /** Whether what was last sent lies on this phone. */
  readonly isKept: boolean;
};

/** What next/navigation throws to lead elsewhere is no broken line. */
const isNavigation = (error: unknown): boolean =>
  String((error as { digest?: unknown } | null)?.digest ?? "").startsWith("NEXT_");

/** A form of the site: sent as any other, and kept in the outbox where the line is gone. */
export function useKeptForm(form: string, action: FormAction, outbox: Pick<Outbox<SiteEntry>, "add">): KeptForm {
  const [answered, submit, isPending] = useActionState(action, null);
  const [state, setState] = useState<FormState | null>(null);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const keep = async (data: FormData) => {
    await outbox.add({ kind: "form", form, pairs: pairsOf(data) }, []);
    setKept(true);
  };
  const send = async (data: FormData) => {
    setSending(true);
    try {
      setState(await action(state, data));
      setKept(false);
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
    isKept,
    onSubmit(event) {
      event.preventDefault();
      const data = new FormData(event.currentTarget);
      if (navigator.onLine) startTransition(() => send(data));
      else void keep(data);
    },
  };
}
