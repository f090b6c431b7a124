import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import type { Mode } from "@/domain/hubs/place";
import type { FormAction } from "@/domain/shared/form-state";

type HubFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly hubId: string;
};

type StateFormProps = HubFormProps & {
  readonly modes: readonly Mode[];
  /** The hub's zone, IANA and as it is said: "GMT+8". */
  readonly zone: string;
  readonly zoneName: string;
};

function useModeOptions(modes: readonly Mode[]): readonly Option[] {
  const t = useTranslations("hubs.mode");
  return modes.map((mode) => ({ value: mode, label: t(mode) }));
}

/** Enters what was counted at a hub for one mode. */
export function StateForm({ action, modes, zone, zoneName, ...hidden }: StateFormProps) {
  const t = useTranslations("hub-board.admin");
  const figure = { kind: "text", isNumber: true, input: { inputMode: "numeric", autoComplete: "off" } } as const;
  const hour = { kind: "clock", help: t("hoursHelp", { zone: zoneName }), span: "span-3" } as const;
  return (
    <ActionForm
      id="state"
      action={action}
      hidden={{ ...hidden, zone }}
      fields={[
        {
          ...{ kind: "select", name: "mode", label: t("mode"), isRequired: true },
          ...{ options: useModeOptions(modes), initial: modes[0] },
        },
        { kind: "time", name: "asOf", label: t("asOf"), help: t("asOfHelp"), zoneName },
        { ...figure, name: "backlog", label: t("backlog"), isRequired: true },
        { ...figure, name: "throughputPerDay", label: t("throughput"), help: t("throughputHelp"), isRequired: true },
        { ...figure, name: "arrivalsPerDay", label: t("arrivals"), help: t("arrivalsHelp") },
        { ...figure, name: "capacityPerDay", label: t("capacity"), help: t("capacityHelp") },
        { ...hour, name: "opensAt", label: t("opensAt") },
        { ...hour, name: "shutsAt", label: t("shutsAt") },
        {
          ...{ kind: "text", name: "source", label: t("source"), help: t("sourceHelp") },
          ...{ isRequired: true, maxLength: 200 },
        },
        { kind: "tick", name: "isConfirmed", label: t("confirm") },
      ]}
      send={t("enter")}
    />
  );
}

type ClosureFormProps = HubFormProps & {
  readonly modes: readonly Mode[];
  /** The clocks on either side, the hub's own first, as they are said. */
  readonly zones: readonly Option[];
};

/** Announces that a hub lets nobody through for a time. */
export function ClosureForm({ action, modes, zones, ...hidden }: ClosureFormProps) {
  const t = useTranslations("hub-board.admin");
  const common = { isRequired: true } as const;
  return (
    <ActionForm
      id="closure"
      action={action}
      hidden={hidden}
      fields={[
        {
          ...{ ...common, kind: "select", name: "mode", label: t("mode") },
          options: [{ value: "", label: t("allModes") }, ...useModeOptions(modes)],
        },
        { ...common, kind: "select", name: "zone", label: t("zone"), options: zones, initial: zones[0]?.value },
        { ...common, kind: "wall", name: "from", label: t("from") },
        { ...common, kind: "wall", name: "to", label: t("to") },
        { ...common, kind: "text", name: "reason", label: t("reason"), help: t("reasonHelp"), maxLength: 300 },
        { ...common, kind: "text", name: "source", label: t("source"), help: t("sourceHelp"), maxLength: 200 },
      ]}
      send={t("announce")}
    />
  );
}

type WithdrawFormProps = HubFormProps & {
  readonly closureId: string;
  /** Which closure it is: what it is for, and when it begins. */
  readonly of: { readonly reason: string; readonly from: string };
};

/** Takes one closure back: opened first, then sent with the reason. */
export function WithdrawForm({ action, of, ...hidden }: WithdrawFormProps) {
  const t = useTranslations("hub-board.admin");
  return (
    <ActionForm
      id={`withdraw-${hidden.closureId}`}
      action={action}
      hidden={hidden}
      opener={t("withdrawOf", of)}
      fields={[
        { kind: "text", name: "reason", label: t("withdrawReason"), maxLength: 300, isRequired: true, span: "span-12" },
      ]}
      send={t("withdraw")}
      variant="plain"
    />
  );
}
