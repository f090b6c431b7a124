import { ActionForm } from "@/components/ui/form/action-form";
import type { FormAction } from "@/domain/shared/form-state";

type DiscardDraftProps = {
  readonly action: FormAction;
  readonly draftId: string;
  readonly words: { readonly open: string; readonly confirm: string };
};

/** Throwing a draft away takes two presses: the first only opens the second. */
export const DiscardDraft = ({ action, draftId, words }: DiscardDraftProps) => (
  <ActionForm
    id={`discard-${draftId}`}
    action={action}
    hidden={{ draftId }}
    opener={words.open}
    send={words.confirm}
    variant="danger"
  />
);

type KeepTemplateProps = {
  readonly action: FormAction;
  readonly draftId: string;
  readonly templateId: string;
  readonly words: { readonly open: string; readonly name: string; readonly help: string; readonly keep: string };
};

/** The draft as it was last saved becomes something to begin the next ones from. */
export const KeepTemplate = ({ action, draftId, templateId, words }: KeepTemplateProps) => (
  <ActionForm
    id="template"
    action={action}
    hidden={{ draftId, templateId }}
    opener={words.open}
    fields={[{ kind: "text", name: "name", label: words.name, help: words.help, maxLength: 80, isRequired: true }]}
    send={words.keep}
    variant="plain"
  />
);
