import type { FormValues, ToConfirm } from "@/domain/shared/form-state";
import { type ButtonLook, Note } from "../blocks";
import { SendBar } from "./form-actions";
import { KeptFields } from "./kept-fields";

type ConfirmStepProps = Pick<ButtonLook, "variant"> & {
  readonly toConfirm: ToConfirm;
  readonly values: FormValues;
  /** The names of what the form sends by itself. */
  readonly own: readonly string[];
  readonly isSending: boolean;
};

/** The second step of a form that binds: what follows from what was typed, the way back, and the button that does it. */
export function ConfirmStep({ toConfirm, values, own, variant, isSending }: ConfirmStepProps) {
  return (
    <>
      <KeptFields values={values} except={new Set([...own, "intent"])} />
      <Note tone="warn" isLive>
        {toConfirm.sentences.map((sentence) => (
          <p key={sentence} className="whitespace-pre-line">
            {sentence}
          </p>
        ))}
      </Note>
      <SendBar
        send={[
          { words: toConfirm.edit, name: "intent", value: "edit", variant: "quiet" },
          { words: toConfirm.send, name: "intent", value: "send", variant: variant ?? "primary" },
        ]}
        isSending={isSending}
      />
    </>
  );
}
