import { ICON_PATHS } from "./icon-paths";

/** The drawing that `icons.svg` holds: every outline as a symbol of its name. */
export function spriteOf(): string {
  const symbols = Object.entries(ICON_PATHS).map(
    ([name, d]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join("\n")}\n</svg>\n`;
}
