import type { ICON_PATHS } from "../icons/icon-paths";
import sprite from "../icons/icons.svg";

export type IconName = keyof typeof ICON_PATHS;

type IconProps = {
  readonly name: IconName;
  readonly size?: "small" | "normal" | "large";
  /** Only where no word stands beside the icon. */
  readonly label?: string;
};

const SIZE_CLASS = { small: "icon icon-small", normal: "icon", large: "icon icon-large" } as const;

/** An outline out of the one drawing, which a browser loads once and keeps: no page carries outlines, and its data no more than the name of each. */
export function Icon({ name, size = "normal", label }: IconProps) {
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg className={SIZE_CLASS[size]} {...naming}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
