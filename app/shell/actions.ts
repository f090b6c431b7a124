"use server";

import { SIDES } from "@/domain/accounts/first-steps";
import { THEMES } from "@/components/shell/preference-switches";
import { preferenceAction } from "@/server/platform/form/preference-action";

export const themeAction = preferenceAction({ name: "theme", choices: THEMES });
export const keysAction = preferenceAction({ name: "keys", choices: ["on", "off"] });
export const viewAction = preferenceAction({ name: "view", choices: SIDES, leadsTo: "/home" });
