export type ButtonLook = {
  readonly variant?: "primary" | "plain" | "quiet" | "danger" | "on-dark";
  readonly size?: "small" | "normal" | "tall";
  readonly isWide?: boolean;
};

/** The classes of a button or of a link that looks like one. */
export function buttonClass({ variant = "plain", size = "normal", isWide = false }: ButtonLook, extra = ""): string {
  const classes = ["btn"];
  if (variant !== "plain") classes.push(`btn-${variant}`);
  if (size !== "normal") classes.push(`btn-${size}`);
  if (isWide) classes.push("btn-wide");
  if (extra) classes.push(extra);
  return classes.join(" ");
}
