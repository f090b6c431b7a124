import type { Check } from "./check";
import { commandsStandAlone } from "./law/commands";
import { importLaw } from "./law/import-law";
import { roomsKeepTheirOrder } from "./law/room-order";
import { wrappedActions, wrappedRoutes } from "./law/wrappers";
import { floorsHold, lockfileIsSound } from "./packages/lockfile";
import { migrationsAreComplete, migrationsArePaired } from "./schema/migrations";
import { nothingForbidden } from "./tidy/forbidden-code";
import { namesSayWhat } from "./tidy/names";
import { noInlineStyles, wordsAreInMessages } from "./tidy/words-in-code";
import { format, lint, nothingUnused, types } from "./tools";
import { fieldIsSpoken } from "./words/field-words";
import { blanksAreGiven } from "./words/given-blanks";
import { chineseIsSetWell, languagesAgree, noTwins } from "./words/languages-agree";
import { commandsAreWorded, refusalsAreWorded } from "./words/refusal-words";
import { usedKeysExist } from "./words/used-keys";
import { wordsAround } from "./words/words-around";

/** Everything that is held, the quick ones first. */
export const CHECKS: readonly Check[] = [
  namesSayWhat,
  nothingForbidden,
  wordsAreInMessages,
  noInlineStyles,
  wrappedActions,
  wrappedRoutes,
  commandsStandAlone,
  roomsKeepTheirOrder,
  languagesAgree,
  noTwins,
  chineseIsSetWell,
  fieldIsSpoken,
  usedKeysExist,
  blanksAreGiven,
  refusalsAreWorded,
  commandsAreWorded,
  wordsAround,
  floorsHold,
  lockfileIsSound,
  migrationsArePaired,
  importLaw,
  format,
  types,
  lint,
  migrationsAreComplete,
  nothingUnused,
];
